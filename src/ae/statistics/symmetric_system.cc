#include "ae/statistics/symmetric_system.h"

#include <cmath>

namespace ae::statistics {

void SymmetricSystem::factorise() {
  constexpr double kNothing = 1e-12;
  for (std::size_t row = 0; row < size_; ++row) {
    double* of_row = matrix_.data() + row * size_;
    for (std::size_t column = 0; column <= row; ++column) {
      const double* of_column = matrix_.data() + column * size_;
      double sum = of_row[column];
      for (std::size_t k = 0; k < column; ++k) sum -= of_row[k] * of_column[k];
      if (column < row) {
        of_row[column] = of_column[column] > 0 ? sum / of_column[column] : 0;
      } else {
        of_row[row] = sum > kNothing ? std::sqrt(sum) : 0;
      }
    }
  }
}

std::vector<double> SymmetricSystem::solve(std::vector<double> right) const {
  const auto cell = [&](std::size_t row, std::size_t column) { return matrix_[row * size_ + column]; };
  for (std::size_t row = 0; row < size_; ++row) {
    for (std::size_t k = 0; k < row; ++k) right[row] -= cell(row, k) * right[k];
    right[row] = cell(row, row) > 0 ? right[row] / cell(row, row) : 0;
  }
  for (std::size_t row = size_; row-- > 0;) {
    for (std::size_t k = row + 1; k < size_; ++k) right[row] -= cell(k, row) * right[k];
    right[row] = cell(row, row) > 0 ? right[row] / cell(row, row) : 0;
  }
  return right;
}

std::vector<double> SymmetricSystem::inverse() const {
  std::vector<double> inverse;
  inverse.reserve(size_ * size_);
  for (std::size_t row = 0; row < size_; ++row) {
    std::vector<double> unit(size_);
    unit[row] = 1;
    const std::vector<double> solved = solve(std::move(unit));
    inverse.insert(inverse.end(), solved.begin(), solved.end());
  }
  return inverse;
}

}  // namespace ae::statistics

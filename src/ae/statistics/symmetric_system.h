#pragma once

#include <cstddef>
#include <vector>

namespace ae::statistics {

/// A system of linear equations with a symmetric positive definite matrix, solved by Cholesky's
/// decomposition. First add to the matrix, then factorise, then solve for any number of right sides. A
/// direction in which the matrix says nothing is left at 0.
class SymmetricSystem {
 public:
  explicit SymmetricSystem(std::size_t size) : size_(size), matrix_(size * size) {}

  /// Adds to the cell (row, column) and so to (column, row).
  void add(std::size_t row, std::size_t column, double value) {
    matrix_[row >= column ? row * size_ + column : column * size_ + row] += value;
  }

  void factorise();
  /// Requires factorise().
  std::vector<double> solve(std::vector<double> right) const;
  /// The inverse of the matrix, row by row. Requires factorise(). Costs O(size³).
  std::vector<double> inverse() const;

 private:
  std::size_t size_;
  std::vector<double> matrix_;  ///< the lower half of it, then of its factor
};

}  // namespace ae::statistics

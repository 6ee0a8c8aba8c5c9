#include "ae/ingest/row_repair.h"

#include <cmath>
#include <optional>
#include <utility>

#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

struct Characters {
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t blanks = 0;
  std::size_t date_marks = 0;
  std::size_t colons = 0;
};

Characters count(std::string_view cell) {
  Characters found;
  for (const char c : cell) {
    const char folded = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') ++found.digits;
    if ((folded >= 'a' && folded <= 'z') || static_cast<unsigned char>(c) >= 0x80) ++found.letters;
    if (c == ' ') ++found.blanks;
    if (c == '-' || c == '/') ++found.date_marks;
    if (c == ':') ++found.colons;
  }
  return found;
}

/// The best of several rows.
class Best {
 public:
  void offer(std::vector<std::string> row, double fit) {
    if (row_ && fit < fit_) return;  // of equal ones the last
    row_ = std::move(row);
    fit_ = fit;
  }
  std::vector<std::string> take() { return std::move(*row_); }

 private:
  std::optional<std::vector<std::string>> row_;
  double fit_ = 0;
};

}  // namespace

CellLook look_of(std::string_view cell) {
  const std::string_view text = trimmed(cell);
  if (text.empty()) return CellLook::kEmpty;
  if (text.find("://") != std::string_view::npos || text.starts_with("www.")) return CellLook::kLink;
  const Characters has = count(text);
  if (has.digits == text.size()) return CellLook::kInteger;
  if (has.digits == 0) return has.blanks > 0 ? CellLook::kText : CellLook::kWord;
  if (has.date_marks == 2 && has.letters <= 9 && has.blanks <= 2) return CellLook::kDate;
  if (has.colons > 0 && has.letters <= 3 && has.date_marks < 2) return CellLook::kTime;
  const char first = static_cast<char>(text.front() | 0x20);
  if (has.letters <= 3 && (first < 'a' || first > 'z')) return CellLook::kNumber;
  return has.blanks > 0 ? CellLook::kText : CellLook::kCode;
}

void RowRepair::learn(std::span<const std::string> row) {
  for (std::size_t column = 0; column < looks_.size(); ++column)
    ++looks_[column][static_cast<std::size_t>(look_of(row[column]))];
  ++rows_;
}

double RowRepair::fit(std::span<const std::string> row) const {
  constexpr double kUnseen = 0.25;
  double sum = 0;
  for (std::size_t column = 0; column < row.size(); ++column) {
    const double seen = looks_[column][static_cast<std::size_t>(look_of(row[column]))];
    sum += std::log((seen + kUnseen) / (rows_ + kUnseen * static_cast<double>(CellLook::kCount)));
  }
  return sum;
}

std::vector<std::string> RowRepair::with_a_cell(const std::vector<std::string>& row) const {
  Best best;
  for (std::size_t at = 0; at <= row.size(); ++at) {
    std::vector<std::string> candidate = row;
    candidate.insert(candidate.begin() + static_cast<std::ptrdiff_t>(at), std::string());
    const double how = fit(candidate);
    best.offer(std::move(candidate), how);
  }
  return best.take();
}

std::vector<std::string> RowRepair::without_a_cell(const std::vector<std::string>& row) const {
  constexpr double kJoining = 2;  // joining takes better reasons than leaving out an empty cell
  Best best;
  for (std::size_t at = 0; at < row.size(); ++at) {
    const auto here = static_cast<std::ptrdiff_t>(at);
    if (at + 1 < row.size()) {
      std::vector<std::string> joined = row;
      joined[at] += delimiter_ + row[at + 1];
      joined.erase(joined.begin() + here + 1);
      const double how = fit(joined) - kJoining;
      best.offer(std::move(joined), how);
    }
    if (!trimmed(row[at]).empty()) continue;
    std::vector<std::string> shorter = row;
    shorter.erase(shorter.begin() + here);
    const double how = fit(shorter);
    best.offer(std::move(shorter), how);
  }
  return best.take();
}

std::vector<std::string> RowRepair::mended(std::vector<std::string> row) const {
  if (rows_ == 0 || looks_.size() < 2) return row;
  if (row.size() + 1 == looks_.size()) return with_a_cell(row);
  if (row.size() == looks_.size() + 1) return without_a_cell(row);
  return row;
}

}  // namespace ae::ingest

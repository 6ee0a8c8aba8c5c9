#include "ae/ingest/column_looks.h"

#include <cmath>

#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

constexpr std::size_t kMostKept = 1000;   // different outlines and cells of a column
constexpr std::size_t kLongestKept = 80;  // bytes of a cell that is remembered as it is

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

char kind_of(char c) {
  if (c >= '0' && c <= '9') return '9';
  const char folded = static_cast<char>(c | 0x20);
  return (folded >= 'a' && folded <= 'z') || static_cast<unsigned char>(c) >= 0x80 ? 'a' : c;
}

/// "99/99/9999" of a date; runs as one character where `runs`: "9/9/9".
std::string outline_of(std::string_view cell, bool runs) {
  std::string outline;
  for (const char c : cell) {
    const char kind = kind_of(c);
    const bool goes_on = runs && !outline.empty() && outline.back() == kind && (kind == '9' || kind == 'a');
    if (!goes_on) outline += kind;
  }
  return outline;
}

void count_one(std::unordered_map<std::string, std::uint32_t>& counts, std::string what) {
  if (counts.size() < kMostKept || counts.contains(what)) ++counts[std::move(what)];
}

double count_in(const std::unordered_map<std::string, std::uint32_t>& counts, const std::string& what) {
  const auto found = counts.find(what);
  return found == counts.end() ? 0 : found->second;
}

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

void ColumnLooks::learn(std::string_view cell) {
  ++looks_[static_cast<std::size_t>(look_of(cell))];
  ++rows_;
  if (cell.size() > kLongestKept) return;
  count_one(outlines_, outline_of(cell, true));
  count_one(lengths_, outline_of(cell, false));
  count_one(cells_, std::string(cell));
}

double ColumnLooks::fit(std::string_view cell) const {
  constexpr double kUnseen = 0.25;
  constexpr double kOfLook = 0.02;
  constexpr double kOfOutline = 0.18;
  constexpr double kOfLengths = 0.3;
  constexpr double kOfCells = 0.5;
  const double looks = looks_[static_cast<std::size_t>(look_of(cell))] + kUnseen;
  double share = kOfLook * looks / (rows_ + kUnseen * static_cast<double>(CellLook::kCount));
  if (cell.size() <= kLongestKept && rows_ > 0) {
    share += kOfOutline * count_in(outlines_, outline_of(cell, true)) / rows_;
    share += kOfLengths * count_in(lengths_, outline_of(cell, false)) / rows_;
    share += kOfCells * count_in(cells_, std::string(cell)) / rows_;
  }
  return std::log(share);
}

}  // namespace ae::ingest

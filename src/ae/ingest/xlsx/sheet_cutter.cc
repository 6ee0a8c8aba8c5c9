#include "ae/ingest/xlsx/sheet_cutter.h"

#include <algorithm>
#include <utility>

namespace ae::ingest::xlsx {
namespace {

constexpr std::string_view kBegin = "<sheetData>";
constexpr std::string_view kEnd = "</sheetData>";
constexpr std::string_view kRowEnd = "</row>";
constexpr std::size_t kLongestAbove = std::size_t{1} << 20;
constexpr std::size_t kLongestSlice = std::size_t{64} << 10;
constexpr std::size_t kLongestRow = std::size_t{16} << 20;

}  // namespace

bool SheetCutter::take(std::string_view piece) {
  const std::size_t slice = std::min(block_, kLongestSlice);
  for (; part_ != Part::kBelow && !piece.empty(); piece.remove_prefix(std::min(slice, piece.size()))) {
    if (!take_slice(piece.substr(0, slice))) return false;
  }
  return piece.empty() || takers_.frame(piece);
}

bool SheetCutter::take_slice(std::string_view piece) {
  text_ += piece;
  if (part_ == Part::kAbove && !begin_rows()) return false;
  if (part_ == Part::kAbove || text_.size() < target_) return true;
  const std::size_t last = text_.rfind(kRowEnd);
  if (last != std::string::npos) return cut_rows(last + kRowEnd.size());
  target_ = text_.size() * 2;
  return text_.size() < kLongestRow;
}

bool SheetCutter::begin_rows() {
  const std::size_t begin = text_.find(kBegin);
  if (begin == std::string::npos) return text_.size() < kLongestAbove;
  const std::size_t rows = begin + kBegin.size();
  if (!takers_.frame(std::string_view(text_).substr(0, rows))) return false;
  text_.erase(0, rows);
  part_ = Part::kRows;
  return true;
}

bool SheetCutter::cut_rows(std::size_t end) {
  const std::string rest = text_.substr(end);
  text_.resize(end);
  if (!takers_.rows(text_)) return false;
  text_ = rest;
  text_.reserve(block_ + 2 * kLongestSlice);
  target_ = block_;
  if (!text_.starts_with(kEnd)) return true;
  part_ = Part::kBelow;
  return takers_.frame(text_);
}

bool SheetCutter::finish() {
  if (part_ == Part::kBelow) return true;
  const std::size_t end = part_ == Part::kRows ? text_.find(kEnd) : std::string::npos;
  if (end == std::string::npos) return false;
  const std::string below = text_.substr(end);
  text_.resize(end);
  return (text_.empty() || takers_.rows(text_)) && takers_.frame(below);
}

}  // namespace ae::ingest::xlsx

#include "ae/ingest/csv/grid_builder.h"

#include <algorithm>

#include "ae/base/assert.h"

namespace ae::ingest::csv {

void GridBuilder::begin_row(std::int64_t line) {
  drop_empty_row();
  records_.starts_.push_back({records_.cells_.size(), 0, line});
}

void GridBuilder::put(std::size_t column, std::string_view text) {
  if (!text.empty()) put_kept(column, keep(text));
}

void GridBuilder::put_kept(std::size_t column, std::string_view text) {
  AE_ASSERT(!records_.starts_.empty());
  const std::size_t first = records_.starts_.back().first_cell;
  if (text.empty() && column >= records_.cells_.size() - first) return;
  while (records_.cells_.size() - first <= column) {
    records_.cells_.push_back({{}, records_.cells_.size() - first + 1});
  }
  records_.cells_[first + column].text = text;
  ++filled_;
}

std::string_view GridBuilder::keep(std::string_view text) {
  // Strings that never grow beyond what they reserved, so that what they hold stays where it is.
  constexpr std::size_t kBlock = std::size_t{64} * 1024;
  std::deque<std::string>& blocks = records_.arena_;
  if (blocks.empty() || blocks.back().capacity() - blocks.back().size() < text.size()) {
    blocks.emplace_back().reserve(std::max(kBlock, text.size()));
  }
  std::string& block = blocks.back();
  const std::size_t at = block.size();
  block += text;
  return std::string_view(block).substr(at);
}

bool GridBuilder::is_mostly_gaps() const {
  constexpr std::size_t kMany = 4'000'000;
  constexpr std::size_t kGapsPerCell = 16;
  return records_.cells_.size() > kMany && records_.cells_.size() / kGapsPerCell > filled_;
}

void GridBuilder::drop_empty_row() {
  auto& starts = records_.starts_;
  if (!starts.empty() && starts.back().first_cell == records_.cells_.size()) starts.pop_back();
}

Records GridBuilder::finish() && {
  drop_empty_row();
  return std::move(records_);
}

Records GridBuilder::finish_below(std::span<const std::string> names) && {
  drop_empty_row();
  std::vector<Cell> header;
  for (const std::string& name : names) header.push_back({keep(name), header.size() + 1});
  records_.cells_.insert(records_.cells_.begin(), header.begin(), header.end());
  for (auto& start : records_.starts_) start.first_cell += header.size();
  records_.starts_.insert(records_.starts_.begin(), {0, 0, 0});
  return std::move(records_);
}

}  // namespace ae::ingest::csv

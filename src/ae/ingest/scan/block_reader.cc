#include "ae/ingest/scan/block_reader.h"

#include <algorithm>

namespace ae::ingest::scan {
namespace {

constexpr std::size_t kBehind = 4;   // bytes before a block that say how it begins
constexpr std::size_t kTail = 4096;  // bytes behind it, for the end of its last row
constexpr std::size_t kLineEnd = 2;  // bytes of a line end that a file's last line may lack

std::size_t bytes_of_character(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

}  // namespace

const RowBatch* BlockReader::read(std::size_t block) {
  if (!fetch(block) || !find(block)) return nullptr;
  // Its rows begin behind its first line feed; at its first byte when one stands before that.
  const bool at_once = block == 0 || (!before_.inside && text()[-1] == '\n');
  std::size_t first = 0;
  rows_begin_ = 0;
  row_ends_ = marks_.rows;
  if (!at_once) {
    while (first < marks_.size() && text()[marks_[first]] != '\n') ++first;
    if (first == marks_.size()) {
      batch_.lines.clear();
      batch_.ends = {};
      return &batch_;  // the inside of one long row
    }
    rows_begin_ = marks_[first++] + 1;
    --row_ends_;
  }
  if (!finish_last_row()) return nullptr;
  if (at_end_of_file()) drop_blank_lines();
  return part_rows(first) ? &batch_ : nullptr;
}

bool BlockReader::fetch(std::size_t block) {
  const std::size_t start = rows_.begin + block * rows_.block;
  behind_ = kBehind;
  block_size_ = std::min(rows_.block, rows_.end - start);
  text_end_ = std::min(start + block_size_ + kTail, rows_.end);
  fetched_ = text_end_ - start;
  buffer_.resize(kMargin + behind_ + fetched_ + kLineEnd + kLookahead);
  if (!file_.read(start - behind_, behind_ + fetched_, buffer_.data() + kMargin)) return false;
  std::fill(buffer_.begin() + static_cast<std::ptrdiff_t>(kMargin + behind_ + fetched_), buffer_.end(), '\0');
  return true;
}

/// For a row that is longer than all that was fetched.
bool BlockReader::fetch_more() {
  const std::size_t more = std::min(std::max(fetched_, kTail), rows_.end - text_end_);
  buffer_.resize(kMargin + behind_ + fetched_ + more + kLineEnd + kLookahead);
  if (!file_.read(text_end_, more, buffer_.data() + kMargin + behind_ + fetched_)) return false;
  fetched_ += more;
  text_end_ += more;
  std::fill(buffer_.begin() + static_cast<std::ptrdiff_t>(kMargin + behind_ + fetched_), buffer_.end(), '\0');
  return true;
}

/// What the bytes before a place in the buffer say about what begins there.
Carry BlockReader::carry_at(std::size_t at, bool inside) const {
  const char* const here = text() + at;
  Carry carry;
  carry.inside = inside;
  carry.at_boundary = here[-1] == rows_.signs.delimiter || here[-1] == '\n' || here[-1] == rows_.signs.quote;
  carry.after_close = !inside && here[-1] == rows_.signs.quote;
  carry.after_cr = here[-1] == '\r';
  for (std::size_t back = 1; back < kBehind; ++back) {
    const std::size_t bytes = bytes_of_character(here[-static_cast<std::ptrdiff_t>(back)]);
    if (bytes > back) carry.skip = static_cast<std::uint32_t>(bytes - back);
    if (bytes > 1) break;
  }
  return carry;
}

bool BlockReader::find(std::size_t block) {
  const std::string_view piece(text(), block_size_);
  find_marks(piece, rows_.signs, carry_at(0, false), marks_);
  order_.publish(block, marks_.carry.inside, marks_.lines);
  const std::optional<BlockOrder::Before> before = order_.before(block);
  if (!before) return false;
  before_ = *before;
  if (before_.inside) find_marks(piece, rows_.signs, carry_at(0, true), marks_);
  return !marks_.odd && marks_.crlf == (rows_.crlf ? marks_.rows : 0);
}

/// Goes on behind the block until its last row ends.
bool BlockReader::finish_last_row() {
  const bool complete =
      marks_.size() > 0 && marks_[marks_.size() - 1] + 1 == block_size_ && text()[block_size_ - 1] == '\n';
  if (complete) return true;
  std::size_t done = block_size_;
  Carry carry = marks_.carry;
  while (true) {
    if (done == searchable() && !at_end_of_file() && !fetch_more()) return false;
    if (done == searchable()) break;
    find_marks({text() + done, searchable() - done}, rows_.signs, carry, tail_);
    if (tail_.odd) return false;
    const auto offset = static_cast<std::uint32_t>(done);
    std::size_t inner = 0;
    const auto take_inner_before = [&](std::uint32_t end) {
      const std::vector<std::uint32_t>& lines = tail_.inner_lines();
      for (; inner < lines.size() && lines[inner] < end; ++inner) marks_.append_inner(offset + lines[inner]);
    };
    for (std::size_t at = 0; at < tail_.size(); ++at) {
      marks_.append(offset + tail_[at]);
      if (text()[offset + tail_[at]] != '\n') continue;
      take_inner_before(tail_[at]);
      ++row_ends_;
      return true;
    }
    take_inner_before(~std::uint32_t{0});
    carry = tail_.carry;
    done = searchable();
  }
  // The file's last line has no end: it gets one.
  if (carry.inside || carry.after_cr) return false;
  const bool empty = marks_.size() > 0 && text()[marks_[marks_.size() - 1]] == '\n' &&
                     marks_[marks_.size() - 1] + 1 == fetched_;
  if (empty || fetched_ == 0) return true;
  char* const end = buffer_.data() + kMargin + behind_ + fetched_;
  if (rows_.crlf) *end = '\r';
  end[rows_.crlf ? 1 : 0] = '\n';
  marks_.append(static_cast<std::uint32_t>(fetched_ + (rows_.crlf ? 1 : 0)));
  ++row_ends_;
  return true;
}

/// Blank lines at the end of a file are none of its rows.
void BlockReader::drop_blank_lines() {
  const std::uint32_t blank = rows_.crlf ? 2 : 1;
  while (marks_.size() > 0) {
    const std::size_t last = marks_.size() - 1;
    const std::uint32_t before = last > 0 ? marks_[last - 1] + 1 : 0;
    const bool follows_line = last > 0 ? text()[marks_[last - 1]] == '\n' : before == rows_begin_;
    if (text()[marks_[last]] != '\n' || !follows_line || marks_[last] + 1 - before != blank) return;
    marks_.drop_last();
    --row_ends_;
  }
}

/// Rows have the width of the table if a line feed stands at the end of each, which the BatchReader sees to.
bool BlockReader::part_rows(std::size_t first_mark) {
  const std::size_t width = rows_.width;
  const std::size_t count = marks_.size() > first_mark ? marks_.size() - first_mark : 0;
  batch_.text = text();
  batch_.ends = {marks_.begin() + first_mark, count};
  batch_.width = width;
  batch_.quote = rows_.signs.quote;
  batch_.crlf = rows_.crlf;
  if (count != row_ends_ * width) return false;
  marks_.append_inner(~std::uint32_t{0});
  const std::uint32_t* inner = marks_.inner_lines().data();
  std::int64_t line = rows_.first_line + static_cast<std::int64_t>(before_.lines) + (first_mark > 0 ? 1 : 0);
  for (; *inner < rows_begin_; ++inner) ++line;
  batch_.lines.resize(row_ends_);
  std::int64_t* const lines = batch_.lines.data();
  const std::uint32_t* end = batch_.ends.data() + width - 1;
  for (std::size_t row = 0; row < row_ends_; ++row, end += width) {
    lines[row] = line++;
    // No branch for the first one, which may come at any time.
    const std::size_t one = static_cast<std::size_t>(*inner < *end);
    inner += one;
    line += static_cast<std::int64_t>(one);
    for (; *inner < *end; ++inner) ++line;
  }
  return true;
}

}  // namespace ae::ingest::scan

// The part of BatchReader that looks at ids and lends texts, which differ from row to row.

#include <array>
#include <cstring>
#include <utility>

#include "ae/ingest/scan/batch_reader.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest::scan {

using enum OpportunityField;

void BatchReader::borrow_texts(Field field) {
  std::uint32_t* const codes = chunk_.text(field).codes().data();
  const LentColumn& lent = lent_[field];
  const ColumnOfBatch cells = cells_of(column_of(field));
  const char quote = batch_->quote;
  const std::size_t last = last_;
  for (std::size_t row = first_; row < last; ++row) {
    const std::string_view raw = cells.as_it_stands(row);
    const char* const begin = raw.data() + static_cast<std::ptrdiff_t>(*raw.data() == quote);
    codes[row] = static_cast<std::uint32_t>(row + 1) & (0U - static_cast<std::uint32_t>(!raw.empty()));
    const bool may_be_nothing = !raw.empty() && (may_begin_nothing(*begin) || *begin == quote);
    if (may_be_nothing && lent.word(codes[row]).empty()) codes[row] = table::TextColumn::kEmpty;
  }
}

void BatchReader::LentColumn::lend(const RowBatch& batch, std::size_t column, Field field) {
  batch_ = &batch;
  column_ = column;
  field_ = field;
  unescaped_.clear();
}

std::string_view BatchReader::LentColumn::word(std::uint32_t code) const {
  return text_of(field_, trimmed(ColumnOfBatch(*batch_, column_, unescaped_)[code - 1]));
}

void BatchReader::read_ids() {
  const ColumnOfBatch cells = cells_of(column_of(kId));
  const auto visible = [](char c) { return static_cast<unsigned char>(c - '!') < '\x7f' - '!'; };
  const bool all_live = std::memchr(live_.data() + first_, 0, last_ - first_) == nullptr;
  const bool first_pass = supposed_.repeated.empty();
  const std::size_t last = last_;
  const char quote = batch_->quote;
  std::array<std::uint64_t, kAtOnce> prints;
  int plain = 1;
  for (std::size_t row = first_; row < last; ++row) {
    const std::string_view raw = cells.as_it_stands(row);
    prints[row - first_] = fingerprint(raw);
    plain &= static_cast<int>(raw.size() > kLongestForNothing) & static_cast<int>(*raw.data() != quote) &
             static_cast<int>(visible(*raw.data())) & static_cast<int>(visible(raw.data()[raw.size() - 1]));
  }
  const bool as_they_stand = plain != 0 && all_live;
  if (as_they_stand && first_pass) return fingerprints_.add({prints.data(), last - first_});
  for (std::size_t row = first_; row < last; ++row) {
    std::uint64_t print = prints[row - first_];
    if (!as_they_stand) {
      const std::string_view id = trimmed(cells[row]);
      if (live_[row] == 0 || is_missing(id)) continue;
      print = fingerprint(id);
    }
    if (first_pass) {
      fingerprints_.add(print);
    } else {
      hold_repeated(row, print);
    }
  }
}

void BatchReader::hold_repeated(std::size_t row, std::uint64_t print) {
  if (!supposed_.repeated.contains(print)) return;
  held_[row] = 1;
  plain_[row] = 0;
  held_rows_.push_back({batch_->lines[row], std::string(batch_->row_text(row))});
}

}  // namespace ae::ingest::scan

// The part of BatchReader that reads dates.

#include "ae/ingest/scan/batch_reader.h"
#include "ae/ingest/scan/date_column.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/time_of_day.h"

namespace ae::ingest::scan {

void BatchReader::read_dates(Field field) {
  Date* const days = chunk_.dates(field).data();
  const ColumnOfBatch cells = cells_of(column_of(field));
  const std::size_t first = first_;
  const std::size_t others =
      read_date_column(cells.places(first), {days + first, last_ - first}, unusual_.data());
  std::uint8_t* const dated = dated_.data();
  const std::size_t last = last_;
  for (std::size_t row = first; row < last; ++row)
    dated[row] |= static_cast<std::uint8_t>(!days[row].is_none());
  for (std::size_t at = 0; at < others; ++at)
    read_date(field, first + unusual_[at], cells[first + unusual_[at]]);
}

/// A date in quotes, with a time of day, or in a format that the RowReader knows.
void BatchReader::read_date(Field field, std::size_t row, std::string_view text) {
  constexpr std::size_t kPlainSize = 10;
  if (text.empty()) return;
  const Date day = text.size() >= kPlainSize ? plain_date(text.data()) : Date();
  if (!day.is_none() && (text.size() == kPlainSize || is_time_of_day(text.substr(kPlainSize)))) {
    chunk_.dates(field)[row] = day;
    dated_[row] = 1;
    return;
  }
  plain_[row] = 0;
  if (live_[row] != 0) evidence_.dates[field].add(parse_date(trimmed(text)));
}

}  // namespace ae::ingest::scan

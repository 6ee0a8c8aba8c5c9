// The part of BatchReader that looks at one row at a time, with the phases of the plain reader.

#include <algorithm>
#include <utility>

#include "ae/ingest/scan/batch_reader.h"
#include "ae/ingest/sniff/total_row.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest::scan {

using enum OpportunityField;

const Sheet& BatchReader::one_row(std::size_t row) {
  if (loaded_row_ == row) return row_sheet_;
  loaded_row_ = row;
  row_sheet_.records = csv::scan(batch_->row_text(row), row_sheet_.delimiter).records;
  if (supposed_.head.records.are_grid()) row_sheet_.records.make_grid();
  if (row_sheet_.records.size() == 1 && row_sheet_.records[0].size() == batch_->width) return row_sheet_;
  // Both cut a row alike; should they ever not, the plain reader has the file.
  gave_up_ = true;
  row_sheet_.records = csv::scan("\"\"", row_sheet_.delimiter).records;
  return row_sheet_;
}

Place BatchReader::place_in_file(std::size_t row, Field field) {
  Place place = one_row(row).place(0, field);
  place.line += batch_->lines[row] - 1;
  return place;
}

/// Whether some row may be a header, a total, a footer or blank. Cheap, and true for every row that the plain
/// reader might take for a header: its first cell is a name of the header. The first cell decides there, too,
/// where no blank line stands above and the width is right.
bool BatchReader::any_outside_table() {
  const ColumnOfBatch firsts = cells_of(0);
  const std::uint8_t* const dated = dated_.data();
  const std::size_t last = last_;
  for (std::size_t row = first_; row < last; ++row) {
    const std::string_view first = firsts[row];
    const unsigned char byte = first.empty() ? 0 : static_cast<unsigned char>(first.front());
    const bool like_header = ((header_shapes_[byte] >> (first.size() % 64)) & 1U) != 0;
    if (like_header && header_cells_.find(first) != CellCodes::kNew) return true;
    if (dated[row] == 0 && stands_outside_table(row)) return true;
  }
  return false;
}

/// Whether a row may be a total, a heading, a footer or blank.
bool BatchReader::stands_outside_table(std::size_t row) {
  const std::span<const csv::Cell> cells = one_row(row).records[0];
  return std::count_if(cells.begin(), cells.end(), is_filled) < 2 || is_total_row(cells);
}

void BatchReader::read_by_itself(std::size_t row) {
  const Sheet& sheet = one_row(row);
  ReadRow read = row_reader_.read(0);
  if (read.fault) {
    set_apart(row, *read.fault);
    return;
  }
  read.row.line = batch_->lines[row];
  const auto place_of = [&](Field field) { return [this, row, field] { return place_in_file(row, field); }; };
  if (read.row.stage == Stage::kUnknown && map_.has(kStage))
    built_.stages.add(read.row.texts[kStage], key_of(row), place_of(kStage));
  if (read.category_unknown)
    built_.categories.add(sheet.cell(0, kForecastCategory), key_of(row), place_of(kForecastCategory));
  if (read.probability_passed_over)
    built_.probabilities.add(sheet.cell(0, kProbability), key_of(row), place_of(kProbability));
  others_.append(read.row);
}

void BatchReader::set_apart(std::size_t row, const Fault& fault) {
  const Sheet& sheet = one_row(row);
  built_.quarantine.push_back({place_in_file(row, fault.field), std::string(key(fault.field)),
                               std::string(sheet.cell(0, fault.field)), fault.reason,
                               row_reader_.amount_at_stake(0), 0, key_of(row).record});
}

void BatchReader::survey_currency(std::size_t row) {
  const Sheet& sheet = one_row(row);
  const std::optional<CurrencyMark> said = currency_said(sheet, 0);
  if (!said) return;
  if (said->needs_settling()) gave_up_ = true;
  const Currency named = said->settled(Currency{});
  if (!named.is_none()) {
    name_currency(row, named);
    return;
  }
  const MoneyCell amount = parse_money(sheet.cell(0, kAmount));
  if (!amount.missing && !amount.fault) ++evidence_.bare_amounts;
}

void BatchReader::name_currency(std::size_t row, Currency currency) {
  const auto named = evidence_.currencies.find(currency);
  if (named != evidence_.currencies.end() && named->second.line <= batch_->lines[row]) return;
  const Sheet& sheet = one_row(row);
  CurrencyNamer namer;
  const bool by_header = is_missing(sheet.cell(0, kCurrency)) &&
                         parse_money(sheet.cell(0, kAmount)).currency.kind == CurrencyMark::Kind::kNone;
  if (by_header) {
    namer = {supposed_.head.place(supposed_.head.header, kAmount), map_.header(kAmount)};
  } else {
    namer = namer_of(sheet, 0);
    namer.place.line += batch_->lines[row] - 1;
  }
  evidence_.name(currency, batch_->lines[row], namer);
}

void BatchReader::count_unknown_stages() {
  if (!unknown_stages_) return;
  const table::TextColumn& names = chunk_.text(kStage);
  for (std::size_t row = first_; row < last_; ++row) {
    if (chunk_.stage[row] != Stage::kUnknown || plain_[row] == 0 || live_[row] == 0) continue;
    built_.stages.add(names.at(row), key_of(row), [&] { return place_in_file(row, kStage); });
  }
}

}  // namespace ae::ingest::scan

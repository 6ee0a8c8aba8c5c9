#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "ae/base/money.h"
#include "ae/base/text.h"
#include "ae/ingest/column_formats.h"
#include "ae/ingest/currency_rule.h"
#include "ae/ingest/mapping/stage_names.h"
#include "ae/ingest/sheet.h"
#include "ae/table/opportunity_table.h"

namespace ae::ingest {

/// Why a row cannot be read right: the first of its columns that is wrong.
struct Fault {
  OpportunityField field = OpportunityField::kCount;
  Message reason;
};

/// A row of a source, read. `row` is complete only without a fault; its texts are borrowed from the source.
struct ReadRow {
  table::OpportunityRow row;
  std::optional<Fault> fault;
  bool category_unknown = false;         ///< the forecast category's name is none that is known
  bool probability_passed_over = false;  ///< it cannot be read, and the deal is closed
};

/// What a trimmed cell of a text field says: nothing where it holds a word for nothing that cannot be a name,
/// else its text without the apostrophe that guards a formula.
std::string_view text_of(OpportunityField field, std::string_view cell);

/// The forecast category of this name, by the source's preset and the general names.
std::optional<ForecastCategory> category_named(const ColumnMap& map, std::string_view cell);
/// What a cell of the status column says; nullopt for words that say neither open, won nor lost.
std::optional<DealState> status_named(const ColumnMap& map, std::string_view cell);

/// Reads the live rows of one source by what its columns decided. Holds no state between rows: many threads
/// may share it. Borrows everything it is made from.
class RowReader {
 public:
  RowReader(const Sheet& sheet, const ColumnFormats& formats, const CurrencyRule& currencies,
            const StageNames& stages, std::uint32_t source);

  ReadRow read(std::size_t record) const;

  /// What the row's amount cell holds, whatever else is wrong with the row; nullopt when that cannot be read.
  std::optional<Money> amount_at_stake(std::size_t record) const;

  const Sheet& sheet() const { return sheet_; }

 private:
  std::optional<Fault> read_cell(std::size_t record, OpportunityField field, ReadRow& result) const;
  std::optional<Fault> read_day_number(const DayNumber& number, OpportunityField field,
                                       table::OpportunityRow& row) const;
  std::optional<Fault> read_currency(std::size_t record, ReadRow& result) const;
  std::optional<Fault> read_money(std::size_t record, ReadRow& result) const;
  std::optional<Fault> read_probability_cell(std::size_t record, ReadRow& result) const;
  std::optional<Fault> read_state(std::size_t record, ReadRow& result) const;
  std::optional<DealState> status_said(std::size_t record) const;

  const Sheet& sheet_;
  const ColumnFormats& formats_;
  const StageNames& stages_;
  Currency bare_;
  SharedMarks marks_;
  std::uint32_t source_;
  std::vector<OpportunityField> fields_;  ///< those that the source has, in the order of its columns
};

}  // namespace ae::ingest

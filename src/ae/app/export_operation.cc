#include "ae/app/export_operation.h"

#include <algorithm>
#include <memory>

#include "ae/app/report_operation.h"
#include "ae/report/export_report.h"

namespace ae::app {
namespace {

using render::JsonWriter;
using render::write_json;
using table::OpportunityRow;

std::optional<std::string> stage_words(const OpportunityRow& row) {
  if (row.stage != Stage::kUnknown) return std::string(key(row.stage));
  const std::string_view written = row.texts[OpportunityField::kStage];
  return written.empty() ? std::nullopt : std::optional(std::string(written));
}

/// The field of a row as plain text; nullopt where the row has nothing.
std::optional<std::string> cell_of(const OpportunityRow& row, OpportunityField field) {
  switch (kind(field)) {
    case FieldKind::kText:
    case FieldKind::kNumber:
      return row.texts[field].empty() ? std::nullopt : std::optional(std::string(row.texts[field]));
    case FieldKind::kStage:
      return stage_words(row);
    case FieldKind::kMoney:
      return row.amount == table::kNoAmount ? std::nullopt
                                            : std::optional(Money{row.amount, row.currency}.str());
    case FieldKind::kCurrency:
      return row.currency.is_none() ? std::nullopt : std::optional(std::string(row.currency.code()));
    case FieldKind::kProbability:
      return row.probability.is_none() ? std::nullopt : std::optional(row.probability.str());
    case FieldKind::kCategory:
      return row.category == ForecastCategory::kNone ? std::nullopt
                                                     : std::optional(std::string(key(row.category)));
    case FieldKind::kDate:
      return row.dates[field].is_none() ? std::nullopt : std::optional(row.dates[field].iso());
    case FieldKind::kBoolean:
      break;
  }
  if (field == OpportunityField::kIsDeleted) return std::nullopt;  // a row that is kept is not told apart
  const bool holds =
      field == OpportunityField::kIsWon ? row.state == DealState::kWon : row.state != DealState::kOpen;
  return holds ? "true" : "false";
}

/// Amounts, probabilities and truth values stand bare in JSON; all else in quotes.
bool stands_bare(OpportunityField field) {
  return kind(field) == FieldKind::kMoney || kind(field) == FieldKind::kProbability ||
         kind(field) == FieldKind::kBoolean;
}

/// Who says what the deal is worth; nullopt when nobody does.
std::optional<std::string> amount_source_of(const OpportunityRow& row) {
  return row.amount == table::kNoAmount ? std::nullopt : std::optional(std::string(key(row.amount_source)));
}

void write_row(JsonWriter& json, const OpportunityRow& row) {
  json.begin_object();
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    json.key(key(field));
    const std::optional<std::string> cell = cell_of(row, field);
    if (!cell) {
      json.null();
    } else if (stands_bare(field)) {
      json.number(*cell);
    } else {
      json.string(*cell);
    }
  }
  json.key("amount_source");
  write_json(json, amount_source_of(row));
  json.end_object();
}

template <typename Visit>
void for_each_row(const table::OpportunityTable& table, Visit&& visit) {
  for (const table::OpportunityChunk& chunk : table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) visit(chunk.row(row));
  }
}

void write_result(JsonWriter& json, const report::ExportFigures& totals,
                  const table::OpportunityTable& table) {
  json.begin_object();
  for_each_field<report::ExportFigures>([&](const auto& field) {
    json.key(field.name);
    write_json(json, totals.*(field.member));
  });
  json.key("rows");
  json.begin_array();
  for_each_row(table, [&](const OpportunityRow& row) { write_row(json, row); });
  json.end_array();
  json.end_object();
}

/// The fields that some source has a column for, and those that every row has.
std::vector<OpportunityField> columns_of(const table::OpportunityTable& table) {
  std::vector<OpportunityField> columns;
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    if (table.has(field) || field == OpportunityField::kStage || field == OpportunityField::kCurrency)
      columns.push_back(field);
  }
  return columns;
}

render::RowCell row_cell(OpportunityField field) {
  switch (kind(field)) {
    case FieldKind::kMoney:
      return render::RowCell::kAmount;
    case FieldKind::kCurrency:
      return render::RowCell::kCurrency;
    case FieldKind::kProbability:
      return render::RowCell::kShare;
    case FieldKind::kDate:
      return render::RowCell::kDate;
    case FieldKind::kBoolean:
      return render::RowCell::kTruth;
    case FieldKind::kText:
    case FieldKind::kNumber:
    case FieldKind::kStage:
    case FieldKind::kCategory:
      break;
  }
  return render::RowCell::kText;
}

/// Whether some amount is not the source's own.
bool any_supplied(const table::OpportunityTable& table) {
  return std::any_of(table.chunks.begin(), table.chunks.end(), [](const table::OpportunityChunk& chunk) {
    const auto& sources = chunk.amount_source;
    return std::find(sources.begin(), sources.end(), table::AmountSource::kPriceList) != sources.end();
  });
}

RowStream rows_of(std::shared_ptr<const table::OpportunityTable> table) {
  const std::vector<OpportunityField> columns = columns_of(*table);
  const bool with_source = any_supplied(*table);
  RowStream stream;
  for (const OpportunityField field : columns) {
    stream.header.emplace_back(key(field));
    stream.holds.push_back(row_cell(field));
  }
  if (with_source) {
    stream.header.emplace_back("amount_source");
    stream.holds.push_back(render::RowCell::kText);
  }
  stream.write_rows = [table = std::move(table), columns, with_source](const auto& emit) {
    for_each_row(*table, [&](const OpportunityRow& row) {
      std::vector<std::string> cells;
      cells.reserve(columns.size());
      for (const OpportunityField field : columns) cells.push_back(cell_of(row, field).value_or(""));
      if (with_source) cells.push_back(amount_source_of(row).value_or(""));
      emit(cells);
    });
  };
  return stream;
}

}  // namespace

Operation export_operation() {
  Operation operation =
      report_operation<report::ExportReport>("ae export --config examples/ae.toml --format csv");
  operation.run = [](const Invocation& invocation, const Environment& environment) -> Result<Answer> {
    AE_TRY(auto made, answer_report<report::ExportReport>(invocation, environment));
    const auto table = std::make_shared<const table::OpportunityTable>(std::move(made.table));
    Answer answer = std::move(made.answer);
    answer.rows = rows_of(table);
    answer.write_result = [totals = made.output, table](JsonWriter& json) {
      write_result(json, totals, *table);
    };
    return answer;
  };
  return operation;
}

}  // namespace ae::app

#include "ae/ingest/amount_notes.h"

#include <optional>

namespace ae::ingest {
namespace {

using enum OpportunityField;

/// The amounts that have something in common: how many, and the first that can be read.
struct Seen {
  std::int64_t count = 0;
  std::size_t first = 0;
  std::string value;

  void add(std::size_t record, const Decimal& amount) {
    if (count++ > 0) return;
    first = record;
    value = amount.str();
  }
};

/// Whether some currency can hold the amount; one that none can hold is set apart.
bool fits(const Decimal& amount) {
  constexpr int kMostDecimals = 3;
  DoesNotFit why{};
  return in_minor_units(amount, kMostDecimals, why).has_value();
}

Note note_on(const Sheet& sheet, const Seen& seen, std::string_view code, Severity severity,
             const Text& text) {
  return {std::string(code), severity,
          Message{text}
              .with("count", seen.count)
              .with("cell", sheet.cell(seen.first, kAmount))
              .with("value", seen.value),
          sheet.place(seen.first, kAmount)};
}

}  // namespace

std::vector<Note> amount_notes(const Sheet& sheet, const ColumnFormats& formats) {
  Seen units;
  Seen scientific;
  for (std::size_t record = 0; record < sheet.records.size(); ++record) {
    if (sheet.shapes[record] != RowShape::kLive) continue;
    const MoneyCell cell = parse_money(sheet.cell(record, kAmount));
    if (cell.missing || cell.fault || (cell.number.power == 0 && !cell.number.scientific)) continue;
    const std::optional<Decimal> amount = read_amount(cell, formats.amount);
    if (amount && fits(*amount)) (cell.number.scientific ? scientific : units).add(record, *amount);
  }
  std::vector<Note> notes;
  if (formats.amount_power != 0) {
    notes.push_back({"unit_of_header", Severity::kInfo,
                     Message{Text{"The header {column} names a unit: its amounts are multiplied by {factor}",
                                  "表头 {column} 写明了单位：其金额均乘以 {factor}"}}
                         .with("column", sheet.map.header(kAmount))
                         .with("factor", times_power_of_ten({1, 0}, formats.amount_power).str()),
                     sheet.place(sheet.header, kAmount)});
  }
  if (units.count > 0) {
    notes.push_back(note_on(sheet, units, "units_read", Severity::kInfo,
                            Text{"Amounts written with a unit: {count}; {cell} is read as {value}",
                                 "带单位书写的金额：{count} 个；{cell} 读作 {value}"}));
  }
  if (scientific.count > 0) {
    notes.push_back(
        note_on(sheet, scientific, "scientific_notation", Severity::kWarning,
                Text{"Amounts in scientific notation: {count}; {cell} is read as {value}, and digits "
                     "that the export dropped are lost",
                     "以科学计数法书写的金额：{count} 个；{cell} 读作 {value}，导出时舍去的位数无法恢复"}));
  }
  return notes;
}

}  // namespace ae::ingest

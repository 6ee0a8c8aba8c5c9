#include "ae/ingest/read_opportunities.h"

#include "ae/base/assert.h"
#include "ae/ingest/read_sheets.h"

namespace ae::ingest {
namespace {

Error refused_by_strict(const QuarantinedRow& row) {
  return {"row_refused",
          Message{Text{"A row cannot be read right: {reason}", "有一行无法正确读取：{reason}"}}.with(
              "reason", row.reason),
          Text{"Mend the cell; or leave out --strict, which sets such rows apart and keeps the rest",
               "请修正该单元格；或去掉 --strict，此类行将被隔离，其余照常读取"},
          row.place,
          row.value,
          {}};
}

Error nothing_kept(const Reading& reading) {
  const QuarantinedRow& first = reading.quarantine.front();
  return {"nothing_kept",
          Message{Text{"No row can be read right ({count} set apart); the first one: {reason}",
                       "没有一行可以正确读取（隔离 {count} 行）；首个原因：{reason}"}}
              .with("count", std::ssize(reading.quarantine))
              .with("reason", first.reason),
          Message{Text{"If the column is not {field}, say which one is: --map {field}=COLUMN",
                       "若该列并非 {field}，请指明对应的列：--map {field}=列名"}}
              .with("field", first.field.empty() ? "amount" : std::string_view(first.field)),
          first.place,
          first.value,
          {}};
}

}  // namespace

Result<Reading> read_opportunities(std::span<const Source> sources, const ReadOptions& options) {
  AE_ASSERT(!sources.empty());
  AE_TRY(ReadSheets read, read_sheets(sources, options));
  Reading& reading = read.reading;
  if (options.strict && !reading.quarantine.empty())
    return fail(refused_by_strict(reading.quarantine.front()));
  if (reading.table.rows() == 0 && !reading.quarantine.empty()) return fail(nothing_kept(reading));
  return std::move(reading);
}

}  // namespace ae::ingest

#include "ae/ingest/corrected_copy.h"

#include <algorithm>
#include <map>
#include <set>

#include "ae/ingest/column_words.h"
#include "ae/ingest/csv/open_text.h"
#include "ae/ingest/read_sheets.h"
#include "ae/ingest/row_reader.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

using enum OpportunityField;

Error column_needed(const Sheet& sheet, const DealDecision& decision, OpportunityField field) {
  return {"column_needed",
          Message{Text{"{what} of {id} needs a column “{column}”, and {file} has none",
                       "对 {id} 执行“{what}”需要“{column}”列，而 {file} 没有"}}
              .with("what", Message(name(decision.disposition)))
              .with("id", decision.id)
              .with("column", Message(name(field)))
              .with("file", sheet.name),
          Message{Text{"Export the file with it; or say which column it is: --map {field}=COLUMN",
                       "请导出含该列的文件；或指明对应的列：--map {field}=列名"}}
              .with("field", key(field)),
          {sheet.name, sheet.header_line(), 0},
          decision.id,
          {}};
}

Error date_not_written(const Sheet& sheet, const Place& place, std::string_view cell, Date day) {
  return {"date_not_written",
          Message{Text{"{day} cannot be written in the way in which this column of {file} has its dates",
                       "无法按 {file} 中该列的日期写法写入 {day}"}}
              .with("day", day.iso())
              .with("file", sheet.name),
          Text{"Export the file with dates as 2026-03-31", "请以 2026-03-31 的日期格式导出文件"},
          place,
          std::string(cell),
          {}};
}

Error word_not_written(const Sheet& sheet, const Place& place) {
  return {"word_not_written",
          Message{Text{"No row of {file} shows how this column says that a deal is lost",
                       "{file} 中没有任何一行显示该列如何表示丢单"}}
              .with("file", sheet.name),
          Text{"Close the deal in its own system, or use a file that has a lost deal",
               "请在原系统中关闭该商机，或使用含有丢单的文件"},
          place,
          "",
          {}};
}

Error copy_reads_otherwise(const Sheet& sheet, const std::string& id, const Message& how) {
  return {
      "copy_reads_otherwise",
      Message{Text{"The copy of {file} would not read as decided ({id}: {how})",
                   "{file} 的副本读取结果会与决定不符（{id}：{how}）"}}
          .with("file", sheet.name)
          .with("id", id)
          .with("how", how),
      Text{"Say how the file is read, with --date-order, --decimal or --encoding; or leave this decision out",
           "请用 --date-order、--decimal 或 --encoding 说明文件的读法；或去掉该项决定"},
      {sheet.name, 0, 0},
      id,
      {}};
}

/// Turns decisions into changes of cells.
class Corrector {
 public:
  Corrector(const Sheet& sheet, const ColumnFormats& formats, const StageNames& stages, Date as_of)
      : sheet_(sheet), words_(sheet, formats, stages), as_of_(as_of) {
    for (std::size_t record = 0; record < sheet.records.size(); ++record) {
      if (sheet.shapes[record] == RowShape::kLive)
        records_[std::string(text_of(kId, sheet.cell(record, kId)))].push_back(record);
    }
  }

  Result<void> add(const DealDecision& decision) {
    decision_ = &decision;
    for (const std::size_t record : records_[decision.id]) {
      record_ = record;
      AE_TRY_VOID(add_to_record());
    }
    return {};
  }

  csv::Edits edits;
  std::vector<CellChange> changes;

 private:
  Result<void> add_to_record() {
    switch (decision_->disposition) {
      case Disposition::kReDate:
        AE_TRY_VOID(need(kCloseDate));
        return put_date(kCloseDate, decision_->close_date);
      case Disposition::kReStage:
        AE_TRY_VOID(need(kStage));
        put(kStage, words_.stage(decision_->stage, decision_->stage_words));
        return put_date(kStageDate, as_of_);
      case Disposition::kDowngrade:
        AE_TRY_VOID(need(kForecastCategory));
        put(kForecastCategory, words_.category(decision_->category));
        return {};
      case Disposition::kClose:
        return close();
      case Disposition::kMerge:
        remove();
        return {};
      case Disposition::kKeep:
      case Disposition::kCount:
        break;
    }
    return {};
  }

  Result<void> need(OpportunityField field) const {
    if (!sheet_.map.has(field)) return fail(column_needed(sheet_, *decision_, field));
    return {};
  }

  Result<void> close() {
    const bool has_status =
        sheet_.map.status != ColumnMap::kAbsent && sheet_.map.status != sheet_.map.column[kStage];
    const bool has_state = has_status || sheet_.map.has(kIsClosed);
    if (!has_state) AE_TRY_VOID(need(kStage));
    // Where another column says how a deal ended, the stage may be the one that it was lost from.
    if (sheet_.map.has(kStage) && (!has_state || words_.has(Stage::kClosedLost)))
      put(kStage, words_.stage(Stage::kClosedLost, {}));
    if (has_status) {
      const std::optional<std::string> lost = words_.lost();
      if (!lost)
        return fail(word_not_written(sheet_, sheet_.records.place(sheet_.name, record_, status_column())));
      put(status_column(), *lost);
    }
    AE_TRY_VOID(put_boolean(kIsClosed, true));
    AE_TRY_VOID(put_boolean(kIsWon, false));
    if (sheet_.map.has(kLossReason)) put(kLossReason, decision_->reason);
    AE_TRY_VOID(put_date(kClosedDate, as_of_));
    return put_date(kStageDate, as_of_);
  }

  std::size_t status_column() const { return static_cast<std::size_t>(sheet_.map.status); }

  Result<void> put_boolean(OpportunityField field, bool value) {
    if (!sheet_.map.has(field)) return {};
    const std::optional<std::string> words = words_.boolean(field, value);
    if (!words) return fail(word_not_written(sheet_, sheet_.place(record_, field)));
    put(field, *words);
    return {};
  }

  Result<void> put_date(OpportunityField field, Date day) {
    if (!sheet_.map.has(field)) return {};
    const std::string_view cell = sheet_.cell(record_, field);
    std::optional<std::string> words = words_.date(field, cell, day);
    if (!words) return fail(date_not_written(sheet_, sheet_.place(record_, field), cell, day));
    put(field, *std::move(words));
    return {};
  }

  void put(OpportunityField field, std::string words) {
    put(static_cast<std::size_t>(sheet_.map.column[field]), std::move(words));
  }
  void put(std::size_t column, std::string words) {
    const auto cells = sheet_.records[record_];
    const std::string_view before = column < cells.size() ? trimmed(cells[column].text) : std::string_view{};
    if (before == words) return;
    changes.push_back(
        {decision_->id, decision_->disposition, sheet_.map.headers[column], std::string(before), words});
    edits.cells.push_back({record_, column, std::move(words)});
  }

  void remove() {
    edits.removed.push_back(record_);
    changes.push_back({decision_->id, Disposition::kMerge, {}, {}, decision_->into});
    const auto kept = records_.find(decision_->into);
    const auto cells = sheet_.records[record_];
    for (std::size_t column = 0; column < std::min(cells.size(), sheet_.map.headers.size()); ++column) {
      const std::string_view lost = trimmed(cells[column].text);
      if (is_missing(lost) || static_cast<int>(column) == sheet_.map.column[kId]) continue;
      std::string_view stays;
      if (kept != records_.end() && column < sheet_.records[kept->second.front()].size())
        stays = trimmed(sheet_.records[kept->second.front()][column].text);
      if (lost == stays) continue;
      changes.push_back({decision_->id, Disposition::kMerge, sheet_.map.headers[column], std::string(lost),
                         std::string(stays), true});
    }
  }

  const Sheet& sheet_;
  ColumnWords words_;
  Date as_of_;
  std::map<std::string, std::vector<std::size_t>> records_;
  const DealDecision* decision_ = nullptr;
  std::size_t record_ = 0;
};

/// What of a deal a decision may change, by its id.
struct Facts {
  Stage stage = Stage::kUnknown;
  DealState state = DealState::kOpen;
  std::int64_t amount = 0;
  Currency currency;
  ForecastCategory category = ForecastCategory::kNone;
  EnumArray<OpportunityField, Date> dates;
  EnumArray<OpportunityField, std::string> texts;

  bool operator==(const Facts&) const = default;
};

std::multimap<std::string, Facts> facts_of(const table::OpportunityTable& table) {
  std::multimap<std::string, Facts> facts;
  for (const table::OpportunityChunk& chunk : table.chunks) {
    for (std::size_t at = 0; at < chunk.rows(); ++at) {
      const table::OpportunityRow row = chunk.row(at);
      Facts of{row.stage, row.state, row.amount, row.currency, row.category, row.dates, {}};
      for (const OpportunityField field : enumerators<OpportunityField>()) of.texts[field] = row.texts[field];
      facts.emplace(of.texts[kId], std::move(of));
    }
  }
  return facts;
}

/// What is wrong with a deal of the copy; nullopt: it is as decided.
std::optional<Message> fault_of(const DealDecision& decision, const Facts& deal) {
  const bool holds = [&] {
    switch (decision.disposition) {
      case Disposition::kReDate:
        return deal.dates[kCloseDate] == decision.close_date;
      case Disposition::kReStage:
        return deal.stage == decision.stage;
      case Disposition::kDowngrade:
        return deal.category == decision.category;
      case Disposition::kClose:
        return deal.state == DealState::kLost;
      default:
        return true;
    }
  }();
  if (holds) return std::nullopt;
  return Message{Text{"{what} does not hold", "“{what}”未生效"}}.with("what",
                                                                      Message(name(decision.disposition)));
}

/// Holds the copy to the decisions and to the source.
Result<void> check(const Sheet& sheet, const table::OpportunityTable& before,
                   const table::OpportunityTable& after, std::span<const DealDecision> decisions) {
  std::multimap<std::string, Facts> source = facts_of(before);
  std::multimap<std::string, Facts> copy = facts_of(after);
  for (const DealDecision& decision : decisions) {
    const auto deal = copy.find(decision.id);
    const bool merged = decision.disposition == Disposition::kMerge;
    if ((deal == copy.end()) != merged)
      return fail(copy_reads_otherwise(sheet, decision.id, Text{"the row cannot be read", "该行无法读取"}));
    if (!merged) {
      if (const auto fault = fault_of(decision, deal->second))
        return fail(copy_reads_otherwise(sheet, decision.id, *fault));
    }
    source.erase(decision.id);
    copy.erase(decision.id);
  }
  if (source == copy) return {};
  const auto at = std::mismatch(source.begin(), source.end(), copy.begin(), copy.end()).first;
  return fail(copy_reads_otherwise(
      sheet, at == source.end() ? "" : at->first,
      Text{"a deal that nothing was decided about would change", "未作决定的商机会被改变"}));
}

}  // namespace

Result<CorrectedCopy> corrected_copy(const Source& source, const ReadOptions& options,
                                     std::span<const DealDecision> decisions, Date as_of) {
  AE_TRY(const csv::OpenText text, csv::OpenText::open(source, options));
  AE_TRY(const ReadSheets read, read_sheets(std::span(&source, 1), options));
  const Sheet& sheet = read.sheets.front();
  AE_TRY(const CurrencyRule currencies, settle_currencies(read.sheets, options));
  AE_TRY(const ColumnFormats formats, decide_formats(sheet, options, currencies, 0));
  const StageNames stages(options.stages, sheet.map.names());
  Corrector corrector(sheet, formats, stages, as_of);
  for (const DealDecision& decision : decisions) AE_TRY_VOID(corrector.add(decision));
  CorrectedCopy copy;
  AE_TRY(copy.bytes, text.with(corrector.edits, {source.name, 0, 0}));
  copy.changes = std::move(corrector.changes);
  const Source written{source.name, copy.bytes};
  const Result<ReadSheets> again = read_sheets(std::span(&written, 1), options);
  if (!again) return fail(copy_reads_otherwise(sheet, again.error().value, again.error().message));
  AE_TRY_VOID(check(sheet, read.reading.table, again->reading.table, decisions));
  return copy;
}

}  // namespace ae::ingest

#include "ae/ingest/reading_notes.h"

#include "ae/ingest/shell_word.h"

namespace ae::ingest {
namespace {

using enum OpportunityField;

/// The words for one and for more.
Message counted(std::int64_t count, Text one, Text more) {
  return Message{count == 1 ? one : more}.with("count", count);
}

Note stage_blank(const UnknownNames::Seen& seen) {
  return {"stage_blank", Severity::kWarning,
          counted(seen.rows,
                  Text{"{count} deal has no stage: it is open, without probability and weight",
                       "{count} 个商机没有阶段：视为未结，无概率、不加权"},
                  Text{"{count} deals have no stage: they are open, without probability and weight",
                       "{count} 个商机没有阶段：视为未结，无概率、不加权"}),
          seen.place};
}

Note stage_unknown(const std::string& stage, const UnknownNames::Seen& seen) {
  return {
      "stage_unknown", Severity::kWarning,
      counted(
          seen.rows,
          Text{"{count} deal is in the stage {stage}, which the method does not know: no probability, no "
               "weight; to weigh it: {flag}",
               "{count} 个商机的阶段 {stage} 不在方法之内：无概率、不加权；如需加权：{flag}"},
          Text{"{count} deals are in the stage {stage}, which the method does not know: no probability, no "
               "weight; to weigh them: {flag}",
               "{count} 个商机的阶段 {stage} 不在方法之内：无概率、不加权；如需加权：{flag}"})
          .with("stage", stage)
          .with("flag", "--stage-map " + shell_word(stage + "=demo")),
      seen.place};
}

Note category_unknown(const std::string& category, const UnknownNames::Seen& seen) {
  return {
      "category_unknown", Severity::kWarning,
      counted(
          seen.rows,
          Text{"{count} deal has the forecast category {category}, which is none of the method's: it is "
               "passed over",
               "{count} 个商机的预测类别 {category} 不在方法之内，未予采用"},
          Text{"{count} deals have the forecast category {category}, which is none of the method's: it is "
               "passed over",
               "{count} 个商机的预测类别 {category} 不在方法之内，未予采用"})
          .with("category", category),
      seen.place};
}

}  // namespace

std::vector<Note> stage_notes(const UnknownNames& stages) {
  std::vector<Note> notes;
  for (const auto& [stage, seen] : stages.in_order()) {
    notes.push_back(stage.empty() ? stage_blank(seen) : stage_unknown(stage, seen));
  }
  return notes;
}

std::vector<Note> category_notes(const UnknownNames& categories) {
  std::vector<Note> notes;
  for (const auto& [category, seen] : categories.in_order()) {
    notes.push_back(category_unknown(category, seen));
  }
  return notes;
}

std::vector<Note> probability_notes(const UnknownNames& probabilities) {
  std::vector<Note> notes;
  for (const auto& [value, seen] : probabilities.in_order()) {
    notes.push_back(
        {"probability_passed_over", Severity::kWarning,
         Message{
             Text{
                 "Closed deals with {value} for a probability: {count}; the deals count, that probability is "
                 "not read",
                 "赢率写作 {value} 的已关闭商机：{count} 个；商机照常计入，该赢率未采用"}}
             .with("count", seen.rows)
             .with("value", value),
         seen.place});
  }
  return notes;
}

std::vector<Note> column_notes(std::span<const Sheet> sheets) {
  table::FieldSet somewhere;
  for (const Sheet& sheet : sheets) somewhere |= sheet.map.fields();
  std::vector<Note> notes;
  for (const Sheet& sheet : sheets) {
    std::string lacking;
    for (const OpportunityField field : enumerators<OpportunityField>()) {
      if (!table::has(somewhere, field) || sheet.map.has(field)) continue;
      if (!lacking.empty()) lacking += ", ";
      lacking += key(field);
    }
    if (lacking.empty()) continue;
    notes.push_back(
        {"columns_differ", Severity::kInfo,
         Message{Text{"No column for {fields}, which other files have", "缺少其他文件具有的列：{fields}"}}
             .with("fields", lacking),
         sheet.place(sheet.header, kCount)});
  }
  return notes;
}

Note duplicates_merged(std::int64_t rows, const Sheet& sheet) {
  return {
      "duplicates_merged",
      Severity::kInfo,
      counted(
          rows,
          Text{
              "{count} row of {file} repeats one with the same id and the same values; each deal counts once",
              "{file} 中有 {count} 行与相同编号的行内容一致，每个商机只计一次"},
          Text{"{count} rows of {file} repeat a row with the same id and the same values; each deal counts "
               "once",
               "{file} 中有 {count} 行与相同编号的行内容一致，每个商机只计一次"})
          .with("file", sheet.name),
      {sheet.name, 0, 0}};
}

Note deleted_left_out(std::int64_t rows, const Sheet& sheet) {
  return {"deleted_left_out",
          Severity::kInfo,
          counted(rows,
                  Text{"{count} row of {file} is marked deleted and left out; --include-deleted reads it",
                       "{file} 中有 {count} 行标记为已删除，未读取；可用 --include-deleted 读取"},
                  Text{"{count} rows of {file} are marked deleted and left out; --include-deleted reads them",
                       "{file} 中有 {count} 行标记为已删除，未读取；可用 --include-deleted 读取"})
              .with("file", sheet.name),
          {sheet.name, 0, 0}};
}

}  // namespace ae::ingest

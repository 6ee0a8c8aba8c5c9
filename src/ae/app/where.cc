#include "ae/app/where.h"

#include <set>

#include <fmt/format.h>

#include "ae/app/field_pairs.h"
#include "ae/base/near.h"

namespace ae::app {
namespace {

Result<table::Condition> condition_of(const std::string& text, const table::OpportunityTable& table) {
  AE_TRY(const auto pair, split_pair("--where", text, "FIELD=VALUE"));
  AE_TRY(const OpportunityField field, field_named("--where", pair.first));
  if (kind(field) == FieldKind::kMoney || kind(field) == FieldKind::kProbability ||
      field == OpportunityField::kIsDeleted) {
    return fail(
        bad_value("--where", text,
                  Text{"a field of words, dates, stages or states; not amounts, probabilities and "
                       "is_deleted (--include-deleted)",
                       "文本、日期、阶段或状态字段；不支持金额、概率和 is_deleted（--include-deleted）"}));
  }
  if (!table.has(field)) {
    return fail(column_absent("--where", field, text));
  }
  return table::Condition{field, pair.second};
}

/// "owner=Ana, owner=Ben".
std::string words_of(const std::vector<table::Condition>& conditions) {
  std::string words;
  for (const table::Condition& condition : conditions) {
    if (!words.empty()) words += ", ";
    words += fmt::format("{}={}", key(condition.field), condition.value);
  }
  return words;
}

/// Words of the table that the conditions' values may be slips of.
std::string near_words(const table::OpportunityTable& table,
                       const std::vector<table::Condition>& conditions) {
  std::string found;
  for (const table::Condition& condition : conditions) {
    std::set<std::string_view> words;
    for (const table::OpportunityChunk& chunk : table.chunks) {
      const table::TextColumn& column = chunk.text(condition.field);
      for (std::uint32_t code = 1; code < column.distinct(); ++code) words.insert(column.word(code));
    }
    for (const std::string& near : near_misses(condition.value, std::vector(words.begin(), words.end()))) {
      found += fmt::format("{}{}={}", found.empty() ? "" : ", ", key(condition.field), near);
    }
  }
  return found;
}

Note nothing_meets(const table::OpportunityTable& table, const std::vector<table::Condition>& conditions) {
  const std::string near = near_words(table, conditions);
  Message text = Message{Text{"No deal meets {conditions}", "没有商机满足 {conditions}"}}.with(
      "conditions", words_of(conditions));
  if (!near.empty()) {
    text = Message{Text{"{nothing}; did you mean {near}?", "{nothing}；您是否想输入 {near}？"}}
               .with("nothing", text)
               .with("near", near);
  }
  return {"where_nothing", Severity::kWarning, std::move(text), {}};
}

}  // namespace

Result<std::vector<table::Condition>> conditions_of(const InputOptions& input,
                                                    const table::OpportunityTable& table) {
  std::vector<table::Condition> conditions;
  for (const std::string& text : input.where) {
    AE_TRY(table::Condition condition, condition_of(text, table));
    conditions.push_back(std::move(condition));
  }
  return conditions;
}

void keep_where(ingest::Reading& reading, const std::vector<table::Condition>& conditions) {
  if (conditions.empty()) return;
  const auto all = static_cast<std::int64_t>(reading.table.rows());
  table::OpportunityTable kept = table::select(reading.table, conditions);
  if (kept.rows() == 0) {
    reading.notes.push_back(nothing_meets(reading.table, conditions));
  } else {
    reading.notes.push_back({"where",
                             Severity::kInfo,
                             Message{Text{"Only deals where {conditions}: {kept} of {all}",
                                          "仅含满足 {conditions} 的商机：{all} 个中的 {kept} 个"}}
                                 .with("conditions", words_of(conditions))
                                 .with("kept", static_cast<std::int64_t>(kept.rows()))
                                 .with("all", all),
                             {}});
  }
  reading.table = std::move(kept);
  if (const auto one = table::one_currency(reading.table)) reading.currency = *one;
}

}  // namespace ae::app

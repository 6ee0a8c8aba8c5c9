#include "ae/app/what_if.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/app/amount_text.h"
#include "ae/app/field_pairs.h"
#include "ae/base/near.h"

namespace ae::app {
namespace {

using table::OpportunityChunk;
using table::OpportunityRow;
using table::OpportunityTable;

/// What is asked of one deal.
struct Change {
  std::string id;
  std::string asked;  ///< for messages: "--slip D-17=2026-05-01"
  bool drop = false;
  OpportunityField field = OpportunityField::kCount;
  std::string value;
  bool met = false;
};

constexpr OpportunityField kSettable[] = {OpportunityField::kAmount, OpportunityField::kStage,
                                          OpportunityField::kCloseDate, OpportunityField::kForecastCategory};

Error cannot_set(const std::string& text) {
  std::vector<std::string_view> names;
  for (const OpportunityField field : kSettable) names.push_back(key(field));
  return {"what_if_field",
          Message{Text{"--set cannot change \"{text}\"", "--set 不能更改“{text}”"}}.with("text", text),
          Message{Text{"ID.FIELD=VALUE, where FIELD is one of {fields}",
                       "ID.FIELD=VALUE，其中 FIELD 为 {fields} 之一"}}
              .with("fields", fmt::format("{}", fmt::join(names, ", "))),
          {},
          text,
          {}};
}

Result<Change> set_change(const std::string& text) {
  AE_TRY(const auto pair, split_pair("--set", text, "ID.FIELD=VALUE"));
  const std::size_t point = pair.first.rfind('.');
  if (point == std::string::npos || point == 0) return fail(cannot_set(text));
  Change change;
  change.id = pair.first.substr(0, point);
  change.asked = "--set " + text;
  change.field = enumerator_of_key<OpportunityField>(pair.first.substr(point + 1));
  change.value = pair.second;
  if (std::find(std::begin(kSettable), std::end(kSettable), change.field) == std::end(kSettable))
    return fail(cannot_set(text));
  return change;
}

Result<std::vector<Change>> changes_of(const WhatIfOptions& options) {
  std::vector<Change> changes;
  for (const std::string& id : options.drop) changes.push_back({id, "--drop " + id, true, {}, {}, false});
  for (const std::string& text : options.slip) {
    AE_TRY(const auto pair, split_pair("--slip", text, "ID=DATE"));
    changes.push_back(
        {pair.first, "--slip " + text, false, OpportunityField::kCloseDate, pair.second, false});
  }
  for (const std::string& text : options.set) {
    AE_TRY(Change change, set_change(text));
    changes.push_back(std::move(change));
  }
  return changes;
}

Result<void> make(const Change& change, OpportunityRow& row, std::optional<Currency> currency) {
  const std::string_view flag = std::string_view(change.asked).substr(0, change.asked.find(' '));
  switch (change.field) {
    case OpportunityField::kAmount: {
      AE_TRY(const Money amount, exact_amount(flag, change.value, currency.value_or(row.currency)));
      row.amount = amount.minor;
      if (row.currency.is_none()) row.currency = amount.currency;
      return {};
    }
    case OpportunityField::kStage: {
      AE_TRY(row.stage, stage_named(change.value));
      row.state = state_of(row.stage);
      if (row.state != DealState::kOpen)
        row.dates[OpportunityField::kClosedDate] = row.dates[OpportunityField::kCloseDate];
      row.category = ForecastCategory::kNone;
      return {};
    }
    case OpportunityField::kCloseDate: {
      const std::optional<Date> date = Date::from_iso(change.value);
      if (!date) return fail(bad_value(flag, change.value, Text{"a date: 2026-05-31", "日期：2026-05-31"}));
      row.dates[OpportunityField::kCloseDate] = *date;
      return {};
    }
    default: {
      row.category = enumerator_of_key<ForecastCategory>(change.value);
      if (row.category >= ForecastCategory::kClosed)
        return fail(bad_value(flag, change.value,
                              Text{"commit, best_case, pipeline, upside or omitted",
                                   "commit、best_case、pipeline、upside 或 omitted"}));
      return {};
    }
  }
}

Error no_such_deal(const Change& change, const OpportunityTable& table) {
  std::vector<std::string_view> ids;
  for (const OpportunityChunk& chunk : table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (chunk.state[row] == DealState::kOpen) ids.push_back(chunk.text(OpportunityField::kId).at(row));
    }
  }
  return {"no_such_deal",
          Message{Text{"{asked}: no open deal has the id \"{id}\"", "{asked}：没有 id 为“{id}”的未结商机"}}
              .with("asked", change.asked)
              .with("id", change.id),
          Text{"`ae export --format csv` lists the ids", "`ae export --format csv` 可列出 id"},
          {},
          change.id,
          near_misses(change.id, ids)};
}

}  // namespace

doc::Value difference(const doc::Value& before, const doc::Value& after) {
  if (const auto* from = std::get_if<Money>(&before)) {
    const auto* to = std::get_if<Money>(&after);
    if (to == nullptr) return {};
    const auto minor = narrow(Int128{to->minor} - from->minor);
    return minor ? doc::Value(Money{*minor, to->currency}) : doc::Value();
  }
  if (const auto* from = std::get_if<doc::Percent>(&before)) {
    const auto* to = std::get_if<doc::Percent>(&after);
    return to != nullptr ? doc::Value(doc::Percent{Ratio::of_units(to->value.units() - from->value.units())})
                         : doc::Value();
  }
  if (const auto* from = std::get_if<doc::Multiple>(&before)) {
    const auto* to = std::get_if<doc::Multiple>(&after);
    return to != nullptr ? doc::Value(doc::Multiple{Ratio::of_units(to->value.units() - from->value.units())})
                         : doc::Value();
  }
  if (const auto* from = std::get_if<doc::Count>(&before)) {
    const auto* to = std::get_if<doc::Count>(&after);
    return to != nullptr ? doc::Value(doc::Count{to->value - from->value}) : doc::Value();
  }
  return {};
}

bool asks_what_if(const WhatIfOptions& options) {
  return !options.drop.empty() || !options.slip.empty() || !options.set.empty() || options.win_rate;
}

Result<OpportunityTable> changed_table(const OpportunityTable& table, const WhatIfOptions& options,
                                       std::optional<Currency> currency) {
  AE_TRY(std::vector<Change> changes, changes_of(options));
  OpportunityTable changed;
  for (const OpportunityChunk& chunk : table.chunks) {
    table::FieldSet present = chunk.present();
    for (const Change& change : changes) {
      if (!change.drop) present.set(static_cast<std::size_t>(change.field));
    }
    OpportunityChunk& made = changed.chunks.emplace_back(present);
    for (std::size_t index = 0; index < chunk.rows(); ++index) {
      OpportunityRow row = chunk.row(index);
      bool dropped = false;
      for (Change& change : changes) {
        if (chunk.state[index] != DealState::kOpen || row.texts[OpportunityField::kId] != change.id) continue;
        change.met = true;
        dropped |= change.drop;
        if (!change.drop) AE_TRY_VOID(make(change, row, currency));
      }
      if (!dropped) made.append(row);
    }
  }
  for (const Change& change : changes) {
    if (!change.met) return fail(no_such_deal(change, table));
  }
  return changed;
}

Result<std::optional<Ratio>> win_rate_shift(const WhatIfOptions& options) {
  if (!options.win_rate) return std::optional<Ratio>();
  const std::string& text = *options.win_rate;
  const std::size_t digits = text.find_first_not_of("+-");
  char* end = nullptr;
  const double points = std::strtod(text.c_str(), &end);
  const bool plain = digits != std::string::npos && digits <= 1 && *end == '\0' && std::abs(points) <= 100 &&
                     text.find_first_not_of("+-0123456789.") == std::string::npos;
  if (!plain)
    return fail(bad_value("--win-rate", text,
                          Text{"percentage points from -100 to +100: +5", "百分点，-100 到 +100：+5"}));
  return std::optional(Ratio::of_units(std::llround(points * 100)));
}

WhatIf compare(const WhatIfOptions& options, const std::vector<report::Headline>& base,
               const std::vector<report::Headline>& changed) {
  WhatIf what_if;
  for (const std::string& id : options.drop) what_if.changes.push_back("drop " + id);
  for (const std::string& text : options.slip) what_if.changes.push_back("slip " + text);
  for (const std::string& text : options.set) what_if.changes.push_back("set " + text);
  if (options.win_rate) what_if.changes.push_back("win-rate " + *options.win_rate);
  for (std::size_t index = 0; index < base.size(); ++index) {
    what_if.figures.push_back({std::string(base[index].key), base[index].value, changed[index].value,
                               difference(base[index].value, changed[index].value), base[index].label});
  }
  return what_if;
}

doc::Section WhatIf::section() const {
  doc::Table table;
  table.columns = {{Text{"Figure", "指标"}, {}},
                   {Text{"As it is", "现状"}, {}},
                   {Text{"What if", "假设"}, {}},
                   {Text{"Difference", "差异"}, {}}};
  for (const WhatIfFigure& row : figures)
    table.rows.push_back({doc::Value(Message(row.label)), row.base, row.changed, row.difference});
  table.footnote = Message{Text{"Changed: {changes}", "更改：{changes}"}}.with(
      "changes", fmt::format("{}", fmt::join(changes, "; ")));
  return {"what_if", Text{"What if", "假设分析"}, {std::move(table)}, {}};
}

}  // namespace ae::app

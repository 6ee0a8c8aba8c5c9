#include "ae/ingest/column_words.h"

#include <algorithm>
#include <map>

#include "ae/ingest/row_reader.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/boolean.h"
#include "ae/ingest/values/date_style.h"

namespace ae::ingest {
namespace {

using enum OpportunityField;

/// Calls visit(cell) with the field's filled cell of every row.
template <typename Visit>
void for_each_cell(const Sheet& sheet, OpportunityField field, Visit visit) {
  for (std::size_t record = 0; record < sheet.records.size(); ++record) {
    if (sheet.shapes[record] != RowShape::kLive) continue;
    const std::string_view cell = sheet.cell(record, field);
    if (!is_missing(cell)) visit(cell);
  }
}

/// The most frequent of the cells for which `is_meant` holds, the first by its words of equals.
template <typename IsMeant>
std::optional<std::string> most_frequent(const Sheet& sheet, OpportunityField field, IsMeant is_meant) {
  std::map<std::string_view, std::int64_t> counts;
  for_each_cell(sheet, field, [&](std::string_view cell) {
    if (is_meant(cell)) ++counts[cell];
  });
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& one, const auto& other) {
    return one.second < other.second;
  });
  return most == counts.end() ? std::nullopt : std::optional(std::string(most->first));
}

/// The language in which most cells of the column have a name of the method.
template <typename Enum>
Language language_of(const Sheet& sheet, OpportunityField field) {
  Language best = kAllLanguages.front();
  std::int64_t most = 0;
  for (const Language language : kAllLanguages) {
    std::int64_t count = 0;
    for_each_cell(sheet, field, [&](std::string_view cell) {
      for (const Enum value : enumerators<Enum>()) count += name(value).in(language) == cell ? 1 : 0;
    });
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}

struct Opposites {
  std::string_view yes, no;
};
constexpr Opposites kOpposites[] = {{"true", "false"}, {"True", "False"}, {"TRUE", "FALSE"}, {"1", "0"},
                                    {"yes", "no"},     {"Yes", "No"},     {"YES", "NO"},     {"Y", "N"},
                                    {"y", "n"},        {"是", "否"},      {"T", "F"},        {"t", "f"}};

}  // namespace

std::optional<std::string> ColumnWords::most_frequent_stage(Stage stage) const {
  return most_frequent(sheet_, kStage, [&](std::string_view cell) { return stages_.find(cell) == stage; });
}

std::string ColumnWords::stage(Stage stage, std::string_view typed) const {
  if (const auto own = most_frequent_stage(stage)) return *own;
  if (!typed.empty() && typed != key(stage) && stages_.find(typed) == stage) return std::string(typed);
  return std::string(name(stage).in(language_of<Stage>(sheet_, kStage)));
}

std::string ColumnWords::category(ForecastCategory category) const {
  const auto own = most_frequent(sheet_, kForecastCategory, [&](std::string_view cell) {
    return category_named(sheet_.map, cell) == category;
  });
  return own ? *own
             : std::string(name(category).in(language_of<ForecastCategory>(sheet_, kForecastCategory)));
}

std::optional<std::string> ColumnWords::lost() const {
  std::map<std::string, std::int64_t> counts;
  for (std::size_t record = 0; record < sheet_.records.size(); ++record) {
    const auto cells = sheet_.records[record];
    const auto column = static_cast<std::size_t>(sheet_.map.status);
    if (sheet_.shapes[record] != RowShape::kLive || column >= cells.size()) continue;
    const std::string_view cell = trimmed(cells[column].text);
    if (status_named(sheet_.map, cell) == DealState::kLost) ++counts[std::string(cell)];
  }
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& one, const auto& other) {
    return one.second < other.second;
  });
  return most == counts.end() ? std::nullopt : std::optional(most->first);
}

std::optional<std::string> ColumnWords::boolean(OpportunityField field, bool value) const {
  const auto own =
      most_frequent(sheet_, field, [&](std::string_view cell) { return parse_boolean(cell) == value; });
  if (own) return own;
  const auto other =
      most_frequent(sheet_, field, [&](std::string_view cell) { return parse_boolean(cell) == !value; });
  for (const Opposites& pair : kOpposites) {
    if (other && *other == (value ? pair.no : pair.yes)) return std::string(value ? pair.yes : pair.no);
  }
  return std::nullopt;
}

std::optional<std::string> ColumnWords::example_of(OpportunityField field) const {
  if (!sheet_.map.has(field)) return std::nullopt;
  std::optional<std::string> example;
  for_each_cell(sheet_, field, [&](std::string_view cell) {
    const DateCell date = parse_date(cell);
    if (!example && !date.missing && !date.fault) example = cell;
  });
  return example;
}

std::optional<std::string> ColumnWords::date(OpportunityField field, std::string_view cell, Date day) const {
  int votes = 0;
  for_each_cell(sheet_, field, [&](std::string_view each) { votes += padding_vote(each); });
  const DatePadding padding = votes < 0 ? DatePadding::kNone : DatePadding::kZero;
  if (!is_missing(cell)) {
    if (auto own = date_like(cell, formats_.date_order[field], day, padding)) return own;
  }
  if (const auto example = example_of(field))
    return date_like(*example, formats_.date_order[field], day, padding);
  for (const OpportunityField other :
       {kCloseDate, kClosedDate, kCreatedDate, kStageDate, kLastActivityDate}) {
    const auto example = example_of(other);
    if (!example) continue;
    if (auto words = date_like(*example, formats_.date_order[other], day, padding)) return words;
  }
  return day.iso();
}

}  // namespace ae::ingest

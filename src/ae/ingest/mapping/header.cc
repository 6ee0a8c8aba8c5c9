#include "ae/ingest/mapping/header.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "ae/base/near.h"
#include "ae/ingest/mapping/header_name.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"
#include "ae/ingest/shell_word.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

std::string joined(std::span<const std::string> names) {
  std::string list;
  for (const std::string& name : names) {
    if (name.empty()) continue;
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

/// The place of the header that the user named: as it stands, else alike when normalised; nullopt when
/// absent.
std::optional<std::size_t> find_header(const std::vector<std::string>& headers, std::string_view wanted) {
  const std::string_view exact = trimmed(wanted);
  if (const auto same = std::find(headers.begin(), headers.end(), exact); same != headers.end()) {
    return static_cast<std::size_t>(same - headers.begin());
  }
  const std::string alike = normalised_name(wanted);
  if (alike.empty()) return std::nullopt;
  for (std::size_t at = 0; at < headers.size(); ++at) {
    if (normalised_name(headers[at]) == alike) return at;
  }
  return std::nullopt;
}

/// Maps the columns that no --map claims by their names.
class SynonymMapper {
 public:
  SynonymMapper(ColumnMap& map, std::set<int> claimed, const Place& place)
      : map_(map), claimed_(std::move(claimed)), place_(place) {
    for (const std::string& header : map.headers) names_.emplace_back(header);
    for (std::size_t at = 0; at < names_.size(); ++at) {
      for (const std::string* name : {&names_[at].full, &names_[at].name, &names_[at].bare})
        columns_[*name].insert(static_cast<int>(at));
    }
    map.preset = matching_preset(map.headers);
  }

  void map() {
    if (map_.preset) map_fields(*map_.preset, Provenance::kPreset);
    map_fields(generic_preset(), Provenance::kSynonym);
    map_status();
    if (map_.has(OpportunityField::kAmount)) map_.amount_mark = name_of(OpportunityField::kAmount).currency;
  }

 private:
  const HeaderName& name_of(OpportunityField field) const {
    return names_[static_cast<std::size_t>(map_.column[field])];
  }

  /// Maps the fields that have no column yet. A column that holds a field holds no other one.
  void map_fields(const Preset& preset, Provenance provenance) {
    for (const OpportunityField field : enumerators<OpportunityField>()) {
      if (map_.has(field)) continue;
      const std::vector<int> found = columns_named(preset.columns[field], field);
      if (found.empty()) continue;
      map_.column[field] = found.front();
      map_.provenance[field] = provenance;
      if (found.size() > 1) note_ambiguous(field, found);
    }
    for (const int column : map_.column) claimed_.insert(column);
  }

  void map_status() {
    using enum OpportunityField;
    std::vector<int> found = columns_named(map_.names().status_columns, kStage);
    if (found.empty()) found = columns_named(generic_preset().status_columns, kStage);
    if (found.empty()) return;
    if (map_.has(kStage)) {
      map_.status = found.front();
    } else {
      map_.column[kStage] = found.front();
      map_.provenance[kStage] = Provenance::kSynonym;
    }
  }

  std::vector<int> columns_named(const std::vector<std::string>& synonyms, OpportunityField field) const {
    std::vector<int> found;
    for (const std::string& synonym : synonyms) add_columns_named(synonym, field, found);
    return found;
  }

  void add_columns_named(const std::string& synonym, OpportunityField field, std::vector<int>& found) const {
    const auto named = columns_.find(synonym);
    if (named == columns_.end()) return;
    for (const int column : named->second) {
      if (claimed_.contains(column) || std::find(found.begin(), found.end(), column) != found.end()) continue;
      if (names_[static_cast<std::size_t>(column)].is(synonym, field)) found.push_back(column);
    }
  }

  void note_ambiguous(OpportunityField field, const std::vector<int>& found) {
    std::vector<std::string> others;
    for (const int column : std::span(found).subspan(1))
      others.push_back(map_.headers[static_cast<std::size_t>(column)]);
    const std::string flag = "--map " + shell_word(fmt::format("{}={}", key(field), others.front()));
    map_.notes.push_back(
        {"column_ambiguous", Severity::kWarning,
         Message{Text{"Several columns can be {field}: {column} is read, {others} not; to change it: {flag}",
                      "有多列可作为“{field}”：读取 {column}，未读取 {others}；如需更改：{flag}"}}
             .with("field", Message{name(field)})
             .with("column", map_.header(field))
             .with("others", joined(others))
             .with("flag", flag),
         place_});
  }

  ColumnMap& map_;
  std::set<int> claimed_;
  const Place& place_;
  std::vector<HeaderName> names_;
  std::unordered_map<std::string_view, std::set<int>> columns_;  ///< that may have a name
};

bool recognisable(const ColumnMap& map, RowIdentity identity) {
  using enum OpportunityField;
  const bool known = map.has(kAmount) || map.has(kName) || map.has(kId);
  return (map.has(kStage) || map.has(kIsClosed)) && (known || identity == RowIdentity::kOptional);
}

/// An unmapped header that sounds like what is missing; "COLUMN" when none does.
std::string likely_header(const ColumnMap& map, bool stage_missing) {
  static constexpr std::string_view kStageWords[] = {"stage", "status", "phase", "阶段", "状态"};
  static constexpr std::string_view kAmountWords[] = {"amount", "value", "revenue", "price",
                                                      "total",  "金额",  "价"};
  const std::span<const std::string_view> words =
      stage_missing ? std::span<const std::string_view>(kStageWords) : kAmountWords;
  for (std::size_t at = 0; at < map.headers.size(); ++at) {
    const bool mapped =
        std::find(map.column.begin(), map.column.end(), static_cast<int>(at)) != map.column.end();
    const std::string name = normalised_name(map.headers[at]);
    const bool sounds_like_it = std::any_of(words.begin(), words.end(),
                                            [&](auto word) { return name.find(word) != std::string::npos; });
    if (!mapped && sounds_like_it) return map.headers[at];
  }
  return "COLUMN";
}

/// What to do about it: to name a column, or, where only the ids of stages are there, their names.
Message hint_for(const std::string& example, bool stage_missing) {
  const std::string flag =
      "--map " + shell_word(fmt::format("{}={}", stage_missing ? "stage" : "amount", example));
  if (stage_missing && normalised_name(example).ends_with(" id")) {
    return Message{
        Text{"{column} holds ids of stages: export the deals with the names of their stages; or say "
             "what each id means: {flag} --stage-map ID=STAGE",
             "{column} 中是阶段的编号：请导出含阶段名称的商机；或指明各编号的含义：{flag} "
             "--stage-map 编号=阶段"}}
        .with("column", example)
        .with("flag", flag);
  }
  return Message{Text{"Say which column it is: {flag}", "请指明对应的列：{flag}"}}.with("flag", flag);
}

Error no_recognisable_column(const ColumnMap& map, const Place& place) {
  using enum OpportunityField;
  const bool stage_missing = !map.has(kStage) && !map.has(kIsClosed);
  const std::string example = likely_header(map, stage_missing);
  return {"no_recognisable_column",
          (stage_missing
               ? Message{Text{"No column is recognised as the stage; the columns are: {columns}",
                              "没有识别出阶段列；文件中的列为：{columns}"}}
               : Message{Text{"No column is recognised as amount, name or id; the columns are: {columns}",
                              "没有识别出金额、商机名称或编号列；文件中的列为：{columns}"}})
              .with("columns", joined(map.headers)),
          hint_for(example, stage_missing),
          place,
          "",
          {}};
}

Error duplicate_mapping(OpportunityField first, OpportunityField second, const std::string& column) {
  return {"duplicate_mapping",
          Message{Text{"--map gives the column {column} to both {first} and {second}",
                       "--map 把列 {column} 同时指定给了 {first} 和 {second}"}}
              .with("column", column)
              .with("first", key(first))
              .with("second", key(second)),
          Message{Text{"Leave out one of the two, or name another column: --map {second}=COLUMN",
                       "请去掉其中一个，或指定另一列：--map {second}=列名"}}
              .with("second", key(second)),
          {},
          column,
          {}};
}

Error unknown_column(OpportunityField field, const std::string& column,
                     std::span<const std::vector<std::string>> headers_of_sources, const Place& place) {
  std::vector<std::string> headers;
  for (const std::vector<std::string>& source : headers_of_sources) {
    for (const std::string& header : source) {
      if (std::find(headers.begin(), headers.end(), header) == headers.end()) headers.push_back(header);
    }
  }
  const std::vector<std::string_view> candidates(headers.begin(), headers.end());
  std::vector<std::string> near = near_misses(column, candidates);
  const std::string example = near.empty() ? headers.front() : near.front();
  return {"unknown_column",
          Message{Text{"There is no column {column}; the columns are: {columns}",
                       "没有名为 {column} 的列；文件中的列为：{columns}"}}
              .with("column", column)
              .with("columns", joined(headers)),
          Message{Text{"Name one of them: {flag}", "请指定其中一列：{flag}"}}.with(
              "flag", "--map " + shell_word(fmt::format("{}={}", key(field), example))),
          place,
          column,
          std::move(near)};
}

}  // namespace

table::FieldSet ColumnMap::fields() const {
  table::FieldSet set;
  for (const OpportunityField field : enumerators<OpportunityField>())
    set[static_cast<std::size_t>(field)] = has(field);
  return set;
}

std::vector<std::string> headers_of(std::span<const csv::Cell> record) {
  std::vector<std::string> headers;
  for (const csv::Cell& cell : record) headers.emplace_back(trimmed(cell.text));
  return headers;
}

Result<ColumnMap> map_header(std::vector<std::string> headers,
                             const std::map<OpportunityField, std::string>& chosen, const Place& place,
                             RowIdentity identity) {
  ColumnMap map;
  map.column.values.fill(ColumnMap::kAbsent);
  map.headers = std::move(headers);

  std::set<int> claimed;
  for (const auto& [field, wanted] : chosen) {
    const std::optional<std::size_t> found = find_header(map.headers, wanted);
    if (!found) continue;
    map.column[field] = static_cast<int>(*found);
    map.provenance[field] = Provenance::kUser;
    claimed.insert(static_cast<int>(*found));
  }
  SynonymMapper(map, std::move(claimed), place).map();
  if (!recognisable(map, identity)) return fail(no_recognisable_column(map, place));
  return map;
}

Result<void> check_chosen_columns(const std::map<OpportunityField, std::string>& chosen,
                                  std::span<const std::vector<std::string>> headers_of_sources,
                                  const Place& place) {
  std::map<std::string, OpportunityField> field_of_column;
  for (const auto& [field, column] : chosen) {
    const auto [taken, fresh] = field_of_column.emplace(trimmed(column), field);
    if (!fresh) return fail(duplicate_mapping(taken->second, field, column));
    const bool somewhere = std::any_of(headers_of_sources.begin(), headers_of_sources.end(),
                                       [&wanted = column](const std::vector<std::string>& headers) {
                                         return find_header(headers, wanted).has_value();
                                       });
    if (!somewhere) return fail(unknown_column(field, column, headers_of_sources, place));
  }
  return {};
}

}  // namespace ae::ingest

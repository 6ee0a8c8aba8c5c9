#include "ae/app/field_pairs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/app/flag_value.h"
#include "ae/base/near.h"

namespace ae::app {

Result<std::pair<std::string, std::string>> split_pair(std::string_view flag, const std::string& text,
                                                       std::string_view form) {
  const std::size_t equals = flag == "--stage-map" ? text.rfind('=') : text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    return fail(bad_value(flag, text, Message::verbatim(std::string(form))));
  }
  return std::pair{text.substr(0, equals), text.substr(equals + 1)};
}

Result<OpportunityField> field_named(std::string_view flag, const std::string& name) {
  const OpportunityField field = enumerator_of_key<OpportunityField>(name);
  if (field != OpportunityField::kCount) return field;
  std::vector<std::string_view> names;
  for (const OpportunityField each : enumerators<OpportunityField>()) names.push_back(key(each));
  Error error{"unknown_field",
              Message{Text{"{flag}: there is no field \"{name}\"", "{flag}：没有字段“{name}”"}}
                  .with("flag", flag)
                  .with("name", name),
              Message{Text{"Fields: {fields}", "字段：{fields}"}}.with(
                  "fields", fmt::format("{}", fmt::join(names, ", "))),
              {},
              name,
              near_misses(name, names)};
  return fail(std::move(error));
}

Error column_absent(std::string_view flag, OpportunityField field, const std::string& text) {
  return {
      "column_absent",
      Message{Text{"{flag}: no file has a column for {field}", "{flag}：没有文件包含“{field}”列"}}
          .with("flag", flag)
          .with("field", Message{name(field)}),
      Message{Text{"Map one: --map {key}=COLUMN", "请映射一列：--map {key}=列名"}}.with("key", key(field)),
      {},
      text,
      {}};
}

Result<Stage> stage_named(const std::string& name) {
  const Stage stage = enumerator_of_key<Stage>(name);
  if (stage != Stage::kCount && stage != Stage::kUnknown) return stage;
  std::vector<std::string_view> names;
  for (const Stage each : enumerators<Stage>()) {
    if (each != Stage::kUnknown) names.push_back(key(each));
  }
  Error error{
      "unknown_stage",
      Message{Text{"--stage-map: the method has no stage \"{name}\"", "--stage-map：方法中没有阶段“{name}”"}}
          .with("name", name),
      Message{Text{"Stages: {stages}", "阶段：{stages}"}}.with("stages",
                                                               fmt::format("{}", fmt::join(names, ", "))),
      {},
      name,
      near_misses(name, names)};
  return fail(std::move(error));
}

}  // namespace ae::app

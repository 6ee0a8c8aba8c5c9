#include "ae/app/about_operations.h"

#include "ae/app/catalog.h"
#include "ae/app/load.h"
#include "ae/app/plain_flags.h"
#include "ae/ingest/source.h"
#include "ae/render/json_schema.h"

namespace ae::app {
namespace {

using doc::Cell;
using doc::Value;

Cell policy_cell(Probability value) { return Value(doc::Percent{value.ratio()}); }
Cell policy_cell(Ratio value) { return Value(doc::Multiple{value}); }
Cell policy_cell(std::int64_t value) { return Value(doc::Count{value}); }
template <typename Figure>
Cell policy_cell(const std::optional<Figure>& value) {
  return value ? policy_cell(*value) : Cell();
}

/// One row for each number, under its dotted path.
template <HasFields Struct>
void add_rows(doc::Table& table, const std::string& path, const Struct& values) {
  for_each_field<Struct>([&](const auto& field) {
    const std::string full = path.empty() ? std::string(field.name) : path + "." + std::string(field.name);
    const auto& value = values.*(field.member);
    if constexpr (HasFields<std::remove_cvref_t<decltype(value)>>) {
      add_rows(table, full, value);
    } else {
      table.rows.push_back(
          {Value(Message::verbatim(full)), policy_cell(value), Value(Message(field.definition))});
    }
  });
}

doc::Document policy_document(const Policy& policy) {
  doc::Document document{Text{"Sales policy", "销售策略"}, {}, {}};
  for_each_field<Policy>([&](const auto& group) {
    doc::Table table;
    table.columns = {{Text{"Field", "字段"}, {}}, {Text{"Value", "值"}, {}}, {Text{"Meaning", "含义"}, {}}};
    add_rows(table, std::string(group.name), policy.*(group.member));
    document.sections.push_back({std::string(group.name), group.definition, {std::move(table)}, {}});
  });
  return document;
}

struct PolicyCheck {
  bool sound = false;
  std::string source;

  static constexpr auto fields() {
    return std::tuple{
        field("sound", &PolicyCheck::sound, Text{"The policy can be used", "策略可以使用"}),
        field("source", &PolicyCheck::source, Text{"The file that was checked", "已检查的文件"})};
  }
};

void write_params_schema(render::JsonWriter& json, const Operation& operation) {
  json.begin_object();
  render::write_schema_type(json, "object");
  json.key("properties");
  json.begin_object();
  for (const FlagSpec& flag : operation.flags) {
    json.key(flag.name);
    json.begin_object();
    json.key("description");
    write_json(json, Message(flag.definition));
    render::write_schema_type(json, flag.is_switch() ? "boolean" : flag.repeatable ? "array" : "string");
    if (flag.repeatable) {
      json.key("items");
      json.begin_object();
      render::write_schema_type(json, "string");
      json.end_object();
    }
    if (!flag.choices.empty()) {
      json.key("enum");
      render::write_json(json, flag.choices);
    }
    json.end_object();
  }
  json.end_object();
  json.end_object();
}

void write_operation(render::JsonWriter& json, const Operation& operation) {
  json.begin_object();
  json.key("name");
  json.string(operation.name);
  json.key("title");
  write_json(json, Message(operation.title));
  json.key("question");
  write_json(json, Message(operation.question));
  json.key("effect");
  write_json(json, operation.effect);
  json.key("idempotent");
  json.boolean(operation.effect == Effect::kReads);
  json.key("example");
  json.string(operation.example);
  json.key("params");
  write_params_schema(json, operation);
  json.key("result");
  json.begin_object();
  operation.write_result_schema(json);
  json.end_object();
  json.end_object();
}

void write_catalog(render::JsonWriter& json) {
  json.begin_object();
  json.key("operations");
  json.begin_array();
  for (const Operation& operation : catalog()) write_operation(json, operation);
  json.end_array();
  json.end_object();
}

doc::Document catalog_document() {
  doc::Table table;
  table.columns = {{Text{"Command", "命令"}, {}},
                   {Text{"Title", "名称"}, {}},
                   {Text{"Answers", "回答的问题"}, {}},
                   {Text{"Effect", "影响"}, {}}};
  for (const Operation& operation : catalog()) {
    table.rows.push_back({Value(Message::verbatim("ae " + operation.name)), Value(Message(operation.title)),
                          Value(Message(operation.question)),
                          Value(Message::verbatim(std::string(key(operation.effect))))});
  }
  return {Text{"Catalog of operations", "操作目录"},
          {},
          {{"operations", Text{"Operations", "操作"}, {table}, {}}}};
}

}  // namespace

Operation policy_show_operation() {
  Operation operation{"policy show",
                      Text{"Sales policy", "销售策略"},
                      Text{"Which numbers is everything judged by?", "各项判断依据哪些数字？"},
                      Effect::kReads,
                      plain_flags({"policy"}),
                      "",
                      "",
                      "ae policy show --lang zh",
                      {},
                      {}};
  operation.write_result_schema = [](render::JsonWriter& json) { render::write_schema<Policy>(json); };
  operation.run = [](const Invocation& invocation, const Environment&) -> Result<Answer> {
    AE_TRY(const Policy policy, load_policy_option(invocation.scope));
    Answer answer;
    answer.document = policy_document(policy);
    answer.write_result = [policy](render::JsonWriter& json) { render::write_json(json, policy); };
    return answer;
  };
  return operation;
}

Operation policy_check_operation() {
  Operation operation{"policy check",
                      Text{"Policy check", "策略检查"},
                      Text{"Is this policy file sound?", "这个策略文件是否有效？"},
                      Effect::kReads,
                      plain_flags({"policy"}),
                      "[FILE]",
                      "policy",
                      "ae policy check content/policy/default.toml",
                      {},
                      {}};
  operation.write_result_schema = [](render::JsonWriter& json) { render::write_schema<PolicyCheck>(json); };
  operation.run = [](const Invocation& invocation, const Environment&) -> Result<Answer> {
    const ScopeOptions& options = invocation.scope;
    AE_TRY_VOID(load_policy_option(options));
    const PolicyCheck result{true, options.policy ? options.policy->path : "policy/default.toml"};
    Answer answer;
    answer.document = {Text{"Policy check", "策略检查"}, {}, {}};
    const Message sound =
        Message{Text{"{source} is sound.", "{source} 有效。"}}.with("source", result.source);
    answer.document.sections.push_back(
        {"policy", Text{"Result", "结果"}, {doc::Paragraph{sound, doc::Mood::kGood}}, {}});
    answer.write_result = [result](render::JsonWriter& json) { render::write_json(json, result); };
    return answer;
  };
  return operation;
}

Operation catalog_operation() {
  Operation operation{"catalog",
                      Text{"Catalog", "操作目录"},
                      Text{"What can be asked, and what comes back?", "可以做什么，返回什么？"},
                      Effect::kReads,
                      plain_flags(),
                      "",
                      "",
                      "ae catalog --json",
                      {},
                      {}};
  operation.write_result_schema = [](render::JsonWriter& json) { render::write_schema_type(json, "object"); };
  operation.run = [](const Invocation&, const Environment&) -> Result<Answer> {
    Answer answer;
    answer.document = catalog_document();
    answer.write_result = write_catalog;
    return answer;
  };
  return operation;
}

}  // namespace ae::app

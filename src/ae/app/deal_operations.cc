#include "ae/app/deal_operations.h"

#include <filesystem>

#include <fmt/format.h>

#include "ae/app/deal_input.h"
#include "ae/app/field_text.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/base/utf8.h"
#include "ae/ingest/source.h"

namespace ae::app {
namespace {

struct DealNewResult {
  std::string file;
  std::string deal;
  bool dry_run = false;

  static constexpr auto fields() {
    return std::tuple{
        field("file", &DealNewResult::file, Text{"The deal's file", "商机文件"}),
        field("deal", &DealNewResult::deal, Text{"Name of the deal", "商机名称"}),
        field("dry_run", &DealNewResult::dry_run, Text{"Nothing was written", "未写入任何内容"})};
  }
};

struct FaultInFile {
  std::string code;
  Message text, hint;
  std::int64_t line = 0, column = 0;
  std::vector<std::string> did_you_mean;

  static constexpr auto fields() {
    return std::tuple{
        field("code", &FaultInFile::code, Text{"Stable name of the fault", "问题的固定名称"}),
        field("text", &FaultInFile::text, Text{"What is wrong", "问题"}),
        field("hint", &FaultInFile::hint, Text{"What to do", "如何处理"}),
        field("line", &FaultInFile::line, Text{"Line", "行"}),
        field("column", &FaultInFile::column, Text{"Column", "列"}),
        field("did_you_mean", &FaultInFile::did_you_mean, Text{"What may have been meant", "可能的本意"})};
  }
};

struct CheckedFile {
  std::string file;
  std::string deal;
  Stage stage = Stage::kProspect;
  bool sound = false;
  std::vector<FaultInFile> faults;

  static constexpr auto fields() {
    return std::tuple{field("file", &CheckedFile::file, Text{"The deal's file", "商机文件"}),
                      field("deal", &CheckedFile::deal, Text{"Name of the deal", "商机名称"}),
                      field("stage", &CheckedFile::stage, Text{"Stage", "阶段"}),
                      field("sound", &CheckedFile::sound, Text{"Nothing is wrong", "没有问题"}),
                      field("faults", &CheckedFile::faults,
                            Text{"What is wrong, in the order of the file", "问题（按文件顺序）"})};
  }
};

struct DealCheckResult {
  std::vector<CheckedFile> files;

  static constexpr auto fields() {
    return std::tuple{field("files", &DealCheckResult::files,
                            Text{"The files in the order given", "各文件（按给定顺序）"})};
  }
};

struct DealSetResult {
  std::string file;
  std::string deal;
  std::vector<std::string> paths;
  bool dry_run = false;

  static constexpr auto fields() {
    return std::tuple{
        field("file", &DealSetResult::file, Text{"The deal's file", "商机文件"}),
        field("deal", &DealSetResult::deal, Text{"Name of the deal", "商机名称"}),
        field("paths", &DealSetResult::paths, Text{"What was set", "已设置的项"}),
        field("dry_run", &DealSetResult::dry_run, Text{"Nothing was written", "未写入任何内容"})};
  }
};

/// "Norrland Pumps: renewal" is kept in "norrland-pumps-renewal.toml": letters of any script, digits, and '-'
/// between.
std::string file_name(std::string_view name) {
  std::string slug;
  for_each_character(name, [&](const Character& character, std::string_view bytes) {
    const char byte = bytes.front();
    const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (character.valid && (character.code >= 0xA0 || is_plain)) {
      slug += bytes;
    } else if (byte >= 'A' && byte <= 'Z') {
      slug += static_cast<char>(byte - 'A' + 'a');
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  });
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

Result<std::string> path_of_new(const Invocation& invocation, const std::string& name) {
  if (!invocation.deal.deal.empty()) return invocation.deal.deal.front().path;
  const std::string slug = file_name(name);
  if (!slug.empty()) return fmt::format("deals/{}.toml", slug);
  return fail({"name_missing",
               Text{"A new deal needs a name with a letter or a digit", "新商机须有含字母、汉字或数字的名称"},
               Text{"Name it: ae deal new \"Norrland renewal\"", "请命名：ae deal new \"北方电力 续约\""},
               {},
               name,
               {}});
}

Result<Answer> begin_deal(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  const std::string name = invocation.name.name.value_or("");
  AE_TRY(std::string path, path_of_new(invocation, name));
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) {
    return fail({"deal_exists",
                 Message{Text{"{file} is there already", "{file} 已存在"}}.with("file", path),
                 Text{"Edit it, or name another file: --deal deals/OTHER.toml",
                      "请编辑该文件，或指定其他文件：--deal deals/其他.toml"},
                 {path, 0, 0},
                 "",
                 {}});
  }
  Answer answer;
  const DealNewResult result{path, name, invocation.change.dry_run};
  answer.document = {Text{"New deal", "新建商机"}, Message::verbatim(path), {}};
  put_result(answer, result);
  const Languages& languages =
      invocation.output.lang.languages.empty() ? environment.languages : invocation.output.lang.languages;
  put_change(answer, {std::move(path), std::nullopt, records::deal_template(name, scope.as_of, languages)},
             invocation.change);
  return answer;
}

Result<CheckedFile> checked_file(const FilePath& named, const MethodScope& scope) {
  AE_TRY(const std::string path, deal_path(named));
  AE_TRY(const ingest::Source source, ingest::read_source(path));
  std::vector<Error> errors;
  const records::DealFile file =
      records::read_deal(source.bytes, source.name, scope.policy, scope.as_of, errors);
  CheckedFile checked{path, file.deal.name, file.deal.stage, errors.empty(), {}};
  for (Error& error : errors) {
    checked.faults.push_back({std::move(error.code), std::move(error.message), std::move(error.hint),
                              error.place.line, error.place.column, std::move(error.did_you_mean)});
  }
  return checked;
}

doc::Section section_of(const CheckedFile& file) {
  if (file.sound) {
    const Message sound = Message{Text{"{deal}: sound, in {stage}", "{deal}：有效，处于{stage}"}}
                              .with("deal", file.deal)
                              .with("stage", name(file.stage));
    return {"deal", Message::verbatim(file.file), {doc::Paragraph{sound, doc::Mood::kGood}}, {}};
  }
  doc::Table table;
  table.columns = {
      {Text{"Place", "位置"}, {}}, {Text{"What is wrong", "问题"}, {}}, {Text{"What to do", "如何处理"}, {}}};
  for (const FaultInFile& fault : file.faults) {
    Message hint = fault.hint;
    if (!fault.did_you_mean.empty()) {
      hint =
          Message{Text{"Did you mean {word}?", "是否想写 {word}？"}}.with("word", fault.did_you_mean.front());
    }
    table.rows.push_back({doc::Value(Message::verbatim(fmt::format("{}:{}", fault.line, fault.column))),
                          doc::Cell(fault.text, doc::Mood::kBad), doc::Value(std::move(hint))});
  }
  return {"deal", Message::verbatim(file.file), {table}, {}};
}

Result<Answer> check_deals(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  if (invocation.deal.deal.empty()) {
    AE_TRY_VOID(needed_deal(invocation, scope));
  }
  DealCheckResult result;
  Answer answer;
  answer.document = {Text{"Deal check", "商机检查"}, {}, {}};
  for (const FilePath& named : invocation.deal.deal) {
    AE_TRY(CheckedFile file, checked_file(named, scope));
    answer.document.sections.push_back(section_of(file));
    answer.refused = answer.refused || !file.sound;
    result.files.push_back(std::move(file));
  }
  answer.as_of = scope.as_of;
  put_result(answer, result);
  return answer;
}

Result<Answer> set_fields(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const records::DealFile file, needed_deal(invocation, scope));
  AE_TRY(const FieldTexts fields, read_fields(invocation.field.field));
  AE_TRY(std::string after, changed_deal(file, fields.values, fields.blocks, scope));
  Answer answer;
  const DealSetResult result{file.name, file.deal.name, fields.paths, invocation.change.dry_run};
  answer.document = {Text{"Deal fields", "商机字段"}, Message::verbatim(file.deal.name), {}};
  put_result(answer, result);
  put_change(answer, {file.name, file.bytes, std::move(after)}, invocation.change);
  return answer;
}

}  // namespace

Operation deal_new_operation() {
  Operation operation{"deal new",
                      Text{"New deal", "新建商机"},
                      Text{"Begin a deal's file from the commented template", "以带注释的模板新建商机文件"},
                      Effect::kWrites,
                      flags_with({"as_of"}, &Invocation::name, &Invocation::deal, &Invocation::change),
                      "NAME",
                      "name",
                      "ae deal new \"Norrland renewal\" --dry-run",
                      {},
                      {}};
  set_schema<DealNewResult>(operation);
  operation.run = begin_deal;
  return operation;
}

Operation deal_check_operation() {
  Operation operation{"deal check",
                      Text{"Deal check", "商机检查"},
                      Text{"Are these deals' files sound?", "这些商机文件是否有效？"},
                      Effect::kReads,
                      flags_with({"as_of", "policy"}, &Invocation::deal),
                      "FILE…",
                      "deal",
                      "ae deal check examples/deals/norrland.toml",
                      {},
                      {}};
  set_schema<DealCheckResult>(operation);
  operation.run = check_deals;
  return operation;
}

Operation deal_set_operation() {
  Operation operation{
      "deal set",
      Text{"Deal fields", "商机字段"},
      Text{"Set values in a deal's file and keep every other byte", "设置商机文件中的值，其余字节保持不变"},
      Effect::kWrites,
      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::field, &Invocation::change),
      "FILE",
      "deal",
      "ae deal set examples/deals/norrland.toml --field scorecard.budget.score=4 --dry-run",
      {},
      {}};
  set_schema<DealSetResult>(operation);
  operation.run = set_fields;
  return operation;
}

}  // namespace ae::app

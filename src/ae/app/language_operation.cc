#include "ae/app/language_operation.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "ae/app/catalog.h"
#include "ae/app/language_audit.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/config/content.h"
#include "ae/ingest/json/json_cursor.h"
#include "ae/ingest/source.h"

namespace ae::app {
namespace {

namespace fs = std::filesystem;
namespace json_text = ingest::json;

struct ListedGap {
  std::string code;
  std::string where;
  std::string file;
  std::int64_t line = 0;
  Message text, hint;

  static constexpr auto fields() {
    return std::tuple{
        field("code", &ListedGap::code, Text{"Stable name of what is wrong", "问题的固定名称"}),
        field("where", &ListedGap::where,
              Text{"A key of the file, a section of a page, or a command with its flag or result",
                   "文件中的键、页面的小节，或命令及其参数、结果"}),
        field("file", &ListedGap::file,
              Text{"File; empty for what is in the program", "文件；程序内的文本为空"}),
        field("line", &ListedGap::line, Text{"Line, or 0", "行号，未知为 0"}),
        field("text", &ListedGap::text, Text{"What is wrong", "问题"}),
        field("hint", &ListedGap::hint, Text{"What to do", "如何处理"})};
  }
};

struct CheckedPart {
  std::string part;
  Message name;
  std::int64_t texts = 0;
  std::int64_t findings = 0;

  static constexpr auto fields() {
    return std::tuple{
        field("part", &CheckedPart::part,
              Text{"commands, tables or pages", "commands 命令、tables 内容表或 pages 手册页"}),
        field("name", &CheckedPart::name, Text{"Name of the part", "名称"}),
        field("texts", &CheckedPart::texts, Text{"Texts that were looked at", "检查的文本数"}),
        field("findings", &CheckedPart::findings, Text{"What is wrong with them", "其中的问题数"})};
  }
};

struct LanguageCheckResult {
  std::optional<std::string> content;
  std::vector<CheckedPart> parts;
  std::vector<ListedGap> findings;

  static constexpr auto fields() {
    return std::tuple{
        field("content", &LanguageCheckResult::content,
              Text{"Folder of the content; null: what is built in", "内容文件夹；null 表示内置内容"}),
        field("parts", &LanguageCheckResult::parts, Text{"What was looked at", "检查的范围"}),
        field("findings", &LanguageCheckResult::findings,
              Text{"Texts without every language", "缺少某种语言的文本"})};
  }
};

/// The descriptions of a schema in one language, under their paths.
class Descriptions {
 public:
  static std::map<std::string, std::string> of(const Operation& operation, Language language) {
    render::JsonWriter json({language});
    json.begin_object();
    operation.write_result_schema(json);
    json.end_object();
    const std::string text = std::move(json).finish();
    Descriptions found(text);
    found.visit({});
    return std::move(found.by_path_);
  }

 private:
  explicit Descriptions(std::string_view text) : cursor_(text) {}

  void visit(const std::string& path) {
    if (cursor_.peek() != json_text::Kind::kObject) {
      cursor_.skip();
      return;
    }
    cursor_.enter('{');
    for (bool first = true; cursor_.next('}', first); first = false) {
      std::string name;
      cursor_.take_name(name);
      if (name == "description" && cursor_.peek() == json_text::Kind::kString) {
        cursor_.take_string(by_path_[path]);
      } else {
        visit(path + "/" + name);
      }
    }
  }

  json_text::JsonCursor cursor_;
  std::map<std::string, std::string> by_path_;
};

void audit_result(LanguageAudit& audit, const Operation& operation) {
  std::array<std::map<std::string, std::string>, kAllLanguages.size()> each;
  for (const Language language : kAllLanguages)
    each[static_cast<std::size_t>(language)] = Descriptions::of(operation, language);
  for (const auto& [path, ignored] : each.front()) {
    EachLanguage words;
    for (std::size_t index = 0; index < words.size(); ++index) words[index] = each[index][path];
    audit.add(words, fmt::format("{} result{}", operation.name, path));
  }
}

/// Titles, questions, flags and results of all commands.
void audit_commands(LanguageAudit& audit) {
  for (const Operation& operation : catalog()) {
    audit.add(operation.title, operation.name);
    audit.add(operation.question, operation.name);
    for (const FlagSpec& flag : operation.flags)
      audit.add(flag.definition, operation.name + " " + flag.spelling());
    audit_result(audit, operation);
  }
}

/// The content that is looked at, and the bytes that it borrows.
struct Content {
  std::vector<ContentBytes> files;
  std::vector<std::string> held;
};

Content built_in() {
  Content content;
  for (const config::ContentFile& file : config::content_files())
    content.files.push_back({std::string(file.path), file.bytes, fmt::format("content/{}", file.path)});
  return content;
}

Error no_content(const std::string& dir) {
  return {"content_missing",
          Message{Text{"There are no tables and no pages in {dir}", "{dir} 中没有内容表，也没有手册页"}}.with(
              "dir", dir),
          Text{"Name a folder such as content/ of the sources, with method/ or playbook/ in it",
               "请指定含 method/ 或 playbook/ 的文件夹，例如源码中的 content/"},
          {dir, 0, 0},
          dir,
          {}};
}

Result<Content> read_folder(const std::string& dir) {
  std::vector<std::string> paths;
  std::error_code failed;
  for (fs::recursive_directory_iterator at(dir, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string extension = at->path().extension().string();
    if (extension == ".toml" || extension == ".md")
      paths.push_back(at->path().lexically_relative(dir).generic_string());
  }
  if (paths.empty()) return fail(no_content(dir));
  std::sort(paths.begin(), paths.end());
  Content content;
  content.held.reserve(paths.size());
  for (std::string& path : paths) {
    AE_TRY(ingest::Source source, ingest::read_source((fs::path(dir) / path).generic_string()));
    content.held.push_back(std::move(source.bytes));
    content.files.push_back({std::move(path), content.held.back(), std::move(source.name)});
  }
  return content;
}

void put(LanguageCheckResult& result, std::string part, const Text& name, const LanguageAudit& audit) {
  result.parts.push_back(
      {std::move(part), name, audit.texts(), static_cast<std::int64_t>(audit.faults().size())});
  for (const LanguageFault& fault : audit.faults())
    result.findings.push_back(
        {fault.code, fault.where, fault.place.source, fault.place.line, fault.text, fault.hint});
}

doc::Cell place_of(const ListedGap& gap) {
  if (gap.file.empty()) return {Message{Text{"in the program", "程序内"}}};
  return {Message::verbatim(gap.line > 0 ? fmt::format("{}:{}", gap.file, gap.line) : gap.file)};
}

doc::Document document_of(const LanguageCheckResult& result) {
  doc::Table parts;
  parts.columns = {
      {Text{"Part", "范围"}, {}}, {Text{"Texts", "文本数"}, {}}, {Text{"Findings", "问题数"}, {}}};
  for (const CheckedPart& part : result.parts)
    parts.rows.push_back(
        {doc::Value(part.name), doc::Value(doc::Count{part.texts}),
         doc::Cell(doc::Count{part.findings}, part.findings == 0 ? doc::Mood::kGood : doc::Mood::kBad)});
  doc::Section overview{"parts", Text{"What was looked at", "检查范围"}, {parts}, {}};
  if (result.findings.empty())
    overview.blocks.emplace_back(doc::Paragraph{
        Text{"Every text is there in every language", "所有文本均有全部语言"}, doc::Mood::kGood});
  doc::Document document{Text{"Language check", "语言检查"},
                         result.content ? Message::verbatim(*result.content)
                                        : Message(Text{"what the program carries", "程序内置的内容"}),
                         {std::move(overview)}};
  if (result.findings.empty()) return document;
  doc::Table table;
  table.columns = {
      {Text{"Place", "位置"}, {}}, {Text{"Where", "条目"}, {}}, {Text{"What is wrong", "问题"}, {}}};
  for (const ListedGap& gap : result.findings)
    table.rows.push_back(
        {place_of(gap), doc::Value(Message::verbatim(gap.where)), doc::Cell(gap.text, doc::Mood::kBad)});
  document.sections.push_back({"findings", Text{"Without a second language", "缺少另一种语言"}, {table}, {}});
  return document;
}

Result<Answer> check(const Invocation& invocation, const Environment&) {
  const std::optional<FilePath>& dir = invocation.language.content;
  AE_TRY(const Content content, dir ? read_folder(dir->path) : Result<Content>(built_in()));
  AE_TRY(const std::vector<std::string> names, names_of(content.files));
  LanguageAudit commands(names);
  LanguageAudit tables(names);
  LanguageAudit pages(names);
  audit_commands(commands);
  AE_TRY_VOID(audit_tables(tables, content.files));
  audit_pages(pages, content.files);
  LanguageCheckResult result;
  if (dir) result.content = dir->path;
  put(result, "commands", Text{"Commands, flags and results", "命令、参数与结果"}, commands);
  put(result, "tables", Text{"Tables of the method", "方法的内容表"}, tables);
  put(result, "pages", Text{"Pages of the playbook", "销售手册页面"}, pages);
  Answer answer;
  answer.document = document_of(result);
  answer.findings = static_cast<std::int64_t>(result.findings.size());
  put_result(answer, result);
  return answer;
}

}  // namespace

Operation language_check_operation() {
  Operation operation{
      "language check",
      Text{"Language check", "语言检查"},
      Text{"Is everything that people read there in every language?", "用户看到的文字是否每种语言都有？"},
      Effect::kReads,
      flags_with({}, &Invocation::language),
      "[DIR]",
      "content",
      "ae language check --check",
      {},
      {}};
  add_check_flag(operation.flags);
  set_schema<LanguageCheckResult>(operation);
  operation.run = check;
  return operation;
}

}  // namespace ae::app

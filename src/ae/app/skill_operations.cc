#include "ae/app/skill_operations.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/app/skill_rules.h"
#include "ae/config/content.h"
#include "ae/ingest/source.h"

namespace ae::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSkillContent = "skill/";
constexpr std::string_view kUsualFolder = ".agents/skills";

struct ListedFault {
  std::string code;
  Message text, hint;
  std::int64_t line = 0;

  static constexpr auto fields() {
    return std::tuple{field("code", &ListedFault::code, Text{"Stable name of the fault", "问题的固定名称"}),
                      field("text", &ListedFault::text, Text{"What is wrong", "问题"}),
                      field("hint", &ListedFault::hint, Text{"What to do", "如何处理"}),
                      field("line", &ListedFault::line, Text{"Line of SKILL.md", "SKILL.md 的行"})};
  }
};

struct SkillCheckResult {
  std::string dir;
  bool sound = false;
  std::vector<ListedFault> faults;

  static constexpr auto fields() {
    return std::tuple{field("dir", &SkillCheckResult::dir, Text{"Folder of the skill", "技能文件夹"}),
                      field("sound", &SkillCheckResult::sound, Text{"Nothing is wrong", "没有问题"}),
                      field("faults", &SkillCheckResult::faults,
                            Text{"What is wrong, in the order of SKILL.md", "问题（按 SKILL.md 的顺序）"})};
  }
};

enum class CopyState : std::uint8_t { kNew, kChanged, kSame, kCount };

constexpr std::string_view key(CopyState state) {
  constexpr std::string_view kKeys[] = {"new", "changed", "same"};
  return kKeys[static_cast<std::size_t>(state)];
}

Text name(CopyState state) {
  static constexpr Text kNames[] = {{"new", "新建"}, {"changed", "更新"}, {"same", "未变"}};
  return kNames[static_cast<std::size_t>(state)];
}

struct CopiedFile {
  std::string file;
  CopyState state = CopyState::kNew;
  std::int64_t bytes = 0;

  static constexpr auto fields() {
    return std::tuple{field("file", &CopiedFile::file, Text{"File", "文件"}),
                      field("state", &CopiedFile::state,
                            Text{"new, changed (another content stood there) or same (not written)",
                                 "new 新建、changed 更新（原有内容不同）或 same 未变（不写入）"}),
                      field("bytes", &CopiedFile::bytes, Text{"Its size", "大小（字节）"})};
  }
};

struct SkillInstallResult {
  std::string dir;
  std::vector<CopiedFile> files;
  bool dry_run = false;

  static constexpr auto fields() {
    return std::tuple{
        field("dir", &SkillInstallResult::dir, Text{"Folder of the skills", "技能目录"}),
        field("files", &SkillInstallResult::files, Text{"The skill's files", "技能的文件"}),
        field("dry_run", &SkillInstallResult::dry_run, Text{"Nothing was written", "未写入任何内容"})};
  }
};

Result<fs::path> folder_to_check(const std::optional<FilePath>& named) {
  const std::string path = named ? named->path : ".";
  std::error_code ignored;
  const fs::path folder = fs::absolute(path, ignored).lexically_normal();
  if (fs::exists(folder / "SKILL.md", ignored)) return folder.has_filename() ? folder : folder.parent_path();
  return fail({"skill_missing",
               Message{Text{"There is no SKILL.md in {dir}", "{dir} 中没有 SKILL.md"}}.with("dir", path),
               Text{"Name the folder of a skill: ae skill check .agents/skills/account-executive",
                    "请指定技能文件夹：ae skill check .agents/skills/account-executive"},
               {path, 0, 0},
               path,
               {}});
}

doc::Block faults_block(const SkillCheckResult& result) {
  if (result.sound)
    return doc::Paragraph{Text{"Sound by the rules of Agent Skills", "符合 Agent Skills 规则"},
                          doc::Mood::kGood};
  doc::Table table;
  table.columns = {
      {Text{"Place", "位置"}, {}}, {Text{"What is wrong", "问题"}, {}}, {Text{"What to do", "如何处理"}, {}}};
  for (const ListedFault& fault : result.faults)
    table.rows.push_back({doc::Value(Message::verbatim(fmt::format("SKILL.md:{}", fault.line))),
                          doc::Cell(fault.text, doc::Mood::kBad), doc::Value(fault.hint)});
  return table;
}

Result<Answer> check(const Invocation& invocation, const Environment&) {
  AE_TRY(const fs::path folder, folder_to_check(invocation.skill.dir));
  AE_TRY(const ingest::Source source, ingest::read_source((folder / "SKILL.md").string()));
  SkillCheckResult result{invocation.skill.dir ? invocation.skill.dir->path : ".", false, {}};
  const std::string folder_name = folder.filename().string();
  for (SkillFault& fault : check_skill(folder_name, source.bytes, [&](std::string_view path) {
         std::error_code ignored;
         return fs::exists(folder / fs::path(path), ignored);
       }))
    result.faults.push_back(
        {std::move(fault.code), std::move(fault.text), std::move(fault.hint), fault.line});
  result.sound = result.faults.empty();
  Answer answer;
  answer.document = {Text{"Skill check", "技能检查"},
                     Message::verbatim(result.dir),
                     {{"skill", Message::verbatim(folder_name), {faults_block(result)}, {}}}};
  answer.refused = !result.sound;
  put_result(answer, result);
  return answer;
}

doc::Section files_section(const SkillInstallResult& result) {
  doc::Table table;
  table.columns = {{Text{"File", "文件"}, {}}, {Text{"State", "状态"}, {}}, {Text{"Bytes", "字节"}, {}}};
  for (const CopiedFile& file : result.files)
    table.rows.push_back(
        {doc::Value(Message::verbatim(file.file)),
         doc::Cell(Message(name(file.state)),
                   file.state == CopyState::kChanged ? doc::Mood::kWarning : doc::Mood::kNeutral),
         doc::Value(doc::Count{file.bytes})});
  return {"files",
          result.dry_run ? Text{"What would be written", "将写入的内容"}
                         : Text{"What was written", "已写入的内容"},
          {table},
          {}};
}

/// The file at `path` when there is one.
Result<std::optional<std::string>> bytes_at(const std::string& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return std::optional<std::string>();
  AE_TRY(ingest::Source source, ingest::read_source(path));
  return std::optional(std::move(source.bytes));
}

Result<Answer> install(const Invocation& invocation, const Environment&) {
  SkillInstallResult result{invocation.skill.dir ? invocation.skill.dir->path : std::string(kUsualFolder),
                            {},
                            invocation.change.dry_run};
  Answer answer;
  for (const config::ContentFile& file : config::content_files()) {
    if (!file.path.starts_with(kSkillContent)) continue;
    const std::string path = fmt::format("{}/{}", result.dir, file.path.substr(kSkillContent.size()));
    AE_TRY(std::optional<std::string> before, bytes_at(path));
    const CopyState state = !before                 ? CopyState::kNew
                            : *before == file.bytes ? CopyState::kSame
                                                    : CopyState::kChanged;
    result.files.push_back({path, state, static_cast<std::int64_t>(file.bytes.size())});
    if (state != CopyState::kSame && !result.dry_run)
      answer.changes.push_back({path, std::move(before), std::string(file.bytes)});
  }
  answer.document = {
      Text{"Agent skill", "智能体技能"}, Message::verbatim(result.dir), {files_section(result)}};
  put_result(answer, result);
  return answer;
}

}  // namespace

Operation skill_check_operation() {
  Operation operation{
      "skill check",
      Text{"Skill check", "技能检查"},
      Text{"Does this folder keep the rules of Agent Skills?", "此文件夹是否符合 Agent Skills 规则？"},
      Effect::kReads,
      flags_with({}, &Invocation::skill),
      "[DIR]",
      "dir",
      "ae skill check skill/account-executive",
      {},
      {}};
  set_schema<SkillCheckResult>(operation);
  operation.run = check;
  return operation;
}

Operation skill_install_operation() {
  Operation operation{
      "skill install",
      Text{"Agent skill", "智能体技能"},
      Text{"Put the skill for AI agents where they look for it", "将供 AI 智能体使用的技能放到其查找之处"},
      Effect::kWrites,
      flags_with({}, &Invocation::skill, &Invocation::change),
      "[DIR]",
      "dir",
      "ae skill install --dry-run",
      {},
      {}};
  set_schema<SkillInstallResult>(operation);
  operation.run = install;
  return operation;
}

}  // namespace ae::app

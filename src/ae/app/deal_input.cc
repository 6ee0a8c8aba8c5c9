#include "ae/app/deal_input.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "ae/app/load.h"
#include "ae/base/near.h"
#include "ae/ingest/source.h"

namespace ae::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolder = "deals";

bool is_file(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored) && !fs::is_directory(path, ignored);
}

/// Names of the deals in the folder in which one was looked for.
std::vector<std::string> deals_beside(const std::string& path) {
  const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : fs::path(kFolder);
  std::vector<std::string> names;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

Result<MethodScope> method_scope(const Invocation& invocation, const Environment& environment) {
  AE_TRY(Policy policy, load_policy_option(invocation.scope));
  return MethodScope{std::move(policy), invocation.scope.as_of.value_or(environment.today)};
}

Result<std::string> deal_path(const FilePath& named) {
  const std::string& path = named.path;
  if (path == "-") return path;
  for (const std::string& candidate :
       {path, fmt::format("{}.toml", path), fmt::format("{}/{}", kFolder, path),
        fmt::format("{}/{}.toml", kFolder, path)}) {
    if (is_file(candidate)) return candidate;
  }
  const std::vector<std::string> names = deals_beside(path);
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return fail(
      {"unknown_deal",
       Message{Text{"There is no deal {deal}", "没有商机 {deal}"}}.with("deal", path),
       Text{"Name its file, or begin one: ae deal new NAME", "请指定其文件，或新建：ae deal new 名称"},
       {path, 0, 0},
       path,
       near_misses(fs::path(path).stem().string(), candidates)});
}

Result<std::optional<records::DealFile>> optional_deal(const Invocation& invocation,
                                                       const MethodScope& scope) {
  const std::vector<FilePath>& named = invocation.deal.deal;
  if (named.empty()) return std::optional<records::DealFile>();
  if (named.size() > 1) {
    return fail({"one_deal",
                 Text{"One deal at a time", "每次只能处理一个商机"},
                 Text{"Name one file: ae stage check deals/NAME.toml",
                      "请指定一个文件：ae stage check deals/名称.toml"},
                 {},
                 named[1].path,
                 {}});
  }
  AE_TRY(const std::string path, deal_path(named.front()));
  AE_TRY(const ingest::Source source, ingest::read_source(path));
  AE_TRY(records::DealFile file, records::sound_deal(source.bytes, source.name, scope.policy, scope.as_of));
  return std::optional(std::move(file));
}

Result<records::DealFile> needed_deal(const Invocation& invocation, const MethodScope& scope) {
  AE_TRY(std::optional<records::DealFile> file, optional_deal(invocation, scope));
  if (file) return *std::move(file);
  return fail({"deal_missing",
               Text{"No deal is named", "未指定商机"},
               Text{"Name its file: deals/NAME.toml; begin one with: ae deal new NAME",
                    "请指定其文件：deals/名称.toml；新建：ae deal new 名称"},
               {},
               "",
               {}});
}

Result<std::string> changed_deal(const records::DealFile& file, const std::vector<FieldValue>& values,
                                 const std::vector<std::pair<std::string, config::TomlLines>>& blocks,
                                 const MethodScope& scope) {
  std::string bytes = file.bytes;
  for (const FieldValue& value : values) {
    AE_TRY(bytes, value.toml.empty() ? config::without_toml_value(bytes, file.name, value.path)
                                     : config::with_toml_value(bytes, file.name, value.path, value.toml));
  }
  for (const auto& [list, lines] : blocks) {
    AE_TRY(bytes, config::with_toml_block(bytes, file.name, list, lines));
  }
  AE_TRY_VOID(records::sound_deal(bytes, file.name, scope.policy, scope.as_of));
  return bytes;
}

void put_change(Answer& answer, FileChange change, const ChangeOptions& options) {
  answer.document.sections.push_back(change_section({change}, options.dry_run));
  if (!options.dry_run) answer.changes.push_back(std::move(change));
}

Result<Stage> stage_option(std::string_view flag, const std::string& name) {
  if (const std::optional<Stage> stage = stage_named(name)) return *stage;
  std::vector<std::string_view> known;
  for (const Stage stage : enumerators<Stage>()) {
    if (stage != Stage::kUnknown) known.push_back(key(stage));
  }
  return fail({"unknown_stage",
               Message{Text{"{flag}: the method has no stage {stage}", "{flag}：方法中没有阶段 {stage}"}}
                   .with("flag", flag)
                   .with("stage", name),
               Text{"`ae stage show` lists the stages", "`ae stage show` 可列出各阶段"},
               {},
               name,
               near_misses(name, known)});
}

}  // namespace ae::app

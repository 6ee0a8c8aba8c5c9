#include "ae/app/plan_files.h"

#include <algorithm>
#include <filesystem>

#include "ae/ingest/source.h"
#include "ae/records/plan_file.h"

namespace ae::app {
namespace {

bool is_file(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code ignored;
  return std::filesystem::equivalent(one, other, ignored);
}

bool holds_a_plan(const std::string& path) {
  const Result<ingest::Source> source = ingest::read_source(path);
  return source && records::read_plan(source->bytes, source->name).has_value();
}

/// "accounts/Copperline Motors.md"; a slash in the name parts no folders.
std::string place_of(const std::string& folder, const std::string& account) {
  std::string name = account;
  std::replace(name.begin(), name.end(), '/', '-');
  std::string path = folder == "." ? "" : folder;
  if (!path.empty() && !path.ends_with('/')) path += '/';
  return path + "accounts/" + name + ".md";
}

std::optional<std::string> found_beside(const std::string& account, const std::vector<std::string>& folders) {
  if (account.empty()) return std::nullopt;
  std::vector<std::string> places = folders;
  places.emplace_back(".");
  for (const std::string& folder : places) {
    std::string path = place_of(folder, account);
    if (is_file(path)) return path;
  }
  return std::nullopt;
}

Error would_be_lost(const std::string& path) {
  return {"plan_would_be_lost",
          Message{Text{"{file} is a plan: writing this over it would lose what people typed there",
                       "{file} 是一份规划：写入会丢失其中手工填写的内容"}}
              .with("file", path),
          Message{Text{"Bring it forward as Markdown, --plan {file} --out {file}, or name another file",
                       "请以 Markdown 更新它：--plan {file} --out {file}，或指定其他文件"}}
              .with("file", path),
          {path, 0, 0},
          "",
          {}};
}

}  // namespace

Result<std::optional<std::string>> plan_file_of(const std::string& account,
                                                const std::vector<std::string>& folders,
                                                const AccountOptions& options, const OutputOptions& output) {
  const bool writes = output.out && output.out->path != "-" && is_file(output.out->path);
  const bool is_markdown = format_of(output) == Format::kMarkdown;
  std::optional<std::string> plan;
  if (options.plan) {
    plan = options.plan->path;
  } else if (writes && is_markdown) {
    plan = output.out->path;
  } else {
    plan = found_beside(account, folders);
  }
  if (!writes) return plan;
  const bool brings_forward = is_markdown && plan && is_same_file(*plan, output.out->path);
  if (!brings_forward && holds_a_plan(output.out->path)) return fail(would_be_lost(output.out->path));
  return plan;
}

}  // namespace ae::app

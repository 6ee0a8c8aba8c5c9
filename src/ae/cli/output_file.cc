#include "ae/cli/output_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace ae::cli {
namespace {

std::string beside(const std::string& path) { return path + ".part"; }

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(one, ignored) && std::filesystem::equivalent(one, other, ignored);
}

/// A folder is read with all that lies in it, but not what lies in the folders below.
bool lies_in(const std::string& path, const std::string& folder) {
  std::error_code ignored;
  const std::filesystem::path parent = std::filesystem::absolute(path, ignored).parent_path();
  return std::filesystem::is_regular_file(path, ignored) && std::filesystem::is_directory(folder, ignored) &&
         std::filesystem::equivalent(parent, folder, ignored);
}

bool names_input(const app::Operation& operation, const app::Setting& setting) {
  return setting.flag != "out" && setting.flag != operation.rewrites &&
         std::any_of(operation.flags.begin(), operation.flags.end(),
                     [&](const app::FlagSpec& flag) { return flag.takes_path && flag.name == setting.flag; });
}

}  // namespace

Result<bool> check_output(const std::string& path, const app::Operation& operation,
                          const std::vector<app::Setting>& settings) {
  for (const app::Setting& setting : settings) {
    if (!names_input(operation, setting)) continue;
    const std::string input = setting.value == "-" ? "/dev/stdin" : setting.value;
    if (!is_same_file(path, input) && !is_same_file(beside(path), input) && !lies_in(path, input)) continue;
    return fail({"output_is_input",
                 Message{Text{"{path} is read as input: writing it would destroy it",
                              "{path} 是输入文件：写入会将其毁掉"}}
                     .with("path", path),
                 Text{"Name another file: --out report.csv", "请指定其他文件：--out report.csv"},
                 {path, 0, 0},
                 setting.value,
                 {}});
  }
  return true;
}

Result<bool> write_file(const std::string& path, const std::function<void(const render::Sink&)>& write) {
  std::error_code error;
  const bool special = std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error);
  {
    std::ofstream file(special ? path : beside(path), std::ios::binary | std::ios::trunc);
    write([&](std::string_view bytes) {
      file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    });
    file.close();
    if (file && !special) std::filesystem::rename(beside(path), path, error);
    if (file && !error) return true;
  }
  if (!special) std::filesystem::remove(beside(path), error);
  return fail({"file_unwritable",
               Message{Text{"Cannot write {path}", "无法写入 {path}"}}.with("path", path),
               Text{"Check that its folder exists and can be written to", "请确认其文件夹存在且可写"},
               {path, 0, 0},
               "",
               {}});
}

Result<bool> write_change(const app::FileChange& change) {
  std::error_code ignored;
  const bool is_there = std::filesystem::exists(change.path, ignored);
  std::string bytes;
  if (is_there) {
    std::ifstream file(change.path, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(file), {});
  }
  if (is_there != change.before.has_value() || (is_there && bytes != *change.before)) {
    return fail({"file_changed",
                 Message{Text{"{path} was changed by someone else meanwhile; nothing is written",
                              "{path} 在此期间被他人修改；未写入任何内容"}}
                     .with("path", change.path),
                 Text{"Run the command again", "请重新运行该命令"},
                 {change.path, 0, 0},
                 "",
                 {}});
  }
  const std::filesystem::path folder = std::filesystem::path(change.path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
  return write_file(change.path, [&](const render::Sink& sink) { sink(change.after); });
}

}  // namespace ae::cli

#include "ae/cli/program.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "ae/app/answer_json.h"
#include "ae/app/settings.h"
#include "ae/cli/command_line.h"
#include "ae/cli/commands.h"
#include "ae/cli/completion.h"
#include "ae/cli/error_text.h"
#include "ae/cli/help.h"
#include "ae/cli/manual.h"
#include "ae/render/width.h"

namespace ae::cli {
namespace {

constexpr int kDone = 0;
constexpr int kFound = 1;
constexpr int kWrongInput = 2;

/// What has to be known before the arguments are read in earnest, because errors in them are reported by it.
struct Manner {
  Languages languages;
  bool json_errors = false;
};

Manner manner_of(const std::vector<std::string>& arguments, const World& world) {
  const auto given = [&](const std::string& flag, const std::string& variable) {
    const std::string value = early_value(arguments, flag);
    return value.empty() ? world.variable(variable).value_or("") : value;
  };
  Manner manner;
  manner.json_errors = given("--errors", "AE_ERRORS") == "json";
  if (const auto languages = parse_languages(given("--lang", "AE_LANG"))) {
    manner.languages = *languages;
    return manner;
  }
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string locale = world.variable(variable).value_or("");
    if (!locale.empty()) {
      manner.languages = {language_of_locale(locale)};
      return manner;
    }
  }
  manner.languages = {language_of_locale("")};
  return manner;
}

int report(const Error& error, const Manner& manner, const World& world) {
  world.write_error(manner.json_errors ? app::error_json(error, manner.languages)
                                       : error_text(error, manner.languages, world.errors));
  return kWrongInput;
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  if (!file || !bytes) {
    return fail({"file_unreadable",
                 Message{Text{"Cannot read {path}", "无法读取 {path}"}}.with("path", path),
                 Text{"Check the path and its permissions", "请检查路径和权限"},
                 {path, 0, 0},
                 "",
                 {}});
  }
  return std::move(bytes).str();
}

/// The settings of ae.toml: of --config, which must be there, else of the working folder, if there is one.
Result<std::vector<app::Setting>> file_settings(const CommandLine& command,
                                                const std::vector<std::string>& arguments,
                                                const World& world) {
  std::string path = early_value(arguments, "--config");
  if (path.empty()) path = world.variable("AE_CONFIG").value_or("");
  const bool asked = !path.empty();
  if (!asked) path = "ae.toml";
  std::error_code ignored;
  if (!asked && !std::filesystem::is_regular_file(path, ignored)) return std::vector<app::Setting>{};
  AE_TRY(const std::string bytes, read_file(path));
  return app::settings_of_file(bytes, path, *command.operation);
}

/// Writes a file whole or not at all: beside it first, then in its place.
Result<bool> write_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".part";
  std::error_code error;
  const bool special = std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error);
  {
    std::ofstream file(special ? path : beside, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file && !special) std::filesystem::rename(beside, path, error);
    if (file && !error) return true;
  }
  if (!special) std::filesystem::remove(beside, error);
  return fail({"file_unwritable",
               Message{Text{"Cannot write {path}", "无法写入 {path}"}}.with("path", path),
               Text{"Check that its folder exists and can be written to", "请确认其文件夹存在且可写"},
               {path, 0, 0},
               "",
               {}});
}

Result<int> run_operation(const CommandLine& command, const std::vector<std::string>& arguments,
                          const Manner& manner, const World& world) {
  AE_TRY(std::vector<app::Setting> settings, file_settings(command, arguments, world));
  for (app::Setting& setting : app::settings_of_environment(*command.operation, world.variable))
    settings.push_back(std::move(setting));
  settings.insert(settings.end(), command.settings.begin(), command.settings.end());
  AE_TRY(const app::Invocation invocation, app::apply_settings(*command.operation, settings));
  const app::Environment environment{world.today, manner.languages, world.threads};
  const app::Screen screen = invocation.output.out ? app::Screen{} : world.out;
  AE_TRY(const app::Outcome outcome, app::run(*command.operation, invocation, environment, screen));
  if (outcome.out) {
    AE_TRY_VOID(write_file(*outcome.out, outcome.bytes));
  } else {
    world.write_out(outcome.bytes);
  }
  for (const Message& message : outcome.messages) {
    const Languages& languages = app::languages_of(invocation, environment);
    for (const Language language : languages)
      world.write_error(render::harmless(message.in(language)) + "\n");
  }
  return outcome.check_failed ? kFound : kDone;
}

std::string help_of(const CommandLine& command, const Languages& languages) {
  if (command.operation != nullptr) return operation_help(*command.operation, languages);
  return command.word.empty() ? general_help(languages) : group_help(command.word, languages);
}

}  // namespace

int run_program(const std::vector<std::string>& arguments, const World& world) {
  const Manner manner = manner_of(arguments, world);
  const Result<CommandLine> command = parse_command_line(arguments);
  if (!command) return report(command.error(), manner, world);
  switch (command->action) {
    case CommandLine::Action::kHelp:
      world.write_out(help_of(*command, manner.languages));
      return kDone;
    case CommandLine::Action::kVersion:
      world.write_out(fmt::format("{}\n", version_line()));
      return kDone;
    case CommandLine::Action::kCompletion:
      world.write_out(completion_script(command->word, manner.languages));
      return kDone;
    case CommandLine::Action::kMan:
      world.write_out(manual_page(manner.languages));
      return kDone;
    case CommandLine::Action::kRun:
      break;
  }
  const Result<int> code = run_operation(*command, arguments, manner, world);
  return code ? *code : report(code.error(), manner, world);
}

}  // namespace ae::cli

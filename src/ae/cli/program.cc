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
#include "ae/cli/output_file.h"
#include "ae/cli/progress_line.h"
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

/// A workbook is no text: on a terminal it would be noise that drives it.
Result<bool> check_terminal(const app::Invocation& invocation, const World& world) {
  if (!world.out_is_terminal || invocation.inspect.cells) return true;
  if (app::format_of(invocation.output) != app::Format::kXlsx) return true;
  return fail({"workbook_on_terminal",
               Text{"A workbook cannot be shown on a terminal", "工作簿无法显示在终端上"},
               Text{"Write it to a file: --out report.xlsx", "请写入文件：--out report.xlsx"},
               {},
               "",
               {}});
}

/// --lang for what takes no other flag: help, version, completions, manual.
Result<bool> check_language(const std::vector<std::string>& arguments, const World& world) {
  app::LanguageList ignored;
  if (const std::string asked = early_value(arguments, "--lang"); !asked.empty())
    return app::set_value(ignored, "--lang", asked);
  const std::string variable = world.variable("AE_LANG").value_or("");
  auto set = variable.empty() ? Result<bool>(true) : app::set_value(ignored, "--lang", variable);
  if (set) return true;
  Error error = std::move(set).error();
  error.place = {"AE_LANG", 0, 0};
  return fail(std::move(error));
}

/// Says and asks on standard error, so that standard output has the answer alone.
app::Dialogue dialogue_of(const World& world, const Languages& languages) {
  app::Dialogue dialogue;
  dialogue.show = [&world, languages](const doc::Document& document) {
    world.write_error(render::terminal(document, {languages, world.errors, world.out.width}) + "\n");
  };
  dialogue.ask = [&world, languages](const Message& prompt) -> std::optional<std::string> {
    if (!world.read_line) return std::nullopt;
    for (const Language language : languages) world.write_error(render::harmless(prompt.in(language)) + "\n");
    if (world.in_is_terminal) world.write_error("> ");
    std::optional<std::string> line = world.read_line();
    if (line) world.write_error("\n");
    return line;
  };
  return dialogue;
}

Result<int> run_operation(const CommandLine& command, const std::vector<std::string>& arguments,
                          const Manner& manner, const World& world) {
  AE_TRY(std::vector<app::Setting> settings, file_settings(command, arguments, world));
  for (app::Setting& setting : app::settings_of_environment(*command.operation, world.variable))
    settings.push_back(std::move(setting));
  settings.insert(settings.end(), command.settings.begin(), command.settings.end());
  AE_TRY(const app::Invocation invocation, app::apply_settings(*command.operation, settings));
  app::Environment environment{world.today, manner.languages, world.threads, {}, {}};
  const std::optional<app::FilePath> out =
      invocation.output.out && invocation.output.out->path != "-" ? invocation.output.out : std::nullopt;
  if (out) {
    AE_TRY_VOID(check_output(out->path, *command.operation, settings));
  } else {
    AE_TRY_VOID(check_terminal(invocation, world));
  }
  ProgressLine progress(world, app::languages_of(invocation, environment), !invocation.run.quiet);
  environment.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
  environment.dialogue = dialogue_of(world, app::languages_of(invocation, environment));
  Result<app::Outcome> ran =
      app::run(*command.operation, invocation, environment, out ? app::Screen{} : world.out);
  progress.wipe();
  AE_TRY(const app::Outcome outcome, std::move(ran));
  for (const app::FileChange& change : outcome.changes) AE_TRY_VOID(write_change(change));
  if (outcome.out) {
    AE_TRY_VOID(write_file(*outcome.out, outcome.write));
  } else {
    outcome.write(world.write_out);
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
  if (command->action != CommandLine::Action::kRun) {
    if (const auto language = check_language(arguments, world); !language)
      return report(language.error(), manner, world);
  }
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

#include "ae/cli/command_line.h"

#include <algorithm>
#include <filesystem>

#include "ae/app/catalog.h"
#include "ae/base/near.h"
#include "ae/cli/commands.h"

namespace ae::cli {
namespace {

using app::FlagSpec;
using app::Operation;
using app::Setting;

bool names_file(const std::string& word) {
  std::error_code ignored;
  return word == "-" || word.find('/') != std::string::npos || word.find('.') != std::string::npos ||
         std::filesystem::exists(word, ignored);
}

/// Commands, and the first words of those of two.
std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Operation& operation : app::catalog()) {
    const std::string_view name = operation.name;
    const std::string_view group = name.substr(0, name.find(' '));
    if (group != name && std::find(names.begin(), names.end(), group) == names.end()) names.push_back(group);
    names.push_back(name);
  }
  for (const OwnCommand& command : own_commands()) names.push_back(command.name);
  return names;
}

Error unknown_command(const std::string& word) {
  return {"unknown_command",
          Message{Text{"There is no command \"{word}\"", "没有命令“{word}”"}}.with("word", word),
          Text{"`ae help` lists the commands", "`ae help` 列出全部命令"},
          {},
          word,
          near_misses(word, command_names())};
}

/// The operation that the first words name, and how many of them it takes.
std::pair<const Operation*, std::size_t> operation_of(const std::vector<std::string>& words) {
  if (words.size() >= 2) {
    if (const Operation* two = app::find_operation(words[0] + " " + words[1])) return {two, 2};
  }
  if (!words.empty()) {
    if (const Operation* one = app::find_operation(words[0])) return {one, 1};
  }
  return {nullptr, 0};
}

bool begins_operation(const std::string& word) {
  const auto& all = app::catalog();
  return std::any_of(all.begin(), all.end(),
                     [&](const Operation& operation) { return operation.name.starts_with(word + " "); });
}

Error unknown_flag(const Operation& operation, const std::string& name) {
  std::vector<std::string> spellings;
  for (const FlagSpec& flag : operation.flags) spellings.push_back(flag.spelling());
  const std::vector<std::string_view> names(spellings.begin(), spellings.end());
  return {"unknown_flag",
          Message{Text{"`ae {command}` has no flag {flag}", "`ae {command}` 没有参数 {flag}"}}
              .with("command", operation.name)
              .with("flag", name),
          Message{Text{"`ae help {command}` lists its flags", "`ae help {command}` 列出其参数"}}.with(
              "command", operation.name),
          {},
          name,
          near_misses(name, names)};
}

class FlagReader {
 public:
  explicit FlagReader(const Operation& operation) : operation_(operation) {}

  /// Reads the flag at `index`, and the argument after it when it is its value; moves `index` to the last one
  /// read.
  Result<Setting> read(const std::vector<std::string>& arguments, std::size_t& index) const {
    const std::string& argument = arguments[index];
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    if (name == "--json") return Setting{Setting::Origin::kCommandLine, "format", "json", {}};
    const FlagSpec* flag = find(name);
    if (flag == nullptr) return fail(unknown_flag(operation_, name));
    if (equals != std::string::npos)
      return Setting{Setting::Origin::kCommandLine, flag->name, argument.substr(equals + 1), {}};
    if (flag->is_switch()) return Setting{Setting::Origin::kCommandLine, flag->name, "true", {}};
    if (index + 1 == arguments.size()) {
      return fail({"missing_value",
                   Message{Text{"{flag} needs a value: {flag} {value}", "{flag} 需要一个值：{flag} {value}"}}
                       .with("flag", name)
                       .with("value", flag->value),
                   {},
                   {},
                   name,
                   {}});
    }
    return Setting{Setting::Origin::kCommandLine, flag->name, arguments[++index], {}};
  }

 private:
  const FlagSpec* find(const std::string& spelling) const {
    for (const FlagSpec& flag : operation_.flags) {
      if (flag.is_spelled(spelling)) return &flag;
    }
    return nullptr;
  }

  const Operation& operation_;
};

bool is_flag(const std::string& argument) { return argument.size() > 1 && argument[0] == '-'; }

/// Whether some operation has this flag and it takes a value: then the next argument is no word.
bool takes_value(const std::string& spelling) {
  // Every command has these; so `ae --version` need not know any.
  for (const std::string_view own : {"--version", "-V", "--help", "-h"}) {
    if (spelling == own) return false;
  }
  for (const Operation& operation : app::catalog()) {
    for (const FlagSpec& flag : operation.flags) {
      if (flag.is_spelled(spelling)) return !flag.is_switch();
    }
  }
  return false;
}

/// The words among the arguments, with flags and their values passed over.
std::vector<std::string> words_of(const std::vector<std::string>& arguments) {
  std::vector<std::string> words;
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    if (arguments[index] == "--") {
      words.insert(words.end(), arguments.begin() + static_cast<std::ptrdiff_t>(index) + 1, arguments.end());
      break;
    }
    if (!is_flag(arguments[index])) {
      words.push_back(arguments[index]);
    } else if (takes_value(arguments[index])) {
      ++index;
    }
  }
  return words;
}

bool asks(const std::vector<std::string>& arguments, std::string_view long_flag,
          std::string_view short_flag) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  return std::any_of(arguments.begin(), end, [&](const std::string& argument) {
    return argument == long_flag || argument == short_flag;
  });
}

Result<CommandLine> help_for(const std::vector<std::string>& words) {
  CommandLine command;
  command.action = CommandLine::Action::kHelp;
  if (words.empty()) return command;
  command.operation = operation_of(words).first;
  if (command.operation == nullptr && begins_operation(words[0])) command.word = words[0];
  const auto own = own_commands();
  const bool is_own =
      std::any_of(own.begin(), own.end(), [&](const OwnCommand& each) { return each.name == words[0]; });
  if (command.operation == nullptr && command.word.empty() && !is_own && !names_file(words[0]))
    return fail(unknown_command(words[0]));
  return command;
}

Result<CommandLine> completion_for(const std::vector<std::string>& words) {
  CommandLine command;
  command.action = CommandLine::Action::kCompletion;
  command.word = words.size() > 1 ? words[1] : "";
  if (std::find(std::begin(kShells), std::end(kShells), command.word) == std::end(kShells)) {
    return fail({"no_such_shell",
                 Message{Text{"There is a completion for bash, zsh and fish, not for \"{shell}\"",
                              "只有 bash、zsh、fish 的补全，没有“{shell}”"}}
                     .with("shell", command.word),
                 Text{"ae completion bash > ~/.local/share/bash-completion/completions/ae",
                      "ae completion bash > ~/.local/share/bash-completion/completions/ae"},
                 {},
                 command.word,
                 near_misses(command.word, kShells)});
  }
  return command;
}

Error unexpected_word(const Operation& operation, const std::string& word) {
  return {"unexpected_word",
          Message{Text{"`ae {command}` takes no argument \"{word}\"", "`ae {command}` 不接受参数“{word}”"}}
              .with("command", operation.name)
              .with("word", word),
          Message{Text{"`ae help {command}` shows how it is used", "`ae help {command}` 显示其用法"}}.with(
              "command", operation.name),
          {},
          word,
          {}};
}

/// The settings of an operation from the arguments; the first `skip` words are its name.
Result<CommandLine> run_of(const Operation& operation, const std::vector<std::string>& arguments,
                           std::size_t skip) {
  CommandLine command;
  command.operation = &operation;
  const FlagReader reader(operation);
  bool only_words = false;
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    const std::string& argument = arguments[index];
    if (!only_words && argument == "--") {
      only_words = true;
    } else if (!only_words && is_flag(argument)) {
      AE_TRY(Setting setting, reader.read(arguments, index));
      command.settings.push_back(std::move(setting));
    } else if (skip > 0) {
      --skip;
    } else if (operation.words.empty()) {
      return fail(unexpected_word(operation, argument));
    } else {
      command.settings.push_back({Setting::Origin::kCommandLine, operation.words_flag, argument, {}});
    }
  }
  return command;
}

}  // namespace

Result<CommandLine> parse_command_line(const std::vector<std::string>& arguments) {
  std::vector<std::string> words = words_of(arguments);
  if (!words.empty() && words[0] == "help") {
    words.erase(words.begin());
    return help_for(words);
  }
  if (asks(arguments, "--help", "-h") || arguments.empty()) return help_for(words);
  CommandLine command;
  if (asks(arguments, "--version", "-V") || (!words.empty() && words[0] == "version")) {
    command.action = CommandLine::Action::kVersion;
    return command;
  }
  if (!words.empty() && words[0] == "completion") return completion_for(words);
  if (!words.empty() && words[0] == "man") {
    command.action = CommandLine::Action::kMan;
    return command;
  }
  const auto [operation, taken] = operation_of(words);
  if (operation != nullptr) return run_of(*operation, arguments, taken);
  if (!words.empty() && begins_operation(words[0])) {
    if (words.size() > 1) return fail(unknown_command(words[0] + " " + words[1]));
    return help_for(words);
  }
  if (!words.empty() && !names_file(words[0])) return fail(unknown_command(words[0]));
  return run_of(*app::find_operation("pipeline"), arguments, 0);
}

std::string early_value(const std::vector<std::string>& arguments, std::string_view flag) {
  const std::string with_equals = std::string(flag) + "=";
  for (std::size_t index = arguments.size(); index-- > 0;) {
    if (arguments[index].starts_with(with_equals)) return arguments[index].substr(with_equals.size());
    if (arguments[index] == flag && index + 1 < arguments.size()) return arguments[index + 1];
  }
  return {};
}

}  // namespace ae::cli

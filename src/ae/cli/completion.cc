#include "ae/cli/completion.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/app/catalog.h"
#include "ae/cli/commands.h"

namespace ae::cli {
namespace {

using app::FlagSpec;
using app::Operation;

/// A command as it is completed: with its flags where it has some.
struct Command {
  std::string name;
  Text purpose;
  const Operation* operation;
};

std::vector<Command> commands() {
  std::vector<Command> all;
  for (const Operation& operation : app::catalog())
    all.push_back({operation.name, operation.question, &operation});
  for (const OwnCommand& command : own_commands())
    all.push_back({std::string(command.name), command.purpose, nullptr});
  return all;
}

std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }
std::string second_word(const std::string& name) {
  const std::size_t space = name.find(' ');
  return space == std::string::npos ? "" : name.substr(space + 1);
}

/// The distinct first words in order.
std::vector<std::string> first_words() {
  std::vector<std::string> words;
  for (const Command& command : commands()) {
    const std::string word = first_word(command.name);
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
  return words;
}

std::vector<std::string> flags_under(const std::string& word) {
  std::vector<std::string> flags;
  for (const Command& command : commands()) {
    if (command.operation == nullptr || first_word(command.name) != word) continue;
    for (const FlagSpec& flag : command.operation->flags) {
      if (std::find(flags.begin(), flags.end(), flag.spelling()) == flags.end())
        flags.push_back(flag.spelling());
    }
  }
  return flags;
}

/// What may follow a first word: second words of operations, shells after completion, commands after help.
std::vector<std::string> words_under(const std::string& word) {
  std::vector<std::string> words;
  for (const Command& command : commands()) {
    if (first_word(command.name) == word && !second_word(command.name).empty())
      words.push_back(second_word(command.name));
  }
  if (word == "completion") words.assign(std::begin(kShells), std::end(kShells));
  if (word == "help") words = first_words();
  return words;
}

/// The flags of all operations, each once.
std::vector<const FlagSpec*> distinct_flags() {
  std::vector<const FlagSpec*> flags;
  for (const Operation& operation : app::catalog()) {
    for (const FlagSpec& flag : operation.flags) {
      const bool known = std::any_of(flags.begin(), flags.end(),
                                     [&](const FlagSpec* other) { return other->name == flag.name; });
      if (!known) flags.push_back(&flag);
    }
  }
  return flags;
}

std::string bash_script() {
  std::string script =
      "# bash completion of ae\n"
      "_ae_files() {  # adds the files that begin with the word; names may hold spaces\n"
      "  compopt -o filenames 2> /dev/null\n"
      "  mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- \"$1\")\n"
      "}\n"
      "_ae() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
      "  COMPREPLY=()\n"
      "  case $previous in\n";
  for (const FlagSpec* flag : distinct_flags()) {
    if (flag->takes_path) script += fmt::format("    {}) _ae_files \"$word\"; return ;;\n", flag->spelling());
    if (!flag->choices.empty()) {
      script += fmt::format("    {}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return ;;\n",
                            flag->spelling(), fmt::join(flag->choices, " "));
    }
  }
  script += fmt::format(
      "  esac\n  if [[ $COMP_CWORD -eq 1 ]]; then\n    COMPREPLY=($(compgen -W \"{}\" -- \"$word\"))\n"
      "    _ae_files \"$word\"\n    return\n  fi\n  case $command in\n",
      fmt::join(first_words(), " "));
  for (const std::string& word : first_words()) {
    script += fmt::format("    {}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\"))", word,
                          fmt::join(words_under(word), " "));
    script += fmt::format("; [[ $word == -* ]] && COMPREPLY=($(compgen -W \"{}\" -- \"$word\")) ;;\n",
                          fmt::join(flags_under(word), " "));
  }
  script +=
      "  esac\n  [[ ${#COMPREPLY[@]} -eq 0 && $word != -* ]] && _ae_files \"$word\"\n"
      "}\ncomplete -F _ae ae\n";
  return script;
}

/// Words in single quotes for a shell.
std::string quoted(std::string_view words) {
  std::string result = "'";
  for (const char c : words) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

/// In zsh specifications brackets and colons have a meaning.
std::string zsh_escaped(std::string_view words) {
  std::string result;
  for (const char c : words) {
    if (c == '[' || c == ']' || c == ':') result += '\\';
    result += c;
  }
  return result;
}

std::string zsh_argument(const FlagSpec& flag) {
  if (flag.is_switch()) return "";
  if (!flag.choices.empty()) return fmt::format(":{}:({})", flag.value, fmt::join(flag.choices, " "));
  return fmt::format(":{}:{}", flag.value, flag.takes_path ? "_files" : "");
}

std::string zsh_script(Language language) {
  std::string script = "#compdef ae\n_ae() {\n  local -a commands\n  commands=(\n";
  for (const std::string& word : first_words()) {
    const auto all = commands();
    const auto command = std::find_if(all.begin(), all.end(),
                                      [&](const Command& each) { return first_word(each.name) == word; });
    script += fmt::format("    {}\n", quoted(word + ":" + zsh_escaped(command->purpose.in(language))));
  }
  script +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    _files\n    return\n  fi\n  "
      "case $words[2] in\n";
  for (const std::string& word : first_words()) {
    script += fmt::format("    {})\n      _arguments", word);
    for (const FlagSpec* flag : distinct_flags()) {
      const std::vector<std::string> flags = flags_under(word);
      if (std::find(flags.begin(), flags.end(), flag->spelling()) == flags.end()) continue;
      script +=
          fmt::format(" \\\n        {}",
                      quoted(fmt::format("{}{}[{}]{}", flag->repeatable ? "*" : "", flag->spelling(),
                                         zsh_escaped(flag->definition.in(language)), zsh_argument(*flag))));
    }
    const std::vector<std::string> words = words_under(word);
    script += words.empty() ? std::string(" \\\n        '*:file:_files'")
                            : fmt::format(" \\\n        {} '*:file:_files'",
                                          quoted(fmt::format("2:word:({})", fmt::join(words, " "))));
    script += "\n      ;;\n";
  }
  return script + "  esac\n}\nif [[ $funcstack[1] = _ae ]]; then _ae \"$@\"; else compdef _ae ae; fi\n";
}

std::string fish_script(Language language) {
  std::string script = "# fish completion of ae\n";
  for (const Command& command : commands()) {
    const std::string second = second_word(command.name);
    const std::string first = first_word(command.name);
    const std::string condition =
        second.empty()
            ? "__fish_use_subcommand"
            : fmt::format("__fish_seen_subcommand_from {0}; and not __fish_seen_subcommand_from {1}", first,
                          fmt::join(words_under(first), " "));
    script +=
        fmt::format("complete -c ae{} -n {} -a {} -d {}\n", second.empty() ? "" : " -f", quoted(condition),
                    second.empty() ? command.name : second, quoted(command.purpose.in(language)));
  }
  for (const std::string& word : first_words()) {
    if (!words_under(word).empty() && flags_under(word).empty()) {
      script += fmt::format("complete -c ae -f -n '__fish_seen_subcommand_from {}' -a {}\n", word,
                            quoted(fmt::format("{}", fmt::join(words_under(word), " "))));
    }
    const std::vector<std::string> flags = flags_under(word);
    for (const FlagSpec* flag : distinct_flags()) {
      if (std::find(flags.begin(), flags.end(), flag->spelling()) == flags.end()) continue;
      script += fmt::format("complete -c ae -n '__fish_seen_subcommand_from {}' -l {} -d {}", word,
                            flag->spelling().substr(2), quoted(flag->definition.in(language)));
      if (!flag->is_switch()) script += flag->takes_path ? " -r -F" : " -x";
      if (!flag->choices.empty())
        script += fmt::format(" -a {}", quoted(fmt::format("{}", fmt::join(flag->choices, " "))));
      script += "\n";
    }
  }
  // "policy" itself completes before its second word is typed.
  for (const std::string& word : first_words()) {
    if (app::find_operation(word) == nullptr && !flags_under(word).empty())
      script += fmt::format("complete -c ae -n '__fish_use_subcommand' -a {}\n", word);
  }
  return script;
}

}  // namespace

std::string completion_script(std::string_view shell, const Languages& languages) {
  if (shell == "bash") return bash_script();
  return shell == "zsh" ? zsh_script(languages.front()) : fish_script(languages.front());
}

}  // namespace ae::cli

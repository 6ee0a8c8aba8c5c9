#include "ae/cli/commands.h"

namespace ae::cli {

std::span<const OwnCommand> own_commands() {
  static constexpr OwnCommand kCommands[] = {
      {"help", "[COMMAND]", {"Show how a command is used", "显示命令用法"}},
      {"completion",
       "bash|zsh|fish",
       {"Print the completion script of a shell", "输出 shell 的自动补全脚本"}},
      {"man", "", {"Print the manual page (ae man | man -l -)", "输出手册页（ae man | man -l -）"}},
      {"version", "", {"Print the version", "输出版本号"}},
  };
  return kCommands;
}

std::string_view version_line() { return "ae " AE_VERSION; }

}  // namespace ae::cli

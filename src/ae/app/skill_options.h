#pragma once

#include <optional>

#include "ae/app/flag.h"

namespace ae::app {

/// The folder of an agent skill, or that of all skills.
struct SkillOptions {
  std::optional<FilePath> dir;

  static constexpr auto fields() {
    return std::tuple{
        flag("dir", &SkillOptions::dir, "DIR",
             Text{"Folder of the skill to check, or of the skills to install into (.agents/skills "
                  "without it)",
                  "要检查的技能文件夹，或安装到的技能目录（默认为 .agents/skills）"})};
  }
};

}  // namespace ae::app

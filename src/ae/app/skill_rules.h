#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/text.h"

/// The public rules of Agent Skills (agentskills.io/specification), held against a SKILL.md.
namespace ae::app {

/// What a rule finds wrong, at its line of SKILL.md.
struct SkillFault {
  std::string code;  ///< skill_front_matter, skill_key, skill_name, skill_description, skill_value,
                     ///< skill_length, skill_link
  std::int64_t line = 0;
  Message text, hint;
};

/// Everything that is wrong with the SKILL.md of the folder `folder_name`, in the order of the file.
/// `is_there` says whether a path below the folder is a file or a folder. Reads the YAML that the rules need:
/// one key a line, values plain, in quotes, as blocks (| and >) or continued on indented lines; metadata
/// holds keys of its own.
std::vector<SkillFault> check_skill(std::string_view folder_name, std::string_view skill_md,
                                    const std::function<bool(std::string_view)>& is_there);

}  // namespace ae::app

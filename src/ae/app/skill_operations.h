#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// Holds a folder against the public rules of Agent Skills.
Operation skill_check_operation();

/// Copies the skill that is built into the program to where agents look for skills.
Operation skill_install_operation();

}  // namespace ae::app

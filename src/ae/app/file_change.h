#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/doc/document.h"

namespace ae::app {

/// A file that an operation changes. The surface writes it, whole or not at all, when it still is what was
/// read.
struct FileChange {
  std::string path;
  std::optional<std::string> before;  ///< what was read; nullopt: the file must not be there
  std::string after;
};

/// The lines that changes take out and put in, for people to look at.
doc::Section change_section(const std::vector<FileChange>& changes, bool dry_run);

}  // namespace ae::app

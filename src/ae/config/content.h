#pragma once

#include <string_view>
#include <vector>

namespace ae::config {

/// A file of content/ as it was built into the program.
struct ContentFile {
  std::string_view path;  ///< below content/: "policy/default.toml"
  std::string_view bytes;
};

/// Every file of content/ in order of path.
std::vector<ContentFile> content_files();

/// The bytes of one file of content/. That it is there is the build's promise: a path that is not there is a
/// bug.
std::string_view content_file(std::string_view path);

}  // namespace ae::config

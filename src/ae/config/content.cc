#include "ae/config/content.h"

#include <cstddef>

#include "ae/base/assert.h"

namespace {

struct Entry {
  const char* path;
  const char* bytes;
  std::size_t size;
};

}  // namespace

extern "C" const Entry ae_content_table[];  // made by cmake/content.cmake; ends with an entry of nulls

namespace ae::config {

std::vector<ContentFile> content_files() {
  std::vector<ContentFile> files;
  for (const Entry* entry = ae_content_table; entry->path != nullptr; ++entry) {
    files.push_back({entry->path, {entry->bytes, entry->size}});
  }
  return files;
}

std::string_view content_file(std::string_view path) {
  for (const Entry* entry = ae_content_table; entry->path != nullptr; ++entry) {
    if (path == entry->path) return {entry->bytes, entry->size};
  }
  assertion_failed("a file of content/ that the program asks for is built in", __FILE__, __LINE__);
}

}  // namespace ae::config

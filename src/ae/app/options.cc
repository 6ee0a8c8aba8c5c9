#include "ae/app/options.h"

namespace ae::app {

Format format_of(const OutputOptions& output) {
  if (output.format) return *output.format;
  const std::string_view name = output.out ? std::string_view(output.out->path) : std::string_view();
  for (const Format format : enumerators<Format>()) {
    const std::string ending = "." + std::string(key(format));
    if (name.size() > ending.size() && name.ends_with(ending)) return format;
  }
  return Format::kTable;
}

}  // namespace ae::app

#include "ae/ingest/sniff/place_at.h"

namespace ae::ingest {

Place place_at(const std::string& source, std::string_view text, std::size_t offset,
               std::int64_t first_line) {
  std::int64_t line = first_line;
  std::size_t line_start = 0;
  for (std::size_t at = 0; at < offset && at < text.size(); ++at) {
    const bool carriage_return = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
    if (text[at] != '\n' && !carriage_return) continue;
    ++line;
    line_start = at + 1;
  }
  return {source, line, static_cast<std::int64_t>(offset - line_start) + 1};
}

}  // namespace ae::ingest

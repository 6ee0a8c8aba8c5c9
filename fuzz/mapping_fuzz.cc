// Whatever the headers, one to a line: each column holds one field at most, what the user chose goes first,
// and a name is normalised once. The lines behind one that is empty are names of stages.

#include <cstddef>
#include <cstdint>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "ae/base/assert.h"
#include "ae/base/utf8.h"
#include "ae/ingest/mapping/header.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/stage_names.h"
#include "ae/ingest/values/blank.h"

namespace {

using ae::ingest::ColumnMap;
using ae::ingest::normalised_name;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    lines.emplace_back(ae::ingest::trimmed(line));  // as headers_of() gives them
  return lines;
}

void check_normalised(const std::string& name) {
  if (ae::first_invalid_utf8(name) != name.size()) return;  // such text never comes to be mapped
  const std::string once = normalised_name(name);
  AE_ASSERT(normalised_name(once) == once);
}

void check(const ColumnMap& map) {
  std::set<int> taken;
  for (const auto field : ae::enumerators<ae::OpportunityField>()) {
    if (!map.has(field)) {
      AE_ASSERT(map.provenance[field] == ae::ingest::Provenance::kNone);
      continue;
    }
    AE_ASSERT(static_cast<std::size_t>(map.column[field]) < map.headers.size());
    AE_ASSERT(map.provenance[field] != ae::ingest::Provenance::kNone);
    AE_ASSERT(taken.insert(map.column[field]).second);
  }
}

void check_chosen(const std::vector<std::string>& headers) {
  const auto chosen = ae::ingest::map_header(headers, {{ae::OpportunityField::kOwner, headers[0]}}, {});
  if (!chosen) return;
  check(*chosen);
  AE_ASSERT(chosen->header(ae::OpportunityField::kOwner) == chosen->headers[0]);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(bytes, bytes + size);
  const std::size_t stages = text.find("\n\n");
  const std::vector<std::string> headers = lines_of(text.substr(0, stages));
  for (const std::string& header : headers) check_normalised(header);
  if (!headers.empty()) {
    if (const auto map = ae::ingest::map_header(headers, {}, {})) {
      check(*map);
    } else {
      for (const ae::Language language : ae::kAllLanguages)
        AE_ASSERT(!map.error().message.in(language).empty());
    }
    check_chosen(headers);
  }
  if (stages == std::string::npos) return 0;
  const ae::ingest::StageNames names({});
  for (const std::string& name : lines_of(text.substr(stages + 2))) {
    check_normalised(name);
    if (ae::first_invalid_utf8(name) == name.size())
      AE_ASSERT(names.find(name) == names.find(normalised_name(name)));
  }
  return 0;
}

// Any bytes are a deal or say what is wrong with them; setting a value in a file that takes it keeps the file
// readable and every other line as it was.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/assert.h"
#include "ae/config/toml_edit.h"
#include "ae/method/deal_brief.h"
#include "ae/records/deal_file.h"

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// Every line of `before` but at most one is in `after`, in order.
bool keeps_lines(std::string_view before, std::string_view after) {
  const std::vector<std::string_view> old_lines = lines_of(before), new_lines = lines_of(after);
  std::size_t found = 0, lost = 0;
  for (const std::string_view line : old_lines) {
    const auto place =
        std::find(new_lines.begin() + static_cast<std::ptrdiff_t>(found), new_lines.end(), line);
    if (place == new_lines.end()) {
      ++lost;
    } else {
      found = static_cast<std::size_t>(place - new_lines.begin()) + 1;
    }
  }
  return lost <= 1;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const ae::Date as_of = ae::Date::from_ymd(2026, 2, 15).value();
  const ae::Policy& policy = ae::default_policy();
  std::vector<ae::Error> errors;
  const ae::records::DealFile file = ae::records::read_deal(bytes, "deal.toml", policy, as_of, errors);
  const auto sound = ae::records::sound_deal(bytes, "deal.toml", policy, as_of);
  AE_ASSERT(sound.has_value() == errors.empty());
  if (!sound) return 0;
  const ae::method::DealBrief brief =
      ae::method::brief(sound->deal, ae::method::usual_purpose(sound->deal.stage), policy, as_of);
  AE_ASSERT(!ae::method::brief_document(brief).sections.empty());
  if (const auto changed = ae::config::with_toml_value(bytes, "deal.toml", "owner", "\"Ana\"")) {
    AE_ASSERT(keeps_lines(bytes, *changed));
    const auto again = ae::records::sound_deal(*changed, "deal.toml", policy, as_of);
    AE_ASSERT(again.has_value() && again->deal.owner == "Ana");
  }
  return 0;
}

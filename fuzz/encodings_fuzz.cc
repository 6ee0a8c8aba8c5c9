// Whatever the bytes: what is passed on is valid UTF-8 without NUL, what is refused says why and where, and
// the user's choice of an encoding does not change that.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "ae/base/assert.h"
#include "ae/base/utf8.h"
#include "ae/ingest/sniff/encoding.h"

namespace {

void check(const ae::ingest::Source& source, const std::optional<std::string>& chosen) {
  const auto checked = ae::ingest::checked_text(source, chosen);
  if (!checked) {
    AE_ASSERT(!checked.error().code.empty());
    AE_ASSERT(checked.error().place.source == source.name);
    return;
  }
  AE_ASSERT(!checked->text.empty());
  AE_ASSERT(ae::first_invalid_utf8(checked->text) == checked->text.size());
  AE_ASSERT(checked->text.find('\0') == std::string_view::npos);
  AE_ASSERT(!checked->encoding.empty());
  AE_ASSERT(!checked->converted || checked->text.data() == checked->converted->data());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const ae::ingest::Source source{"fuzz", std::string(bytes, bytes + size)};
  check(source, std::nullopt);
  for (const char* encoding : {"UTF-8", "UTF-16LE", "UTF-32BE", "GB18030", "Big5", "Shift_JIS",
                               "windows-1252", "EUC-KR", "ISO-2022-JP"})
    check(source, encoding);
  return 0;
}

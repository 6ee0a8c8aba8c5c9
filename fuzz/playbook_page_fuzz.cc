// Any bytes are some page: no section is lost, and no word stands in a page that is not in its bytes.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ae/base/assert.h"
#include "ae/playbook/page.h"

namespace {

bool is_within(std::string_view bytes, const std::string& words) {
  return bytes.find(words) != std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ae::playbook::Page page = ae::playbook::parse_page(bytes);
  AE_ASSERT(is_within(bytes, page.title) && is_within(bytes, page.id));
  for (const ae::playbook::PageSection& section : page.sections) {
    AE_ASSERT(section.level >= 2 && is_within(bytes, section.title) && is_within(bytes, section.id));
    for (const ae::playbook::PageBlock& block : section.blocks) {
      AE_ASSERT(block.kind != ae::playbook::BlockKind::kTable || block.text.empty());
      AE_ASSERT(is_within(bytes, block.text));
    }
  }
  return 0;
}

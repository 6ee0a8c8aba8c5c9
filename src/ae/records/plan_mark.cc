#include "ae/records/plan_mark.h"

#include <cstdint>
#include <initializer_list>

#include <fmt/format.h>

namespace ae::records {
namespace {

std::string mark_of(std::initializer_list<std::string_view> pieces) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3; };
  for (const std::string_view piece : pieces) {
    for (const char c : piece) add(static_cast<unsigned char>(c));
    add(0x1f);  // no piece holds it, so that pieces cannot run together
  }
  return fmt::format("{:08x}", static_cast<std::uint32_t>(hash ^ hash >> 32U));
}

}  // namespace

std::string cell_mark(PlanPart part, std::string_view row, std::string_view column, std::string_view text) {
  return mark_of({key(part), row, column, text});
}

std::string row_mark(PlanPart part, std::string_view row) { return mark_of({key(part), row}); }

std::string line_mark(std::string_view region, std::string_view line) { return mark_of({region, "", line}); }

}  // namespace ae::records

#pragma once

#include <cstdint>
#include <string>

#include "ae/base/result.h"
#include "ae/base/text.h"

namespace ae {

/// How much a note matters to someone reading the figures.
enum class Severity : std::uint8_t { kInfo, kWarning, kError, kCount };

constexpr std::string_view key(Severity severity) {
  constexpr std::string_view kKeys[] = {"info", "warning", "error"};
  return kKeys[static_cast<std::size_t>(severity)];
}

/// Something the reader of a report has to know about the input or the figures: an assumption, a gap, a
/// repair.
struct Note {
  std::string code;  ///< stable and snake_case: "currency_assumed"
  Severity severity = Severity::kInfo;
  Message text;
  Place place;

  bool operator==(const Note&) const = default;
};

}  // namespace ae

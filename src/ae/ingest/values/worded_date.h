#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ae::ingest {

/// A date with its month in words, as it stands.
struct WordedDate {
  int year = 0;
  std::size_t year_digits = 0;  ///< 2 or 4
  unsigned month = 0;
  unsigned day = 0;

  bool operator==(const WordedDate&) const = default;
};

/// Takes one off the front of `text`: "31-Mar-2024", "Mar 31, 2024", "31. März 2024", "1er août 2024",
/// "31 de marzo de 2024", "2024 三月 31", "2024-Mar-31". A year in front has four digits; without one the
/// first number is the day. nullopt when there is none. Requires plain characters.
std::optional<WordedDate> take_worded_date(std::string_view& text);

}  // namespace ae::ingest

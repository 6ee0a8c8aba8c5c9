#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace ae::ingest {

/// What trimmed() does with a cell that may have something around it.
std::string_view trimmed_of_anything(std::string_view cell);

/// Without the blanks and invisible marks around it. Borrowed from `cell`.
inline std::string_view trimmed(std::string_view cell) {
  const auto visible = [](char c) { return c > ' ' && c < '\x7f'; };
  return cell.empty() || (visible(cell.front()) && visible(cell.back())) ? cell : trimmed_of_anything(cell);
}

/// Whether a cell that begins with this byte, one of UTF-8, may be blank or say "nothing here". False for
/// nearly every cell that says something.
inline bool may_begin_nothing(char first) {
  extern const std::array<bool, 256> kNothingBegins;
  return kNothingBegins[static_cast<unsigned char>(first)];
}

/// The most bytes of a word that says "nothing here".
inline constexpr std::size_t kLongestForNothing = 9;

/// Whether a cell of 1 to kLongestForNothing bytes is such a word.
bool is_word_for_nothing(std::string_view cell);

/// True for the words by which systems and people write "nothing here": n/a, null, none, -, —, 无, k.A., s/o,
/// in either case. Requires trimmed text. The empty cell is missing, 0 is not.
inline bool is_missing(std::string_view cell) {
  return cell.empty() || (cell.size() <= kLongestForNothing && is_word_for_nothing(cell));
}

}  // namespace ae::ingest

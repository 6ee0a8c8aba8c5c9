#include "ae/ingest/values/blank.h"

#include <algorithm>
#include <array>

#include "ae/base/utf8.h"
#include "ae/ingest/values/plain_characters.h"

namespace ae::ingest {
namespace {

bool goes(char32_t c) { return is_blank(c) || is_invisible(c); }

std::string_view without_leading(std::string_view cell) {
  while (!cell.empty()) {
    const Character first = first_character(cell);
    if (!goes(first.code)) return cell;
    cell.remove_prefix(first.bytes);
  }
  return cell;
}

std::string_view without_trailing(std::string_view cell) {
  while (!cell.empty()) {
    std::size_t start = cell.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(cell[start]) & 0xC0U) == 0x80U) --start;
    const Character last = first_character(cell.substr(start));
    if (!goes(last.code) || last.bytes != cell.size() - start) return cell;
    cell = cell.substr(0, start);
  }
  return cell;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  const auto folded = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return folded(x) == folded(y); });
}

constexpr std::string_view kWords[] = {"-",      "--",     "---",    "–",     "—",   "——",      "n/a",
                                       "#n/a",   "n.a.",   "null",   "none",  "nil", "(blank)", "(empty)",
                                       "(null)", "(none)", "k.a.",   "k. a.", "s/o", "无",      "暂无",
                                       "空",     "空白",   "未填写", "未填",  "/",   "\\N"};

/// The bytes with which such words begin, in both cases: nearly every cell is told by its first one.
constexpr std::array<bool, 256> kFirstBytes = [] {
  std::array<bool, 256> bytes{};
  for (const std::string_view word : kWords) {
    const auto first = static_cast<unsigned char>(word.front());
    bytes[first] = true;
    if (first >= 'a' && first <= 'z') bytes[first - 'a' + 'A'] = true;
  }
  return bytes;
}();

}  // namespace

/// Those, and the bytes with which blanks and invisible marks begin: among the Chinese characters of three
/// bytes there are none.
extern constexpr std::array<bool, 256> kNothingBegins = [] {
  std::array<bool, 256> bytes = kFirstBytes;
  for (std::size_t byte = 0; byte < bytes.size(); ++byte)
    bytes[byte] |= byte <= ' ' || byte == 0x7F || (byte >= 0x80 && (byte < 0xE4 || byte > 0xE9));
  return bytes;
}();

std::string_view trimmed_of_anything(std::string_view cell) {
  return without_trailing(without_leading(cell));
}

bool is_word_for_nothing(std::string_view cell) {
  if (!kFirstBytes[static_cast<unsigned char>(cell.front())]) return false;
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](auto word) { return equal_ignoring_case(cell, word); });
}

}  // namespace ae::ingest

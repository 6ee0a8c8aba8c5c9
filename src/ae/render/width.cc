#include "ae/render/width.h"

#include "ae/base/utf8.h"
#include "ae/render/width_table.h"

namespace ae::render {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kStandIn = "\xEF\xBF\xBD";  // U+FFFD

std::size_t columns(const Character& character) { return character.valid ? columns_of(character.code) : 1; }

/// Line breaks of every kind, and the tab.
bool is_blank(char32_t code) {
  return code == '\t' || (code >= 0x0A && code <= 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

// Also what is invisible and could make two names look alike: byte order mark, interlinear marks, tags.
bool reorders_or_hides(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB) ||
         (code >= 0xE0000 && code <= 0xE007F);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_plain_ascii(text)) return text.size();
  std::size_t width = 0;
  for_each_character(text,
                     [&](const Character& character, std::string_view) { width += columns(character); });
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t limit) {
  if (limit == 0) return {};
  std::size_t width = 0;
  std::size_t kept_bytes = 0;  // of the longest beginning that leaves a column for the ellipsis
  for (std::string_view rest = text; !rest.empty();) {
    const Character character = first_character(rest);
    width += columns(character);
    if (width > limit) return std::string(text.substr(0, kept_bytes)).append(kEllipsis);
    rest.remove_prefix(character.bytes);
    if (width < limit) kept_bytes = text.size() - rest.size();
  }
  return std::string(text);
}

std::string harmless(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string safe;
  safe.reserve(text.size());
  bool after_return = false;
  for_each_character(text, [&](const Character& character, std::string_view bytes) {
    const bool second_half_of_crlf = after_return && character.code == '\n';
    after_return = character.code == '\r';
    if (second_half_of_crlf) return;
    if (character.valid && is_blank(character.code)) {
      safe += ' ';
    } else if (!character.valid || is_control(character.code)) {
      safe += kStandIn;
    } else if (!reorders_or_hides(character.code)) {
      safe += bytes;
    }
  });
  return safe;
}

}  // namespace ae::render

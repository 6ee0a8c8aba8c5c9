#include "ae/ingest/xlsx/xml_text.h"

#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>

#include "ae/base/utf8.h"

namespace ae::ingest::xlsx {
namespace {

/// Whether XML has this character, and it stays as it is: a CR does not.
bool is_plain_character(char32_t code) {
  return (code >= 0x20 && code != 0xFFFE && code != 0xFFFF) || code == '\t' || code == '\n';
}

void append_utf8(char32_t code, std::string& text) {
  const auto byte = [&](char32_t bits) { text += static_cast<char>(bits); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6);
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

/// The character of a reference without its & and ;. nullopt for none that is plain.
std::optional<char32_t> referred(std::string_view name) {
  if (name == "amp") return U'&';
  if (name == "lt") return U'<';
  if (name == "gt") return U'>';
  if (name == "quot") return U'"';
  if (name == "apos") return U'\'';
  if (!name.starts_with('#')) return std::nullopt;
  const bool hexadecimal = name.starts_with("#x");
  name.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  const bool whole = error == std::errc() && end == name.data() + name.size() && name.size() < 8;
  const bool exists = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) && is_plain_character(code);
  if (!whole || !exists) return std::nullopt;
  return code;
}

/// Whether eight bytes are all of printable ASCII, or 0x7F.
bool are_plain_ascii(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHigh = 0x80 * kOnes;
  return (((word - 0x20 * kOnes) | word) & kHigh) == 0;  // a byte below 0x20 borrows, or a higher one does
}

}  // namespace

bool is_plain_text(std::string_view text, InText blanks) {
  while (!text.empty()) {
    while (text.size() >= sizeof(std::uint64_t) && are_plain_ascii(text.data()))
      text.remove_prefix(sizeof(std::uint64_t));
    for (std::size_t count = 0; count < sizeof(std::uint64_t) && !text.empty(); ++count) {
      const auto byte = static_cast<unsigned char>(text.front());
      std::size_t size = 1;
      if (byte >= 0x80) {
        const Character character = first_character(text);
        if (!character.valid || !is_plain_character(character.code)) return false;
        size = character.bytes;
      } else if (byte < 0x20 && (blanks == InText::kBlanksDiffer || (byte != '\t' && byte != '\n'))) {
        return false;
      }
      text.remove_prefix(size);
    }
  }
  return true;
}

bool append_decoded(std::string_view raw, std::string& text) {
  for (std::size_t entity = raw.find('&'); entity != std::string_view::npos; entity = raw.find('&')) {
    text += raw.substr(0, entity);
    const std::size_t end = raw.find(';', entity);
    if (end == std::string_view::npos) return false;
    const std::optional<char32_t> code = referred(raw.substr(entity + 1, end - entity - 1));
    if (!code) return false;
    append_utf8(*code, text);
    raw.remove_prefix(end + 1);
  }
  text += raw;
  return true;
}

}  // namespace ae::ingest::xlsx

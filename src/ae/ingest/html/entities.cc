#include "ae/ingest/html/entities.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace ae::ingest::html {
namespace {

constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
    {"amp", "&"},   {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},   {"nbsp", "\u00A0"},
    {"euro", "€"},  {"pound", "£"},  {"yen", "¥"},    {"cent", "¢"},   {"copy", "©"},   {"reg", "®"},
    {"trade", "™"}, {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"}, {"laquo", "«"},  {"raquo", "»"},
    {"lsquo", "‘"}, {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},  {"middot", "·"}, {"bull", "•"},
    {"auml", "ä"},  {"ouml", "ö"},   {"uuml", "ü"},   {"Auml", "Ä"},   {"Ouml", "Ö"},   {"Uuml", "Ü"},
    {"szlig", "ß"}, {"eacute", "é"}, {"egrave", "è"}, {"ecirc", "ê"},  {"agrave", "à"}, {"aacute", "á"},
    {"acirc", "â"}, {"iacute", "í"}, {"oacute", "ó"}, {"uacute", "ú"}, {"ntilde", "ñ"}, {"ccedil", "ç"},
    {"ocirc", "ô"}, {"atilde", "ã"}, {"otilde", "õ"}, {"Eacute", "É"}, {"aring", "å"},  {"oslash", "ø"},
};

bool is_text(std::uint32_t code) {
  const bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  return !control && !surrogate && code <= 0x10FFFF;
}

std::string utf8(std::uint32_t code) {
  const auto tail = [code](unsigned shift) { return static_cast<char>(0x80U | (code >> shift & 0x3FU)); };
  if (code < 0x80) return {static_cast<char>(code)};
  if (code < 0x800) return {static_cast<char>(0xC0U | code >> 6U), tail(0)};
  if (code < 0x10000) return {static_cast<char>(0xE0U | code >> 12U), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | code >> 18U), tail(12), tail(6), tail(0)};
}

/// What stands between & and ; as characters; empty when nobody knows it.
std::string meaning_of(std::string_view reference) {
  if (!reference.starts_with('#')) {
    for (const auto& [name, characters] : kNamed) {
      if (name == reference) return std::string(characters);
    }
    return {};
  }
  reference.remove_prefix(1);
  const bool hexadecimal = reference.starts_with('x') || reference.starts_with('X');
  if (hexadecimal) reference.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(reference.data(), reference.data() + reference.size(), code, hexadecimal ? 16 : 10);
  return error == std::errc() && end == reference.data() + reference.size() && is_text(code) ? utf8(code)
                                                                                             : "";
}

}  // namespace

std::string without_references(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  std::string plain;
  while (!text.empty()) {
    const std::size_t mark = std::min(text.find('&'), text.size());
    plain += text.substr(0, mark);
    text.remove_prefix(mark);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, kLongest).find(';');
    const std::string meaning = end == std::string_view::npos ? "" : meaning_of(text.substr(1, end - 1));
    plain += meaning.empty() ? "&" : meaning;
    text.remove_prefix(meaning.empty() ? 1 : end + 1);
  }
  return plain;
}

}  // namespace ae::ingest::html

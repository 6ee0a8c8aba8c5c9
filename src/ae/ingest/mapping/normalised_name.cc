#include "ae/ingest/mapping/normalised_name.h"

#include <cstdlib>
#include <memory>
#include <utf8proc.h>

#include "ae/base/utf8.h"
#include "ae/ingest/values/plain_characters.h"

namespace ae::ingest {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Kana, the common ideographs and the small letters of western Europe: they have no other form.
bool has_one_form(char32_t c) {
  return (c >= 0xE0 && c <= 0xFF && c != 0xF7) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC;
}

/// Whether nothing in the text has another form.
bool is_plain(std::string_view text) {
  while (!text.empty()) {
    if (static_cast<unsigned char>(text.front()) < 0x80) {
      text.remove_prefix(1);
      continue;
    }
    const Character character = first_character(text);
    if (!has_one_form(character.code)) return false;
    text.remove_prefix(character.bytes);
  }
  return true;
}

/// Whether the name is in its normalised form already, at a glance: lower letters, digits, single blanks
/// between them, and what is_plain lets pass. Most names of the presets are.
bool is_normalised(std::string_view name) {
  if (name.empty() || name.front() == ' ' || name.back() == ' ') return false;
  bool after_blank = false;
  for (const char c : name) {
    const bool letter = is_lower(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (!letter && (c != ' ' || after_blank)) return false;
    after_blank = c == ' ';
  }
  return is_plain(name);
}

/// The text in another form of Unicode; as it stands where that changes nothing, or where it is no valid
/// UTF-8.
std::string in_form(std::string_view text, int options) {
  if (is_plain(text)) return std::string(text);
  utf8proc_uint8_t* mapped = nullptr;
  // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): its options are made to be or-ed
  const auto flags = static_cast<utf8proc_option_t>(options | UTF8PROC_STABLE);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &mapped, flags);
  if (size < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

/// The name in plain characters with its case: joining marks as ' ', marks that decorate gone.
std::string simplified(std::string_view name) {
  std::string plain;
  for (const char c : in_plain_characters(in_form(name, UTF8PROC_COMPAT | UTF8PROC_COMPOSE))) {
    if (c == '*' || c == ':' || c == '?') continue;
    if (c == '\'' && plain.find_first_not_of(' ') == std::string::npos) continue;
    const bool joins = c == '_' || c == '-' || c == '.' || c == '/';
    plain += joins ? ' ' : c;
  }
  return plain;
}

/// A word begins at an upper letter after a lower one, and at the last upper letter before a lower one:
/// "CRMStage".
bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0 || !is_upper(text[at])) return false;
  if (is_lower(text[at - 1])) return true;
  return is_upper(text[at - 1]) && at + 1 < text.size() && is_lower(text[at + 1]);
}

}  // namespace

std::string normalised_name(std::string_view name) {
  if (is_normalised(name)) return std::string(name);
  const std::string plain = simplified(name);
  std::string result;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const bool gap = plain[at] == ' ' || begins_word(plain, at);
    if (gap && !result.empty() && result.back() != ' ') result += ' ';
    if (plain[at] != ' ')
      result += is_upper(plain[at]) ? static_cast<char>(plain[at] - 'A' + 'a') : plain[at];
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return in_form(result, UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE);
}

std::string without_blanks_and_case(std::string_view name) {
  std::string plain = in_plain_characters(name);
  std::erase(plain, ' ');
  for (char& c : plain) {
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return in_form(plain, UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE);
}

}  // namespace ae::ingest

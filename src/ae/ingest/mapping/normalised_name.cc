#include "ae/ingest/mapping/normalised_name.h"

#include "ae/ingest/values/plain_characters.h"

namespace ae::ingest {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// The name in plain characters with its case: joining marks as ' ', marks that decorate gone.
std::string simplified(std::string_view name) {
  std::string plain;
  for (const char c : in_plain_characters(name)) {
    if (c == '*' || c == ':' || c == '?') continue;
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
  const std::string plain = simplified(name);
  std::string result;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const bool gap = plain[at] == ' ' || begins_word(plain, at);
    if (gap && !result.empty() && result.back() != ' ') result += ' ';
    if (plain[at] != ' ')
      result += is_upper(plain[at]) ? static_cast<char>(plain[at] - 'A' + 'a') : plain[at];
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace ae::ingest

#include "ae/render/markdown_text.h"

#include <algorithm>

#include "ae/render/width.h"

namespace ae::render {
namespace {

constexpr std::string_view kMarkup = "\\`*_{}[]<>#|~&$@";

bool equal_in_any_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

/// ':' of "://" and '.' of "www.", which would make a bare link.
bool begins_link(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at, 3) == "://";
  return text[at] == '.' && at >= 3 && equal_in_any_case(text.substr(at - 3, 3), "www");
}

/// The place of what makes a line a list item, a rule or a heading's underline: "- ", "+ ", "=", "1." and
/// "1)".
std::size_t line_mark(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return first;
  if (std::string_view("-+=").find(text[first]) != std::string_view::npos) return first;
  const std::size_t after_digits = text.find_first_not_of("0123456789", first);
  const bool is_item = after_digits != std::string_view::npos && after_digits > first &&
                       (text[after_digits] == '.' || text[after_digits] == ')');
  return is_item ? after_digits : std::string_view::npos;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string safe = harmless(text);
  const std::size_t mark = line_mark(safe);
  std::string escaped;
  escaped.reserve(safe.size());
  for (std::size_t at = 0; at < safe.size(); ++at) {
    const bool is_markup = kMarkup.find(safe[at]) != std::string_view::npos;
    if (is_markup || at == mark || begins_link(safe, at)) escaped += '\\';
    escaped += safe[at];
  }
  return escaped;
}

}  // namespace ae::render

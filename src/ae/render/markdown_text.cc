#include "ae/render/markdown_text.h"

#include <algorithm>

#include "ae/doc/markup.h"
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

/// A bar would part the cells of a table even within code, so code with one is written as words.
std::string code(std::string_view text) {
  const std::string safe = harmless(text);
  if (safe.find('|') != std::string::npos) return markdown_text(text);
  return "`" + safe + "`";
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

std::string markdown_markup(std::string_view text) {
  std::string marked;
  for (const doc::Span& span : doc::spans_of(text)) {
    if (span.style == doc::SpanStyle::kStrong) {
      marked.append("**").append(markdown_text(span.text)).append("**");
    } else if (span.style == doc::SpanStyle::kCode) {
      marked += code(span.text);
    } else {
      marked += markdown_text(span.text);
    }
  }
  return marked;
}

}  // namespace ae::render

#include "ae/doc/markup.h"

namespace ae::doc {
namespace {

struct Mark {
  SpanStyle style;
  std::string_view sign;
};

constexpr Mark kMarks[] = {{SpanStyle::kStrong, "**"}, {SpanStyle::kCode, "`"}};

/// The mark that begins at the beginning of `text` and ends in it, or nullptr.
const Mark* mark_at(std::string_view text) {
  for (const Mark& mark : kMarks) {
    if (!text.starts_with(mark.sign)) continue;
    const std::size_t end = text.find(mark.sign, mark.sign.size());
    if (end != std::string_view::npos && end > mark.sign.size()) return &mark;
  }
  return nullptr;
}

}  // namespace

std::vector<Span> spans_of(std::string_view text) {
  std::vector<Span> spans;
  std::size_t plain = 0;  // where the plain part before `at` begins
  const auto end_plain = [&](std::size_t at) {
    if (at > plain) spans.push_back({SpanStyle::kPlain, text.substr(plain, at - plain)});
  };
  for (std::size_t at = 0; at < text.size();) {
    const Mark* mark = mark_at(text.substr(at));
    if (mark == nullptr) {
      ++at;
      continue;
    }
    end_plain(at);
    const std::size_t begin = at + mark->sign.size();
    const std::size_t end = text.find(mark->sign, begin);
    spans.push_back({mark->style, text.substr(begin, end - begin)});
    at = plain = end + mark->sign.size();
  }
  end_plain(text.size());
  return spans;
}

std::string without_type_faces(std::string_view text) {
  std::string words;
  for (const Span& span : spans_of(text)) {
    const std::string_view around = span.style == SpanStyle::kCode ? "`" : "";
    words.append(around).append(span.text).append(around);
  }
  return words;
}

}  // namespace ae::doc

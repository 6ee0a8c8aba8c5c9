#include "ae/render/html_text.h"

#include "ae/render/columns.h"
#include "ae/render/mood.h"
#include "ae/render/width.h"
#include "ae/render/words.h"

namespace ae::render {
namespace {

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string html_text(std::string_view text) {
  const std::string safe = harmless(text);
  std::string escaped;
  escaped.reserve(safe.size());
  for (const char c : safe) {
    const std::string_view stand_in = entity(c);
    if (stand_in.empty()) {
      escaped += c;
    } else {
      escaped += stand_in;
    }
  }
  return escaped;
}

std::string html_words(const Message& message, const Languages& languages) {
  std::string html;
  for (const Phrase& phrase : phrases(message, languages)) {
    if (html.empty()) {
      html = html_text(phrase.text);
      continue;
    }
    html.append(" <span class=\"also\" lang=\"").append(language_code(phrase.language)).append("\">");
    html.append(html_text(phrase.text)).append("</span>");
  }
  return html;
}

std::string html_words(const doc::Cell& cell, const Languages& languages) {
  const auto* message = std::get_if<Message>(&cell.value);
  return message != nullptr ? html_words(*message, languages) : html_text(words(cell, languages));
}

std::string html_plain(const Message& message, const Languages& languages) {
  return html_text(words(message, languages, " "));
}

std::string html_sign(doc::Mood mood, const Languages& languages) {
  const std::optional<Text> said = spoken(mood);
  if (!said) return "<span class=\"sign\"></span>";
  return std::string("<span class=\"sign\" role=\"img\" aria-label=\"") + html_plain(*said, languages) +
         "\">" + std::string(sign(mood)) + "</span>";
}

std::string_view html_class(doc::Mood mood) {
  constexpr std::string_view kClasses[] = {"", "good", "warning", "bad"};
  return kClasses[static_cast<std::size_t>(mood)];
}

}  // namespace ae::render

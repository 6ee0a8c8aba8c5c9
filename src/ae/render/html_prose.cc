#include <fmt/format.h>

#include "ae/doc/markup.h"
#include "ae/render/html_page.h"
#include "ae/render/html_text.h"
#include "ae/render/passage.h"

namespace ae::render {
namespace {

using doc::PassageKind;

std::string marked(std::string_view text) {
  std::string html;
  for (const doc::Span& span : doc::spans_of(text)) {
    constexpr std::string_view kTags[] = {"", "strong", "code"};
    const std::string_view tag = kTags[static_cast<std::size_t>(span.style)];
    html += tag.empty() ? html_text(span.text) : fmt::format("<{0}>{1}</{0}>", tag, html_text(span.text));
  }
  return html;
}

std::string anchor_of(const doc::Passage& passage) {
  return passage.key.empty() ? std::string() : fmt::format(" id=\"{}\"", html_text(passage.key));
}

std::string_view list_tag(PassageKind kind) { return kind == PassageKind::kNumber ? "ol" : "ul"; }

std::string open_list(const doc::Passage& first) {
  if (first.kind == PassageKind::kNumber) return fmt::format("<ol start=\"{}\">\n", first.number);
  return first.kind == PassageKind::kTask ? "<ul class=\"tasks\">\n" : "<ul>\n";
}

/// Paragraphs, headings and lists as what they are.
std::string running_text(const doc::Prose& prose, Language language) {
  std::string html = "<div class=\"prose\">\n";
  const doc::Passage* before = nullptr;
  for (const doc::Passage& passage : prose.passages) {
    const bool goes_on = before != nullptr && in_one_list(*before, passage);
    if (before != nullptr && !goes_on && !mark_of(*before).empty())
      html += fmt::format("</{}>\n", list_tag(before->kind));
    const std::string words = marked(passage.text.in(language));
    if (passage.kind == PassageKind::kParagraph) {
      html += "<p>" + words + "</p>\n";
    } else if (passage.kind == PassageKind::kHeading) {
      html += fmt::format("<h3{}>{}</h3>\n", anchor_of(passage), words);
    } else {
      html += (goes_on ? "" : open_list(passage)) + "<li>" + words + "</li>\n";
    }
    before = &passage;
  }
  if (before != nullptr && !mark_of(*before).empty()) html += fmt::format("</{}>\n", list_tag(before->kind));
  return html + "</div>\n";
}

/// A column for each language, a row for each passage.
std::string side_by_side(const doc::Prose& prose, const HtmlContext& context) {
  std::string html =
      fmt::format("<table class=\"parallel\">\n<caption>{}</caption>\n<thead>\n<tr>", context.section_title);
  for (const Language language : context.languages)
    html += fmt::format("<th scope=\"col\" lang=\"{}\">{}</th>", language_code(language),
                        language_name(language));
  html += "</tr>\n</thead>\n<tbody>\n";
  for (const doc::Passage& passage : prose.passages) {
    const std::string mark = mark_of(passage);
    const std::string_view kind = passage.kind == PassageKind::kHeading ? " class=\"heading\""
                                  : mark.empty()                        ? ""
                                                                        : " class=\"item\"";
    html += fmt::format("<tr{}{}>", anchor_of(passage), kind);
    for (const Language language : context.languages)
      html += fmt::format("<td lang=\"{}\">{}{}</td>", language_code(language), mark,
                          marked(passage.text.in(language)));
    html += "</tr>\n";
  }
  return html + "</tbody>\n</table>\n";
}

}  // namespace

std::string html_block(const doc::Prose& prose, HtmlContext& context) {
  if (prose.passages.empty()) return {};
  return context.languages.size() == 1 ? running_text(prose, context.languages.front())
                                       : side_by_side(prose, context);
}

}  // namespace ae::render

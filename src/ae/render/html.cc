#include <fmt/format.h>

#include "ae/base/assert.h"
#include "ae/render/columns.h"
#include "ae/render/html_page.h"
#include "ae/render/html_text.h"
#include "ae/render/labels.h"
#include "ae/render/render.h"
#include "ae/render/words.h"

namespace ae::render {
namespace {

constexpr std::size_t kSectionsThatNeedContents = 3;

/// A figure that is shortened says all its digits to who asks.
std::string figure_words(const doc::Cell& cell, doc::Digits digits, const Languages& languages) {
  if (is_words(cell.value)) return html_words(cell, languages);
  const std::string shown = summary_words(cell, digits, languages);
  const std::string full = words(cell, languages);
  if (!std::holds_alternative<Money>(cell.value) || shown == full) return html_text(shown);
  return fmt::format("<span title=\"{}\">{}</span>", html_text(full), html_text(shown));
}

std::string card(const doc::KeyFigure& figure, doc::Digits digits, const Languages& languages) {
  const doc::Mood mood = figure.value.mood;
  const std::string mark = mood == doc::Mood::kNeutral ? "" : html_sign(mood, languages);
  std::string html =
      fmt::format("<div class=\"{}\"><dt>{}</dt><dd class=\"value{}\">{}{}</dd>", html_class(mood),
                  html_words(figure.label, languages), is_words(figure.value.value) ? " in-words" : "",
                  figure_words(figure.value, digits, languages), mark);
  if (!figure.detail.empty()) {
    html += fmt::format("<dd class=\"detail\">{}</dd>", html_words(figure.detail, languages));
  }
  return html + "</div>\n";
}

/// Anchors come from section keys; ids of the page's own hold a hyphen, which keys do not.
std::string anchor(const doc::Section& section) { return html_text(section.key); }

std::string head(const doc::Document& document, const Languages& languages) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<style>{}</style>\n</head>\n",
      language_code(languages.front()), html_plain(document.title, languages), kHtmlStyle);
}

std::string banner(const doc::Document& document, const Languages& languages) {
  std::string html = fmt::format("<header>\n<h1>{}</h1>\n", html_words(document.title, languages));
  if (!document.subtitle.empty()) {
    html += fmt::format("<p class=\"subtitle\">{}</p>\n", html_words(document.subtitle, languages));
  }
  return html + "</header>\n";
}

std::string contents(const doc::Document& document, const Languages& languages) {
  if (document.sections.size() < kSectionsThatNeedContents) return {};
  std::string html = fmt::format("<nav aria-label=\"{}\">\n<ul>\n", html_plain(labels::kContents, languages));
  for (const doc::Section& section : document.sections) {
    html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", anchor(section),
                        html_words(section.title, languages));
  }
  return html + "</ul>\n</nav>\n";
}

std::string section_of(const doc::Section& section, HtmlContext& context) {
  context.section_title = html_plain(section.title, context.languages);
  std::string html =
      fmt::format("<section id=\"{}\" aria-label=\"{}\">\n", anchor(section), context.section_title);
  if (!section.title.empty()) html += "<h2>" + html_words(section.title, context.languages) + "</h2>\n";
  for (const doc::Block& block : section.blocks) {
    html += std::visit([&](const auto& each) { return html_block(each, context); }, block);
  }
  return html + "</section>\n";
}

}  // namespace

std::string html_block(const doc::KeyFigures& figures, HtmlContext& context) {
  if (figures.figures.empty()) return {};
  std::string html = "<dl class=\"figures\">\n";
  for (const doc::KeyFigure& figure : figures.figures)
    html += card(figure, figures.digits, context.languages);
  return html + "</dl>\n";
}

std::string html_block(const doc::Paragraph& paragraph, HtmlContext& context) {
  const std::string words = html_words(paragraph.text, context.languages);
  if (paragraph.mood == doc::Mood::kNeutral) return "<p>" + words + "</p>\n";
  return fmt::format("<p class=\"note {}\">{}<span>{}</span></p>\n", html_class(paragraph.mood),
                     html_sign(paragraph.mood, context.languages), words);
}

std::string html(const doc::Document& document, const Languages& languages) {
  AE_ASSERT(!languages.empty());
  HtmlContext context{languages, {}};
  std::string page = head(document, languages);
  page += fmt::format("<body>\n<a class=\"skip\" href=\"#report-body\">{}</a>\n",
                      html_words(labels::kSkip, languages));
  page += banner(document, languages) + contents(document, languages) + "<main id=\"report-body\">\n";
  for (const doc::Section& section : document.sections) page += section_of(section, context);
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace ae::render

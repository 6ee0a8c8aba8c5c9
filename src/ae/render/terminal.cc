#include "ae/base/assert.h"
#include "ae/render/mood.h"
#include "ae/render/render.h"
#include "ae/render/terminal_page.h"
#include "ae/render/width.h"
#include "ae/render/words.h"
#include "ae/render/wrap.h"

namespace ae::render {
namespace {

constexpr std::size_t kMarginColumns = 2;

void draw_head(Page& page, const doc::Document& document) {
  const std::size_t width = page.width() + kMarginColumns;
  for (const std::string& words : wrap(page.words(document.title), width))
    page.line(page.paint(words, Ink::kStrong));
  for (const Phrase& phrase : phrases(document.subtitle, page.languages())) {
    for (const std::string& words : wrap(harmless(phrase.text), width))
      page.line(page.paint(words, Ink::kFaint));
  }
}

/// "Coverage ─────────────" to the right edge.
void draw_heading(Page& page, const Message& title) {
  const std::size_t width = page.width() + kMarginColumns;
  const std::string words = cut_to_width(page.words(title), width);
  if (words.empty()) return page.line(page.paint(rule(width), Ink::kFaint));
  const std::size_t taken = display_width(words) + 1;
  const std::string rest = taken < width ? rule(width - taken) : std::string();
  page.line(page.paint(words, Ink::kStrong) + " " + page.paint(rest, Ink::kFaint));
}

}  // namespace

void draw(Page& page, const doc::Paragraph& paragraph) {
  page.prose(paragraph.text, ink_of(paragraph.mood), sign(paragraph.mood));
}

std::string terminal(const doc::Document& document, const TerminalOptions& options) {
  AE_ASSERT(!options.languages.empty());
  Page page(options);
  draw_head(page, document);
  for (const doc::Section& section : document.sections) {
    page.gap();
    draw_heading(page, section.title);
    for (const doc::Block& block : section.blocks) {
      page.gap();
      std::visit([&](const auto& each) { draw(page, each); }, block);
    }
  }
  std::string lines = page.take();
  return lines.empty() ? "\n" : lines;
}

}  // namespace ae::render

#include "ae/render/terminal_page.h"

#include <algorithm>

#include "ae/render/width.h"
#include "ae/render/words.h"
#include "ae/render/wrap.h"

namespace ae::render {
namespace {

constexpr std::string_view kMargin = "  ";
constexpr int kSmallestWidth = 60;
constexpr std::string_view kAnsiOf[] = {"",         "\033[1m",  "\033[2m", "\033[32m",
                                        "\033[33m", "\033[31m", "\033[36m"};
constexpr std::string_view kAnsiEnd = "\033[0m";

}  // namespace

Ink ink_of(doc::Mood mood) {
  switch (mood) {
    case doc::Mood::kGood:
      return Ink::kGood;
    case doc::Mood::kWarning:
      return Ink::kWarning;
    case doc::Mood::kBad:
      return Ink::kBad;
    case doc::Mood::kNeutral:
      break;
  }
  return Ink::kPlain;
}

std::string padded(std::string_view text, std::size_t width, Align align) {
  const std::size_t taken = display_width(text);
  std::string result(text);
  if (taken < width) result.insert(align == Align::kLeft ? result.size() : 0, width - taken, ' ');
  return result;
}

std::string rule(std::size_t width) {
  std::string line;
  for (std::size_t column = 0; column < width; ++column) line += "─";
  return line;
}

Page::Page(const TerminalOptions& options)
    : languages_(options.languages),
      colour_(options.colour),
      width_(static_cast<std::size_t>(std::max(options.width, kSmallestWidth)) - kMargin.size()) {}

std::string Page::words(const Message& message) const {
  return harmless(render::words(message, languages_, " "));
}

std::string Page::words(const doc::Cell& cell) const { return harmless(render::words(cell, languages_)); }

std::string Page::summary_words(const doc::Cell& cell, doc::Digits digits) const {
  return harmless(render::summary_words(cell, digits, languages_));
}

std::vector<std::string> Page::wrapped(const Message& message, std::size_t columns) const {
  const std::string side_by_side = words(message);
  if (display_width(side_by_side) <= columns) return wrap(side_by_side, columns);
  std::vector<std::string> lines;
  for (const Phrase& phrase : phrases(message, languages_)) {
    const std::vector<std::string> more = wrap(harmless(phrase.text), columns);
    lines.insert(lines.end(), more.begin(), more.end());
  }
  return lines;
}

std::string Page::paint(std::string_view text, Ink ink) const {
  if (colour_ == Colour::kNever || ink == Ink::kPlain || text.empty()) return std::string(text);
  std::string painted(kAnsiOf[static_cast<std::size_t>(ink)]);
  return painted.append(text).append(kAnsiEnd);
}

void Page::line(std::string_view text) {
  lines_ += text.substr(0, text.find_last_not_of(' ') + 1);
  lines_ += '\n';
}

void Page::body(std::string_view text) { line(std::string(kMargin).append(text)); }

void Page::gap() {
  if (!lines_.empty() && !lines_.ends_with("\n\n")) lines_ += '\n';
}

void Page::prose(const Message& message, Ink ink, std::string_view sign) {
  const std::string indent(sign.empty() ? 0 : display_width(sign) + 1, ' ');
  std::string before = sign.empty() ? std::string() : std::string(sign) + " ";
  for (const Phrase& phrase : phrases(message, languages_)) {
    for (const std::string& words : wrap(harmless(phrase.text), width_ - indent.size())) {
      body(paint(before + words, ink));
      before = indent;
    }
  }
}

}  // namespace ae::render

#include <algorithm>
#include <vector>

#include "ae/render/columns.h"
#include "ae/render/mood.h"
#include "ae/render/terminal_page.h"
#include "ae/render/width.h"

namespace ae::render {
namespace {

constexpr std::size_t kBetween = 3;
constexpr std::size_t kSmallestDetail = 16;  ///< narrower, details go to a line of their own

struct Line {
  std::string label;
  std::string value;
  std::string sign;
  Ink ink;
  Message detail;
};

std::vector<Line> lines_of(const Page& page, const doc::KeyFigures& figures) {
  const std::size_t widest_label = page.width() * 2 / 5;
  const std::size_t widest_words = page.width() / 2;
  std::vector<Line> lines;
  for (const doc::KeyFigure& figure : figures.figures) {
    std::string value = page.words(figure.value);
    if (is_words(figure.value.value)) value = cut_to_width(value, widest_words);
    lines.push_back({cut_to_width(page.words(figure.label), widest_label), std::move(value),
                     std::string(sign(figure.value.mood)), ink_of(figure.value.mood), figure.detail});
  }
  return lines;
}

std::size_t widest(const std::vector<Line>& lines, std::string Line::* part) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, display_width(line.*part));
  return width;
}

}  // namespace

/// "Open pipeline     $1,319,000.50 ✓   14 deals", values right-aligned when all of them are numbers.
void draw(Page& page, const doc::KeyFigures& figures) {
  const std::vector<Line> lines = lines_of(page, figures);
  const Align align = values_hold(figures) == Holds::kNumbers ? Align::kRight : Align::kLeft;
  const std::size_t label_width = widest(lines, &Line::label);
  const std::size_t value_width = widest(lines, &Line::value);
  const std::size_t sign_width = widest(lines, &Line::sign);
  const std::size_t before_detail =
      label_width + kBetween + value_width + (sign_width > 0 ? sign_width + 1 : 0) + kBetween;
  const bool beside = before_detail + kSmallestDetail <= page.width();
  const std::size_t indent = beside ? before_detail : kBetween;
  for (const Line& line : lines) {
    std::string text = padded(line.label, label_width + kBetween, Align::kLeft);
    text +=
        page.paint(padded(line.value, value_width, align), line.ink == Ink::kPlain ? Ink::kStrong : line.ink);
    if (sign_width > 0)
      text.append(" ").append(page.paint(padded(line.sign, sign_width, Align::kLeft), line.ink));
    std::string gap(kBetween, ' ');
    if (!beside) page.body(std::exchange(text, std::string()));
    for (const std::string& detail : page.wrapped(line.detail, page.width() - indent)) {
      page.body(text + gap + page.paint(detail, Ink::kFaint));
      text.clear();
      gap.assign(indent, ' ');
    }
    if (!text.empty()) page.body(text);
  }
}

}  // namespace ae::render

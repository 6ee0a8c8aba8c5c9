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
  std::vector<std::string> label;
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
    std::string value = page.summary_words(figure.value, figures.digits);
    if (is_words(figure.value.value)) value = cut_to_width(value, widest_words);
    lines.push_back({page.wrapped(figure.label, widest_label), std::move(value),
                     std::string(sign(figure.value.mood)), ink_of(figure.value.mood), figure.detail});
  }
  return lines;
}

std::size_t widest(const std::vector<Line>& lines, std::string Line::* part) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, display_width(line.*part));
  return width;
}

std::size_t widest_label(const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (const Line& line : lines) {
    for (const std::string& words : line.label) width = std::max(width, display_width(words));
  }
  return width;
}

std::string at(const std::vector<std::string>& lines, std::size_t index) {
  return index < lines.size() ? lines[index] : std::string();
}

}  // namespace

/// "Open pipeline     $1,319,000.50 ✓   14 deals", values right-aligned when all of them are numbers.
void draw(Page& page, const doc::KeyFigures& figures) {
  const std::vector<Line> lines = lines_of(page, figures);
  const Align align = values_hold(figures) == Holds::kNumbers ? Align::kRight : Align::kLeft;
  const std::size_t label_width = widest_label(lines);
  const std::size_t value_width = widest(lines, &Line::value);
  const std::size_t sign_width = widest(lines, &Line::sign);
  const std::size_t before_detail =
      label_width + kBetween + value_width + (sign_width > 0 ? sign_width + 1 : 0) + kBetween;
  const bool beside = before_detail + kSmallestDetail <= page.width();
  for (const Line& line : lines) {
    const auto details = page.wrapped(line.detail, page.width() - (beside ? before_detail : kBetween));
    const std::size_t height = std::max(line.label.size(), beside ? details.size() : 0);
    for (std::size_t row = 0; row < height; ++row) {
      std::string text = padded(at(line.label, row), label_width + kBetween, Align::kLeft);
      const bool first = row == 0;
      text += page.paint(padded(first ? line.value : "", value_width, align),
                         line.ink == Ink::kPlain ? Ink::kStrong : line.ink);
      if (sign_width > 0)
        text.append(" ").append(
            page.paint(padded(first ? line.sign : "", sign_width, Align::kLeft), line.ink));
      if (beside && row < details.size())
        text.append(kBetween, ' ').append(page.paint(details[row], Ink::kFaint));
      page.body(text);
    }
    if (beside) continue;
    for (const std::string& detail : details)
      page.body(std::string(kBetween, ' ') + page.paint(detail, Ink::kFaint));
  }
}

}  // namespace ae::render

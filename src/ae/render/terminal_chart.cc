#include <algorithm>
#include <cmath>

#include "ae/render/block_bar.h"
#include "ae/render/columns.h"
#include "ae/render/gauge_scale.h"
#include "ae/render/labels.h"
#include "ae/render/mood.h"
#include "ae/render/terminal_page.h"
#include "ae/render/width.h"

namespace ae::render {
namespace {

constexpr std::size_t kBetween = 2;
constexpr std::size_t kLongestBar = 48;
constexpr std::size_t kShortestBar = 10;

std::string spaces(std::size_t count) { return std::string(count, ' '); }

/// What a bar's end says, with the sign of its mood.
std::string end_words(const Page& page, const doc::Cell& value) {
  std::string words = page.words(value);
  if (is_words(value.value)) words = cut_to_width(words, page.width() / 3);
  if (value.mood != doc::Mood::kNeutral) words.append(" ").append(sign(value.mood));
  return words;
}

std::size_t bar_columns(const Page& page, std::size_t label_width, std::size_t value_width) {
  const std::size_t taken = label_width + value_width + 2 * kBetween;
  const std::size_t room = page.width() > taken ? page.width() - taken : 0;
  return std::clamp(room, kShortestBar, kLongestBar);
}

/// What the two parts of the bars are: "█ Weighted  ░ Amount".
std::string legend(const Page& page, const doc::BarChart& chart) {
  std::string words;
  const auto add = [&](std::string_view glyph, const Message& label) {
    const std::string cut = cut_to_width(page.words(label), page.width() / 3);
    words +=
        (words.empty() ? "" : spaces(kBetween)) + page.paint(glyph, Ink::kBar) + page.paint(cut, Ink::kFaint);
  };
  if (!chart.solid_label.empty()) add("█ ", chart.solid_label);
  add(chart.solid_label.empty() ? "" : "░ ", chart.unit);
  if (chart.mark) add("│ ", chart.mark_label);
  return words;
}

/// A bar with the chart's mark behind its end, and what it needs to the next column.
std::string drawn(const Page& page, const doc::BarChart& chart, const doc::Bar& bar, std::size_t columns) {
  const BlockBar blocks = block_bar(chart, bar, columns);
  std::size_t taken = blocks.before + blocks.width;
  std::string line = spaces(blocks.before) + page.paint(blocks.solid + blocks.rest, Ink::kBar);
  if (chart.mark) {
    const auto at =
        std::min(columns - 1,
                 static_cast<std::size_t>(std::lround(share(*chart.mark) * static_cast<double>(columns))));
    if (at >= taken) {
      line += spaces(at - taken) + page.paint("│", Ink::kFaint);
      taken = at + 1;
    }
  }
  return line + spaces(taken > 0 ? kBetween : 0);
}

/// The target band below a gauge: "├──────┤", or "├─────▶" when it has no upper end.
std::string band(const GaugeScale& scale, bool has_upper_end, std::size_t columns) {
  const auto column_of = [&](double at) {
    return std::min(columns - 1, static_cast<std::size_t>(std::lround(at * static_cast<double>(columns))));
  };
  const std::size_t low = column_of(scale.target_low);
  const std::size_t high = std::max(low, column_of(scale.target_high));
  std::string line = spaces(low);
  if (low == high) return line + "│";
  return line + "├" + rule(high - low - 1) + (has_upper_end ? "┤" : "▶");
}

std::string track(std::size_t columns) {
  std::string dots;
  for (std::size_t column = 0; column < columns; ++column) dots += "·";
  return dots;
}

}  // namespace

/// "Prospect   ███▍░░░░░░  $410,000.00", one line a bar.
void draw(Page& page, const doc::BarChart& chart) {
  std::size_t label_width = 0;
  std::size_t value_width = 0;
  for (const doc::Bar& bar : chart.bars) {
    label_width = std::max(label_width, display_width(page.words(bar.label)));
    value_width = std::max(value_width, display_width(end_words(page, bar.value)));
  }
  label_width = std::min(label_width, page.width() * 2 / 5);
  const std::size_t columns = bar_columns(page, label_width, value_width);
  if (const std::string words = legend(page, chart); !words.empty()) page.body(words);
  for (const doc::Bar& bar : chart.bars) {
    const std::string label = cut_to_width(page.words(bar.label), label_width);
    page.body(padded(label, label_width + kBetween, Align::kLeft) + drawn(page, chart, bar, columns) +
              page.paint(end_words(page, bar.value), ink_of(bar.value.mood)));
  }
}

/// The value's bar above its target band:
///     Coverage  1.32× ✗   Target 3.00×–4.00×
///     ██████████▎················
///                    ├──────┤
void draw(Page& page, const doc::Gauge& gauge) {
  const std::size_t columns = std::min(kLongestBar, page.width());
  const GaugeScale scale = scale_of(gauge);
  const BlockBar bar = block_bar(scale.value, columns);
  const Ink ink = gauge.mood == doc::Mood::kNeutral ? Ink::kBar : ink_of(gauge.mood);
  const std::string value = end_words(page, doc::Cell(gauge.value, gauge.mood));
  const std::string target = page.words(Message(labels::kTarget)) + " " + target_words(gauge);
  const std::size_t beside_label = display_width(value) + display_width(target) + 2 * kBetween + 1;
  const std::string label =
      cut_to_width(page.words(gauge.label), page.width() - std::min(page.width(), beside_label));
  page.body(label + spaces(label.empty() ? 0 : kBetween) + page.paint(value, ink) + spaces(kBetween + 1) +
            page.paint(target, Ink::kFaint));
  page.body(page.paint(bar.solid, ink) + page.paint(track(columns - bar.width), Ink::kFaint));
  page.body(band(scale, gauge.target_high.has_value(), columns));
  page.prose(gauge.caption, Ink::kFaint, {});
}

}  // namespace ae::render

#include <algorithm>

#include <fmt/format.h>

#include "ae/render/block_bar.h"
#include "ae/render/columns.h"
#include "ae/render/gauge_scale.h"
#include "ae/render/html_page.h"
#include "ae/render/html_text.h"
#include "ae/render/labels.h"
#include "ae/render/words.h"

namespace ae::render {
namespace {

/// A share of the whole as SVG takes it: "31.25%".
std::string percent(double share_of_whole) { return fmt::format("{:.2f}%", 100 * share_of_whole); }

/// Opens an image that is read out as its title and description.
std::string svg_begin(HtmlContext& context, std::string_view title, std::string_view description) {
  return fmt::format(
      "<svg role=\"img\" aria-labelledby=\"image-{0}-title image-{0}-desc\"><title "
      "id=\"image-{0}-title\">{1}</title>"
      "<desc id=\"image-{0}-desc\">{2}</desc>",
      context.next_image++, title, description);
}

std::string key(std::string_view class_name, const Message& label, const Languages& languages) {
  if (label.empty()) return {};
  return fmt::format("<span class=\"{}\">{}</span>", class_name, html_words(label, languages));
}

std::string legend(const doc::BarChart& chart, const Languages& languages) {
  const std::string keys = key("key solid", chart.solid_label, languages) +
                           key(chart.solid_label.empty() ? "key solid" : "key", chart.unit, languages) +
                           (chart.mark ? key("key mark", chart.mark_label, languages) : "");
  return keys.empty() ? keys : "<figcaption class=\"legend\">" + keys + "</figcaption>\n";
}

/// What a bar shows, for those who do not see it: "Amount $210,000.00; Weighted 10 %".
std::string description_of(const doc::BarChart& chart, const doc::Bar& bar, const Languages& languages) {
  const double length = share(bar.length);
  if (chart.solid_label.empty() || length <= 0) return html_plain(chart.unit, languages);
  const double solid = std::min(share(bar.solid), length);
  return fmt::format("{}; {} {:.0f} %", html_plain(chart.unit, languages),
                     html_plain(chart.solid_label, languages), 100 * solid / length);
}

std::string bar_item(const doc::BarChart& chart, const doc::Bar& bar, HtmlContext& context) {
  const Languages& languages = context.languages;
  const double length = share(bar.length);
  const double solid = chart.solid_label.empty() ? length : std::min(share(bar.solid), length);
  const std::string title =
      fmt::format("{}: {}", html_plain(bar.label, languages), html_text(words(bar.value, languages)));
  std::string html = fmt::format("<li class=\"{}\"><span class=\"name\" aria-hidden=\"true\">{}</span>",
                                 html_class(bar.value.mood), html_words(bar.label, languages));
  html += svg_begin(context, title, description_of(chart, bar, languages));
  const std::string x = bar.start > 0 ? fmt::format(" x=\"{}\"", percent(share(bar.start))) : "";
  html += fmt::format("<rect class=\"bar\"{} width=\"{}\" height=\"100%\" rx=\"2\"/>", x, percent(length));
  html += fmt::format("<rect class=\"solid\"{} width=\"{}\" height=\"100%\" rx=\"2\"/>", x, percent(solid));
  if (chart.mark) {
    html += fmt::format("<line class=\"mark\" x1=\"{0}\" x2=\"{0}\" y1=\"0\" y2=\"100%\"/>",
                        percent(share(*chart.mark)));
  }
  html += "</svg>";
  const std::string mark = bar.value.mood == doc::Mood::kNeutral ? "" : html_sign(bar.value.mood, languages);
  return html + fmt::format("<span class=\"end{}\"><span aria-hidden=\"true\">{}</span>{}</span></li>\n",
                            is_words(bar.value.value) ? " in-words" : "", html_words(bar.value, languages),
                            mark);
}

std::string reading(const doc::Multiple& multiple, const Languages& languages) {
  return html_text(words(doc::Cell(multiple), languages));
}

/// A line at the end of the target band, with its figure below.
std::string tick(double at, const std::string& figure, std::string_view anchor) {
  return fmt::format(
      "<line class=\"tick\" x1=\"{0}\" x2=\"{0}\" y1=\"2\" y2=\"34\"/>"
      "<text x=\"{0}\" y=\"50\" text-anchor=\"{1}\">{2}</text>",
      percent(at), anchor, figure);
}

std::string ticks(const doc::Gauge& gauge, const GaugeScale& scale, const Languages& languages) {
  constexpr double kRoomForFigure = 0.12;  // of a narrow screen
  const std::string low = reading(gauge.target_low, languages);
  if (!gauge.target_high)
    return tick(scale.target_low, low, scale.target_low < kRoomForFigure ? "start" : "middle");
  const std::string high = reading(*gauge.target_high, languages);
  if (scale.target_low < kRoomForFigure)
    return tick(scale.target_low, "", "end") + tick(scale.target_high, high, "start");
  return tick(scale.target_low, low, "end") + tick(scale.target_high, high, "start");
}

std::string gauge_image(const doc::Gauge& gauge, HtmlContext& context) {
  const Languages& languages = context.languages;
  const GaugeScale scale = scale_of(gauge);
  const std::string title =
      fmt::format("{}: {}", html_plain(gauge.label, languages), reading(gauge.value, languages));
  const std::string description =
      fmt::format("{} {}", html_plain(labels::kTarget, languages), html_text(target_words(gauge)));
  std::string html = svg_begin(context, title, description);
  html += "<rect class=\"track\" y=\"6\" width=\"100%\" height=\"24\" rx=\"3\"/>";
  html +=
      fmt::format("<rect class=\"band\" x=\"{}\" y=\"6\" width=\"{}\" height=\"24\"/>",
                  percent(scale.target_low), percent(std::max(0.0, scale.target_high - scale.target_low)));
  html += fmt::format("<rect class=\"value\" y=\"12\" width=\"{}\" height=\"12\" rx=\"2\"/>",
                      percent(scale.value));
  return html + ticks(gauge, scale, languages) + "</svg>\n";
}

}  // namespace

/// A list of bars, whose words are HTML so that they keep their size on a narrow screen.
std::string html_block(const doc::BarChart& chart, HtmlContext& context) {
  if (chart.bars.empty()) return {};
  std::string html = "<figure>\n" + legend(chart, context.languages) + "<ol class=\"bars\">\n";
  for (const doc::Bar& bar : chart.bars) html += bar_item(chart, bar, context);
  return html + "</ol>\n</figure>\n";
}

/// A bullet bar: the value over the target band.
std::string html_block(const doc::Gauge& gauge, HtmlContext& context) {
  const Languages& languages = context.languages;
  const std::string mark = gauge.mood == doc::Mood::kNeutral ? "" : html_sign(gauge.mood, languages);
  std::string html = fmt::format(
      "<figure class=\"gauge {}\">\n<div class=\"head\"><span class=\"name\">{}</span>"
      "<span class=\"reading\">{}{}</span><span class=\"target\">{} {}</span></div>\n",
      html_class(gauge.mood), html_words(gauge.label, languages), reading(gauge.value, languages), mark,
      html_words(labels::kTarget, languages), html_text(target_words(gauge)));
  html += gauge_image(gauge, context);
  if (!gauge.caption.empty()) {
    html += fmt::format("<figcaption>{}</figcaption>\n", html_words(gauge.caption, languages));
  }
  return html + "</figure>\n";
}

}  // namespace ae::render

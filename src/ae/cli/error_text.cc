#include "ae/cli/error_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/render/width.h"

namespace ae::cli {
namespace {

std::string place_words(const Place& place) {
  if (place.line == 0) return place.source;
  if (place.column == 0) return fmt::format("{}:{}", place.source, place.line);
  return fmt::format("{}:{}:{}", place.source, place.line, place.column);
}

}  // namespace

std::string error_text(const Error& error, const Languages& languages, render::Colour colour) {
  const auto painted = [&](std::string_view label, std::string_view code) {
    return colour == render::Colour::kAnsi ? fmt::format("\x1b[{}m{}\x1b[0m", code, label)
                                           : std::string(label);
  };
  std::string text;
  for (const Language language : languages) {
    text += fmt::format("{}{}\n", painted(Text{"error: ", "错误："}.in(language), "1;31"),
                        render::harmless(error.message.in(language)));
  }
  if (!error.place.source.empty()) text += fmt::format("  {}\n", render::harmless(place_words(error.place)));
  if (error.hint.empty() && error.did_you_mean.empty()) return text;
  for (const Language language : languages) {
    if (!error.did_you_mean.empty()) {
      text += fmt::format("  {}{}\n", painted(Text{"did you mean: ", "您是否想输入："}.in(language), "1;36"),
                          render::harmless(fmt::format("{}", fmt::join(error.did_you_mean, ", "))));
    }
    if (!error.hint.empty())
      text += fmt::format("  {}{}\n", painted(Text{"hint: ", "提示："}.in(language), "1;36"),
                          render::harmless(error.hint.in(language)));
  }
  return text;
}

}  // namespace ae::cli

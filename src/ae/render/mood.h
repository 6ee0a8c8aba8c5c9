#pragma once

#include <optional>
#include <string_view>

#include "ae/base/text.h"
#include "ae/doc/document.h"

/// How a mood shows without a colour.
namespace ae::render {

/// "✓" good, "!" warning, "✗" bad; empty for neutral.
constexpr std::string_view sign(doc::Mood mood) {
  constexpr std::string_view kSigns[] = {"", "✓", "!", "✗"};
  return kSigns[static_cast<std::size_t>(mood)];
}

/// What the sign says to someone who hears the page; nullopt for neutral.
inline std::optional<Text> spoken(doc::Mood mood) {
  switch (mood) {
    case doc::Mood::kNeutral:
      return std::nullopt;
    case doc::Mood::kGood:
      return Text{"good", "良好"};
    case doc::Mood::kWarning:
      return Text{"warning", "注意"};
    case doc::Mood::kBad:
      return Text{"problem", "有问题"};
  }
  return std::nullopt;
}

}  // namespace ae::render

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/app/flag.h"

namespace ae::app {

/// What ae playbook shows.
struct PlaybookOptions {
  std::vector<std::string> topic;
  std::optional<std::string> find;

  static constexpr auto fields() {
    return std::tuple{
        flag(
            "page", &PlaybookOptions::topic, "TOPIC",
            Text{
                "Show this topic, or one section of it: negotiation#trade_dont_give; words that are no topic "
                "are searched for",
                "显示该主题或其中一节：negotiation#trade_dont_give；不是主题的词将被搜索"}),
        flag("find", &PlaybookOptions::find, "WORDS",
             Text{"Search the pages of both languages for WORDS, within the topic where one is given",
                  "在两种语言的页面中搜索 WORDS；给出主题时只在该主题内搜索"})};
  }
};

}  // namespace ae::app

#include "ae/playbook/topic_link.h"

#include <optional>

namespace ae::playbook {
namespace {

struct Link {
  std::size_t begin = 0, end = 0;  ///< of all of it, in the text
  std::string_view words;
  std::string_view page, section;  ///< "negotiation", "#trade_dont_give"
};

/// The first link of `text`.
std::optional<Link> link_in(std::string_view text) {
  constexpr std::string_view kEnding = ".md";
  for (std::size_t middle = text.find("]("); middle != std::string_view::npos;
       middle = text.find("](", middle + 2)) {
    const std::size_t begin = text.rfind('[', middle);
    const std::size_t end = text.find(')', middle);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view target = text.substr(middle + 2, end - middle - 2);
    const std::size_t ending = target.find(kEnding);
    if (begin == std::string_view::npos || ending == std::string_view::npos) continue;
    return Link{begin, end + 1, text.substr(begin + 1, middle - begin - 1), target.substr(0, ending),
                target.substr(ending + kEnding.size())};
  }
  return std::nullopt;
}

}  // namespace

std::string with_topic_links(std::string_view text) {
  std::string words;
  while (const std::optional<Link> link = link_in(text)) {
    words.append(text.substr(0, link->begin)).append(link->words);
    words.append(" → `").append(link->page).append(link->section).append("`");
    text.remove_prefix(link->end);
  }
  return words.append(text);
}

}  // namespace ae::playbook

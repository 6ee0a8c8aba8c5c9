#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/playbook/topic.h"

namespace ae::playbook {

/// A section in which the words were found, or a topic, whose title or summary has them.
struct Hit {
  std::string topic;
  std::optional<std::string> section;
  Message title;  ///< of the topic
  std::optional<Message> section_title;
  Message
      excerpt;  ///< the passage that answers best; in a language where it has the words, the part around them
  std::int64_t score = 0;

  static constexpr auto fields() {
    return std::tuple{
        field("topic", &Hit::topic, Text{"Id of the topic", "主题编号"}),
        field("section", &Hit::section,
              Text{"Id of the section; null for the topic's own title and summary",
                   "小节编号；主题自身的标题与简介为 null"}),
        field("title", &Hit::title, Text{"Title of the topic", "主题标题"}),
        field("section_title", &Hit::section_title, Text{"Heading of the section", "小节标题"}),
        field("excerpt", &Hit::excerpt, Text{"The passage that answers best", "最相符的段落"}),
        field("score", &Hit::score,
              Text{"The more the better; comparable within one search", "越大越相符；仅在同一次搜索内可比"})};
  }
};

struct Found {
  std::vector<Hit> hits;  ///< best first, at most `limit`
  std::int64_t total = 0;
  bool all_words = false;  ///< each hit has all the words; else as many as any has
};

/// Searches every language of every topic. Titles and headings count more than text, most where they begin
/// with the words, and words in a row more than apart. Hits of one score stand in the order of the topics.
Found find(const std::vector<Topic>& topics, std::string_view query, std::size_t limit);

}  // namespace ae::playbook

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/doc/document.h"
#include "ae/playbook/search.h"
#include "ae/playbook/topic.h"

/// What `ae playbook` answers: the list of topics, one page of it or a part of one, or what was found.
namespace ae::playbook {

struct TopicEntry {
  std::string id;
  Message title;
  Message summary;

  static constexpr auto fields() {
    return std::tuple{
        field("id", &TopicEntry::id, Text{"Id of the topic", "主题编号"}),
        field("title", &TopicEntry::title, Text{"Title", "标题"}),
        field("summary", &TopicEntry::summary, Text{"What it is about, in a sentence", "一句话简介"})};
  }
};

struct PlaybookResult {
  std::vector<TopicEntry> topics;
  std::optional<Topic> page;
  std::optional<std::string> words;
  std::vector<Hit> found;
  std::int64_t found_total = 0;
  bool found_all_words = false;

  static constexpr auto fields() {
    return std::tuple{
        field("topics", &PlaybookResult::topics,
              Text{"The topics, in reading order", "全部主题，按阅读顺序"}),
        field("page", &PlaybookResult::page,
              Text{"The page asked for, or the part of it; null for a list or a search",
                   "所查看的页面或其中一节；列表与搜索时为 null"}),
        field("words", &PlaybookResult::words,
              Text{"What was searched for; null without a search", "搜索的词；未搜索时为 null"}),
        field("found", &PlaybookResult::found,
              Text{"Where it was found, best first", "搜索结果，最相符的在前"}),
        field("found_total", &PlaybookResult::found_total,
              Text{"Places found, listed or not", "找到的位置总数，含未列出的"}),
        field("found_all_words", &PlaybookResult::found_all_words,
              Text{"Whether each place has all the words; else it has as many as any place has",
                   "是否每处都含全部词；否则为所含词最多的位置"})};
  }
};

TopicEntry entry_of(const Topic& topic);

/// Every topic with its summary, the competencies apart.
doc::Document list_document(const std::vector<Topic>& topics);

/// The page, with the titles of related topics looked up in `topics`.
doc::Document page_document(const Topic& page, const std::vector<Topic>& topics);

/// What was found for result.words.
doc::Document search_document(const PlaybookResult& result);

}  // namespace ae::playbook

#include "ae/playbook/playbook_answer.h"

#include <algorithm>

namespace ae::playbook {
namespace {

constexpr std::string_view kCompetency = "competency-";

Message code(std::string_view words) { return Message::verbatim(std::string("`").append(words).append("`")); }

doc::PassageKind passage_kind(BlockKind kind) {
  switch (kind) {
    case BlockKind::kBullet:
      return doc::PassageKind::kBullet;
    case BlockKind::kNumber:
      return doc::PassageKind::kNumber;
    case BlockKind::kTask:
      return doc::PassageKind::kTask;
    case BlockKind::kParagraph:
    case BlockKind::kTable:
    case BlockKind::kCount:
      break;
  }
  return doc::PassageKind::kParagraph;
}

doc::Table table_of(const TopicBlock& block) {
  doc::Table table;
  for (const Message& label : block.rows.front()) table.columns.push_back({label, {}});
  for (std::size_t index = 1; index < block.rows.size(); ++index) {
    std::vector<doc::Cell>& row = table.rows.emplace_back();
    for (const Message& cell : block.rows[index]) row.emplace_back(doc::Value(cell));
  }
  return table;
}

/// The prose at the end of the section, which passages are added to.
doc::Prose& prose_of(doc::Section& section) {
  const bool ends_in_prose =
      !section.blocks.empty() && std::holds_alternative<doc::Prose>(section.blocks.back());
  if (!ends_in_prose) section.blocks.emplace_back(doc::Prose{});
  return std::get<doc::Prose>(section.blocks.back());
}

void add(doc::Section& section, const TopicBlock& block) {
  if (block.kind == BlockKind::kTable) {
    section.blocks.emplace_back(table_of(block));
  } else {
    prose_of(section).passages.push_back(
        {passage_kind(block.kind), block.text, static_cast<int>(block.number), {}});
  }
}

doc::Section related_section(const Topic& page, const std::vector<Topic>& topics) {
  doc::Section section{"related", Text{"See also", "另见"}, {}, {}};
  for (const Topic& topic : topics) {
    if (std::find(page.related.begin(), page.related.end(), topic.id) == page.related.end()) continue;
    prose_of(section).passages.push_back({doc::PassageKind::kBullet,
                                          Message{Text{"{title} → {topic}", "{title} → {topic}"}}
                                              .with("title", topic.title)
                                              .with("topic", code("ae playbook " + topic.id)),
                                          0,
                                          {}});
  }
  return section;
}

doc::Section topics_section(std::string key, Text title, const std::vector<Topic>& topics,
                            bool competencies) {
  doc::Table table;
  table.columns = {{Text{"Topic", "主题"}, {}}, {Text{"What it is about", "内容"}, {}}};
  for (const Topic& topic : topics) {
    if (topic.id.starts_with(kCompetency) != competencies) continue;
    table.rows.push_back({doc::Value(Message::verbatim(topic.id)),
                          doc::Value(Message{Text{"{title}: {summary}", "{title}：{summary}"}}
                                         .with("title", topic.title)
                                         .with("summary", topic.summary))});
  }
  return {std::move(key), title, {std::move(table)}, {}};
}

doc::Passage place_of(const Hit& hit) {
  const std::string address = hit.section ? hit.topic + "#" + *hit.section : hit.topic;
  Message title = hit.title;
  if (hit.section_title)
    title = Message{Text{"{title} › {section}", "{title} › {section}"}}
                .with("title", hit.title)
                .with("section", *hit.section_title);
  return {doc::PassageKind::kHeading,
          Message{Text{"{title} → {address}", "{title} → {address}"}}
              .with("title", title)
              .with("address", code(address)),
          0,
          {}};
}

Message found_words(const PlaybookResult& result) {
  const auto shown = static_cast<std::int64_t>(result.found.size());
  Text text{"{all} places", "共 {all} 处"};
  if (shown < result.found_total)
    text = Text{"{shown} of {all} places, best first", "显示 {all} 处中的 {shown} 处，最相符的在前"};
  if (!result.found_all_words)
    text = Text{"No place has all the words; {shown} of the {all} that have most of them",
                "没有同时含全部词的位置；显示所含词最多的 {all} 处中的 {shown} 处"};
  return Message{text}.with("all", result.found_total).with("shown", shown);
}

}  // namespace

TopicEntry entry_of(const Topic& topic) { return {topic.id, topic.title, topic.summary}; }

doc::Document list_document(const std::vector<Topic>& topics) {
  doc::Document document{Text{"Playbook", "销售手册"}, {}, {}};
  document.subtitle =
      Text{"Open a topic: ae playbook TOPIC · search: ae playbook --find WORDS · both languages: --lang both",
           "打开主题：ae playbook 主题 · 搜索：ae playbook --find 词语 · 双语对照：--lang both"};
  document.sections.push_back(topics_section("guides", Text{"Guides", "指南"}, topics, false));
  document.sections.push_back(
      topics_section("competencies", Text{"The eight competencies", "八项能力"}, topics, true));
  return document;
}

doc::Document page_document(const Topic& page, const std::vector<Topic>& topics) {
  doc::Document document{page.title, page.summary, {}};
  for (const TopicSection& section : page.sections) {
    if (section.level == 2 || document.sections.empty()) {
      document.sections.push_back({section.id, section.title, {}, {}});
    } else {
      prose_of(document.sections.back())
          .passages.push_back({doc::PassageKind::kHeading, section.title, 0, section.id});
    }
    for (const TopicBlock& block : section.blocks) add(document.sections.back(), block);
  }
  if (!page.related.empty()) document.sections.push_back(related_section(page, topics));
  return document;
}

doc::Document search_document(const PlaybookResult& result) {
  doc::Document document{
      Message{Text{"Playbook: {words}", "销售手册：{words}"}}.with("words", result.words.value_or("")),
      {},
      {}};
  doc::Section section{"found", Text{"Found", "搜索结果"}, {}, {}};
  if (result.found.empty()) {
    section.blocks.emplace_back(
        doc::Paragraph{Text{"No page has these words; `ae playbook` lists the topics.",
                            "没有页面含有这些词；`ae playbook` 可列出全部主题。"}});
  } else {
    document.subtitle = found_words(result);
  }
  for (const Hit& hit : result.found) {
    prose_of(section).passages.push_back(place_of(hit));
    prose_of(section).passages.push_back({doc::PassageKind::kParagraph, hit.excerpt, 0, {}});
  }
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace ae::playbook

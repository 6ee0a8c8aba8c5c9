#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/fields.h"
#include "ae/base/text.h"
#include "ae/domain/policy.h"
#include "ae/playbook/page.h"

namespace ae::playbook {

/// A passage in every language, its placeholders filled.
struct TopicBlock {
  BlockKind kind = BlockKind::kParagraph;
  std::int64_t number = 0;
  Message text;
  std::vector<std::vector<Message>> rows;

  static constexpr auto fields() {
    return std::tuple{
        field("kind", &TopicBlock::kind,
              Text{"paragraph, bullet, number, task or table",
                   "paragraph 段落、bullet 项目、number 编号、task 待办或 table 表格"}),
        field("number", &TopicBlock::number,
              Text{"Number of an item of a numbered list, else 0", "编号项的序号，其余为 0"}),
        field("text", &TopicBlock::text,
              Text{"The words, with **strong** and `code` marks; empty for a table",
                   "正文，含 **强调** 与 `代码` 标记；表格为空"}),
        field("rows", &TopicBlock::rows, Text{"A table's rows, the head first", "表格各行，首行为表头"})};
  }
};

struct TopicSection {
  std::string id;
  Message title;
  std::int64_t level = 2;
  std::vector<TopicBlock> blocks;

  static constexpr auto fields() {
    return std::tuple{
        field("id", &TopicSection::id, Text{"Id of the section, after #", "小节编号，写在 # 之后"}),
        field("title", &TopicSection::title, Text{"Heading", "标题"}),
        field(
            "level", &TopicSection::level,
            Text{"2, or 3 for a part of the section of level 2 before it", "2；3 表示属于其前一个 2 级小节"}),
        field("blocks", &TopicSection::blocks, Text{"What it says, block by block", "内容，逐段"})};
  }
};

/// A page of the playbook in every language.
struct Topic {
  std::string id;
  Message title;
  Message summary;
  std::vector<std::string> related;
  std::vector<TopicSection> sections;

  static constexpr auto fields() {
    return std::tuple{
        field("id", &Topic::id, Text{"Id of the topic", "主题编号"}),
        field("title", &Topic::title, Text{"Title", "标题"}),
        field("summary", &Topic::summary, Text{"What it is about, in a sentence", "一句话简介"}),
        field("related", &Topic::related, Text{"Ids of topics that go with it", "相关主题编号"}),
        field("sections", &Topic::sections, Text{"Its sections in order", "各小节，按顺序"})};
  }
};

/// Every topic with the figures of the policy: the guides in the order in which to read them, then the
/// competencies.
std::vector<Topic> topics(const Policy& policy);

/// The section and, when it is of level 2, the parts of it; none when the topic has no such section.
std::vector<TopicSection> section_of(const Topic& topic, std::string_view id);

}  // namespace ae::playbook

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The playbook: what the method knows, as pages of content/playbook in every language.
namespace ae::playbook {

enum class BlockKind : std::uint8_t { kParagraph, kBullet, kNumber, kTask, kTable, kCount };

constexpr std::string_view key(BlockKind kind) {
  constexpr std::string_view kKeys[] = {"paragraph", "bullet", "number", "task", "table"};
  return kKeys[static_cast<std::size_t>(kind)];
}

/// A passage of a page as it is written: with its marks, links and placeholders.
struct PageBlock {
  BlockKind kind = BlockKind::kParagraph;
  int number = 0;                              ///< of an item of a numbered list
  std::string text;                            ///< empty for a table
  std::vector<std::vector<std::string>> rows;  ///< of a table; the first is its head
};

/// A heading with what stands below it, up to the next heading.
struct PageSection {
  std::string id;
  std::string title;
  int level = 2;  ///< 2, or 3 for a part of the section of level 2 before it
  std::vector<PageBlock> blocks;
};

struct Page {
  std::string id;
  std::string title;
  std::string summary;
  std::vector<std::string> related;  ///< ids of pages
  std::vector<PageSection> sections;
};

/// Reads a page: front matter between two lines of ---, then headings `## Title {#id}`, paragraphs of one
/// line, items (`-`, `1.`, `- [ ]`) and pipe tables. Any bytes are some page: what is none of these is a
/// paragraph. What our own pages have to have, their tests say.
Page parse_page(std::string_view bytes);

}  // namespace ae::playbook

#include <algorithm>

#include "ae/doc/markup.h"
#include "ae/render/passage.h"
#include "ae/render/terminal_page.h"
#include "ae/render/width.h"
#include "ae/render/wrap.h"

namespace ae::render {
namespace {

constexpr std::string_view kBetween = " │ ";

/// The passage in one language as lines of at most `columns`, its mark before the first.
std::vector<std::string> lines_of(const doc::Passage& passage, Language language, std::size_t columns) {
  std::string before = mark_of(passage);
  const std::string indent(display_width(before), ' ');
  const std::string words = harmless(doc::without_type_faces(passage.text.in(language)));
  std::vector<std::string> lines;
  for (const std::string& line : wrap(words, columns - indent.size())) {
    lines.push_back(before + line);
    before = indent;
  }
  return lines;
}

/// Columns that stand side by side with a line between them, one for each language.
class ProseColumns {
 public:
  explicit ProseColumns(Page& page)
      : page_(page),
        count_(page.languages().size()),
        columns_((page.width() - (count_ - 1) * display_width(kBetween)) / count_) {}

  void draw(const doc::Passage& passage) {
    std::vector<std::vector<std::string>> stacks;
    std::size_t height = 0;
    for (const Language language : page_.languages()) {
      stacks.push_back(lines_of(passage, language, columns_));
      height = std::max(height, stacks.back().size());
    }
    const Ink ink = passage.kind == doc::PassageKind::kHeading ? Ink::kStrong : Ink::kPlain;
    for (std::size_t at = 0; at < height; ++at) draw_line(stacks, at, ink);
  }

  void gap() {
    if (count_ == 1) return page_.gap();
    draw_line(std::vector<std::vector<std::string>>(count_), 0, Ink::kPlain);
  }

 private:
  void draw_line(const std::vector<std::vector<std::string>>& stacks, std::size_t at, Ink ink) {
    std::string text;
    for (std::size_t index = 0; index < count_; ++index) {
      const std::string words = at < stacks[index].size() ? stacks[index][at] : std::string();
      const bool last = index + 1 == count_;
      text += page_.paint(last ? words : padded(words, columns_, Align::kLeft), ink);
      if (!last) text += page_.paint(kBetween, Ink::kFaint);
    }
    page_.body(text);
  }

  Page& page_;
  std::size_t count_;
  std::size_t columns_;
};

}  // namespace

void draw(Page& page, const doc::Prose& prose) {
  ProseColumns columns(page);
  const doc::Passage* before = nullptr;
  for (const doc::Passage& passage : prose.passages) {
    if (before != nullptr && !in_one_list(*before, passage)) columns.gap();
    columns.draw(passage);
    before = &passage;
  }
}

}  // namespace ae::render

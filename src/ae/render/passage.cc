#include "ae/render/passage.h"

#include "ae/doc/markup.h"

namespace ae::render {

std::string mark_of(const doc::Passage& passage) {
  switch (passage.kind) {
    case doc::PassageKind::kBullet:
      return "• ";
    case doc::PassageKind::kNumber:
      return std::to_string(passage.number) + ". ";
    case doc::PassageKind::kTask:
      return "☐ ";
    case doc::PassageKind::kParagraph:
    case doc::PassageKind::kHeading:
      break;
  }
  return {};
}

Message plain_passage(const doc::Passage& passage) {
  std::array<std::string, kAllLanguages.size()> words;
  for (const Language language : kAllLanguages) {
    const std::string text = passage.text.in(language);
    if (!text.empty())
      words[static_cast<std::size_t>(language)] = mark_of(passage) + doc::without_type_faces(text);
  }
  return Message::of_languages(std::move(words));
}

bool in_one_list(const doc::Passage& before, const doc::Passage& after) {
  const bool is_item =
      before.kind != doc::PassageKind::kParagraph && before.kind != doc::PassageKind::kHeading;
  return is_item && before.kind == after.kind;
}

}  // namespace ae::render

#include "ae/domain/meddic.h"

#include <algorithm>

#include "ae/base/assert.h"
#include "ae/config/content_tree.h"

namespace ae {
namespace {

using config::content_string;
using config::content_text;
using config::TomlNode;

LetterWords read_words(const TomlNode& node) {
  LetterWords words{content_string(node, "letter"),
                    content_text(*node.find("name")),
                    content_text(*node.find("meaning")),
                    node.find("optional") != nullptr,
                    enumerator_of_key<Stage>(content_string(node, "expected_by")),
                    {},
                    {}};
  AE_ASSERT(words.expected_by != Stage::kCount);
  for (const TomlNode& question : *node.find("questions")->array())
    words.questions.push_back({content_string(question, "id"), content_text(question)});
  for (const TomlNode& sign : *node.find("weak_signs")->array())
    words.weak_signs.push_back(content_text(sign));
  return words;
}

}  // namespace

Text name(LetterState state) {
  static constexpr Text kNames[] = {{"Unknown", "未知"},
                                    {"Assumed", "推测"},
                                    {"Said by the buyer", "客户已说明"},
                                    {"Quantified", "已量化"}};
  return kNames[static_cast<std::size_t>(state)];
}

const LetterWords& words(MeddicLetter letter) {
  static const std::vector<LetterWords> all = [] {
    std::vector<LetterWords> read;
    for (const MeddicLetter each : enumerators<MeddicLetter>())
      read.push_back(read_words(*config::content_tree("method/meddic.toml").find(key(each))));
    return read;
  }();
  return all[static_cast<std::size_t>(letter)];
}

MeddicLetter letter_of_question(std::string_view id) {
  for (const MeddicLetter letter : enumerators<MeddicLetter>()) {
    const std::vector<LetterQuestion>& questions = words(letter).questions;
    if (std::any_of(questions.begin(), questions.end(),
                    [&](const LetterQuestion& question) { return question.id == id; }))
      return letter;
  }
  return MeddicLetter::kCount;
}

}  // namespace ae

#include "ae/domain/discovery_question.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/base/assert.h"
#include "ae/config/content_tree.h"

namespace ae {
namespace {

using config::content_string;
using config::content_text;
using config::TomlNode;

/// Where the file does not say: money of problems and impacts is a yearly cost, money of needs its other
/// side, and the letters' numbers are no cost.
CostKind usual_cost(QuestionGroup group) {
  if (group == QuestionGroup::kProblem || group == QuestionGroup::kImpact) return CostKind::kYear;
  return group == QuestionGroup::kNeed ? CostKind::kBenefit : CostKind::kNone;
}

DiscoveryQuestion read_question(const TomlNode& node) {
  const auto group = enumerator_of_key<QuestionGroup>(content_string(node, "group"));
  DiscoveryQuestion question{content_string(node, "id"),
                             group,
                             content_text(node),
                             content_text(*node.find("listen_for")),
                             {},
                             enumerator_of_key<Quantity>(content_string(node, "quantity")),
                             usual_cost(group)};
  if (node.find("cost") != nullptr) question.cost = enumerator_of_key<CostKind>(content_string(node, "cost"));
  AE_ASSERT(group != QuestionGroup::kCount && question.quantity != Quantity::kCount &&
            question.cost != CostKind::kCount);
  for (const TomlNode& target : *node.find("fills")->array()) question.fills.push_back(*target.string());
  return question;
}

}  // namespace

Text name(QuestionGroup group) {
  static constexpr Text kNames[] = {
      {"Situation", "现状类"}, {"Problem", "问题类"}, {"Impact", "影响类"}, {"Need", "需求类"}};
  if (group < QuestionGroup::kMetrics) return kNames[static_cast<std::size_t>(group)];
  return words(enumerator_of_key<MeddicLetter>(key(group))).name;
}

bool is_optional(QuestionGroup group) {
  return group >= QuestionGroup::kMetrics && words(enumerator_of_key<MeddicLetter>(key(group))).optional;
}

const std::vector<DiscoveryQuestion>& discovery_questions() {
  static const std::vector<DiscoveryQuestion> all = [] {
    std::vector<DiscoveryQuestion> read;
    for (const TomlNode& node : *config::content_tree("method/discovery.toml").find("question")->array())
      read.push_back(read_question(node));
    return read;
  }();
  return all;
}

const DiscoveryQuestion* discovery_question(std::string_view id) {
  const std::vector<DiscoveryQuestion>& all = discovery_questions();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const DiscoveryQuestion& question) { return question.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> targets_of(std::string_view question) {
  if (const DiscoveryQuestion* known = discovery_question(question)) return known->fills;
  const MeddicLetter letter = letter_of_question(question);
  if (letter == MeddicLetter::kCount) return {};
  return {fmt::format("meddic.{}", key(letter))};
}

std::vector<std::string_view> question_ids() {
  std::vector<std::string_view> ids;
  for (const DiscoveryQuestion& question : discovery_questions()) ids.emplace_back(question.id);
  for (const MeddicLetter letter : enumerators<MeddicLetter>()) {
    for (const LetterQuestion& question : words(letter).questions) ids.emplace_back(question.id);
  }
  return ids;
}

Message question_about(std::string_view id, const std::optional<std::string>& topic) {
  const Message about = topic ? Message::verbatim(*topic) : Message(Text{"the process", "相关流程"});
  if (const DiscoveryQuestion* question = discovery_question(id))
    return Message{question->ask}.with("x", about);
  const std::vector<LetterQuestion>& questions = words(letter_of_question(id)).questions;
  const auto found = std::find_if(questions.begin(), questions.end(),
                                  [&](const LetterQuestion& question) { return question.id == id; });
  AE_ASSERT(found != questions.end());
  return found->ask;
}

}  // namespace ae

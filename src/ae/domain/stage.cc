#include "ae/domain/stage.h"

#include <algorithm>

namespace ae {

Text name(Stage stage) {
  static constexpr Text kNames[] = {{"Prospect", "潜在客户开发"},     {"Discovery", "需求挖掘"},
                                    {"Demo/Evaluation", "演示/评估"}, {"Proposal", "提案"},
                                    {"Negotiation", "谈判"},          {"Closed Won", "成单"},
                                    {"Closed Lost", "丢单"},          {"Unknown stage", "未知阶段"}};
  return kNames[static_cast<std::size_t>(stage)];
}

std::optional<Stage> stage_named(std::string_view wanted) {
  const auto same = [&](std::string_view candidate) {
    return std::equal(candidate.begin(), candidate.end(), wanted.begin(), wanted.end(), [](char a, char b) {
      const auto folded = [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
      };
      return folded(a) == folded(b);
    });
  };
  for (const Stage stage : enumerators<Stage>()) {
    if (stage == Stage::kUnknown) continue;
    if (same(key(stage))) return stage;
    for (const Language language : kAllLanguages) {
      if (same(name(stage).in(language))) return stage;
    }
  }
  return std::nullopt;
}

}  // namespace ae

#include "ae/domain/deal_record.h"

#include <algorithm>

namespace ae {

Text name(ContactRole role) {
  static constexpr Text kNames[] = {{"Economic Buyer", "预算决策者"},
                                    {"Champion", "内部支持者"},
                                    {"Technical buyer", "技术决策者"},
                                    {"User", "使用者"},
                                    {"Influencer", "影响者"},
                                    {"Procurement", "采购"},
                                    {"Legal", "法务"},
                                    {"Blocker", "反对者"},
                                    {"Other", "其他"}};
  return kNames[static_cast<std::size_t>(role)];
}

Text name(Influence influence) {
  static constexpr Text kNames[] = {{"High", "高"}, {"Medium", "中"}, {"Low", "低"}};
  return kNames[static_cast<std::size_t>(influence)];
}

const CriterionScore& DealScorecard::at(Criterion criterion) const {
  static constexpr CriterionScore DealScorecard::* kMembers[] = {
      &DealScorecard::budget,   &DealScorecard::authority, &DealScorecard::need,
      &DealScorecard::timeline, &DealScorecard::champion,  &DealScorecard::competition};
  return this->*kMembers[static_cast<std::size_t>(criterion)];
}

Scores DealScorecard::scores() const {
  Scores scores;
  for (const Criterion criterion : enumerators<Criterion>()) scores[criterion] = at(criterion).score;
  return scores;
}

Scores DealScorecard::manager_scores() const {
  Scores scores;
  for (const Criterion criterion : enumerators<Criterion>()) scores[criterion] = at(criterion).manager_score;
  return scores;
}

const Evidence* DealRecord::evidence_for(std::string_view item) const {
  const auto found = std::find_if(evidence.begin(), evidence.end(),
                                  [&](const ItemEvidence& each) { return each.item == item; });
  return found == evidence.end() ? nullptr : &found->evidence;
}

const DealContact* DealRecord::contact(std::string_view person) const {
  const auto found = std::find_if(contacts.begin(), contacts.end(),
                                  [&](const DealContact& each) { return each.name == person; });
  return found == contacts.end() ? nullptr : &*found;
}

}  // namespace ae

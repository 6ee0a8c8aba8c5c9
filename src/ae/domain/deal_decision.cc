#include "ae/domain/deal_decision.h"

namespace ae {

Text name(DecisionStatus status) {
  static constexpr Text kNames[] = {
      {"undecided", "待定"}, {"decided", "已决定"}, {"settled", "已了结"}, {"gone", "已不在数据中"}};
  return kNames[static_cast<std::size_t>(status)];
}

DecisionStatus decision_status_named(std::string_view words) {
  for (const DecisionStatus status : enumerators<DecisionStatus>()) {
    if (words == key(status)) return status;
    for (const Language language : kAllLanguages) {
      if (words == name(status).in(language)) return status;
    }
  }
  return DecisionStatus::kCount;
}

}  // namespace ae

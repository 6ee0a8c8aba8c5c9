#include "ae/domain/deal_meddic.h"

namespace ae {

const LetterEntry& DealMeddic::at(MeddicLetter letter) const {
  static constexpr LetterEntry DealMeddic::* kMembers[] = {
      &DealMeddic::metrics,          &DealMeddic::economic_buyer, &DealMeddic::decision_criteria,
      &DealMeddic::decision_process, &DealMeddic::identify_pain,  &DealMeddic::champion,
      &DealMeddic::paper_process,    &DealMeddic::competition};
  return this->*kMembers[static_cast<std::size_t>(letter)];
}

}  // namespace ae

#include "ae/domain/deal_objection.h"

namespace ae {

Text name(ObjectionOutcome outcome) {
  static constexpr Text kNames[] = {
      {"Progress", "有进展"}, {"Stalled", "停滞"}, {"Lost", "丢单"}, {"Open", "未了结"}};
  return kNames[static_cast<std::size_t>(outcome)];
}

}  // namespace ae

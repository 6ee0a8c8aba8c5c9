#include "ae/domain/review_item.h"

namespace ae {

Text name(WeeklyItem item) {
  static constexpr Text kNames[] = {{"Update all opportunity stages", "更新所有商机阶段"},
                                    {"Verify close dates", "验证预计成单日期"},
                                    {"Confirm next steps", "确认下一步行动"},
                                    {"Remove stale deals", "移除停滞的商机"},
                                    {"Add new opportunities", "添加新商机"}};
  return kNames[static_cast<std::size_t>(item)];
}

Text name(MonthlyItem item) {
  static constexpr Text kNames[] = {{"Analyse win/loss reasons", "分析赢单/丢单原因"},
                                    {"Review pipeline coverage", "审核商机库覆盖度"},
                                    {"Assess forecast accuracy", "评估预测准确性"},
                                    {"Identify coaching opportunities", "识别辅导机会"}};
  return kNames[static_cast<std::size_t>(item)];
}

}  // namespace ae

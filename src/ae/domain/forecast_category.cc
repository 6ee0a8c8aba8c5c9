#include "ae/domain/forecast_category.h"

namespace ae {

Text name(ForecastCategory category) {
  static constexpr Text kNames[] = {{"Commit", "确定成交"},    {"Best Case", "大概率成交"},
                                    {"Pipeline", "活跃商机"},  {"Upside", "潜在机会"},
                                    {"Omitted", "不计入预测"}, {"Closed", "已关闭"},
                                    {"No category", "未分类"}};
  return kNames[static_cast<std::size_t>(category)];
}

}  // namespace ae

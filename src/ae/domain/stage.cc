#include "ae/domain/stage.h"

namespace ae {

Text name(Stage stage) {
  static constexpr Text kNames[] = {{"Prospect", "潜在客户开发"},     {"Discovery", "需求挖掘"},
                                    {"Demo/Evaluation", "演示/评估"}, {"Proposal", "提案"},
                                    {"Negotiation", "谈判"},          {"Closed Won", "成单"},
                                    {"Closed Lost", "丢单"},          {"Unknown stage", "未知阶段"}};
  return kNames[static_cast<std::size_t>(stage)];
}

}  // namespace ae

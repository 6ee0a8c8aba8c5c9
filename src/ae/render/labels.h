#pragma once

#include "ae/base/text.h"

/// The few words that renderers add of their own.
namespace ae::render::labels {

inline constexpr Text kFigure{"Figure", "指标"};
inline constexpr Text kValue{"Value", "数值"};
inline constexpr Text kDetail{"Detail", "说明"};
inline constexpr Text kTarget{"Target", "目标"};
inline constexpr Text kTargetFrom{"Target from", "目标下限"};
inline constexpr Text kTargetTo{"Target to", "目标上限"};
inline constexpr Text kTotal{"Total", "合计"};
inline constexpr Text kNote{"Note", "备注"};
inline constexpr Text kNothing{"Nothing to show", "暂无内容"};
inline constexpr Text kSkip{"Skip to the report", "跳到正文"};
inline constexpr Text kContents{"Contents", "目录"};

}  // namespace ae::render::labels

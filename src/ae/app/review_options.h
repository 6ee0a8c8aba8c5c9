#pragma once

#include <optional>

#include "ae/app/flag.h"
#include "ae/base/text.h"

namespace ae::app {

/// How much of long lists is given.
struct LimitOptions {
  std::optional<std::int64_t> limit;

  static constexpr auto fields() {
    return std::tuple{flag("limit", &LimitOptions::limit, "N",
                           Text{"List at most N entries; people are shown 10 without it, programs all",
                                "最多列出 N 项；未给出时供人阅读的输出列 10 项，JSON 列全部"})};
  }
};

/// What the weekly review does with what was decided.
struct DecisionOptions {
  std::optional<FilePath> decisions;
  bool apply = false;

  static constexpr auto fields() {
    return std::tuple{
        flag(
            "decisions", &DecisionOptions::decisions, "FILE",
            Text{
                "Keep what is decided about each deal in FILE, a CSV for people to fill in: new findings are "
                "added, and nothing typed is lost",
                "将每个商机的处置决定记录在 FILE（供人填写的 CSV）：新的发现会加入，已填写的内容不会丢失"}),
        flag("apply", &DecisionOptions::apply, "",
             Text{"Write a copy of the data with the decisions applied to --out FILE",
                  "将应用了处置决定的数据副本写入 --out FILE"})};
  }
};

}  // namespace ae::app

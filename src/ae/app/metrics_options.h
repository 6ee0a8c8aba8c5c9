#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/app/flag.h"

namespace ae::app {

/// What was done, on which days, and the user's own targets.
struct MetricsOptions {
  std::optional<FilePath> activities;
  std::optional<FilePath> holidays;
  std::vector<std::string> activity_map;
  std::optional<AmountText> deal_size_target;
  std::optional<WholeDays> cycle_target;

  static constexpr auto fields() {
    return std::tuple{
        flag("activities", &MetricsOptions::activities, "FILE",
             Text{"Count the activities of FILE (date, owner, type, count; or a CRM's export, one a row)",
                  "统计 FILE 中的活动（date, owner, type, count；或每行一次活动的 CRM 导出）"}),
        flag("holidays", &MetricsOptions::holidays, "FILE",
             Text{"Take the holidays and worked weekends of FILE (date, name, kind)",
                  "采用 FILE 中的节假日与调休上班日（date, name, kind）"}),
        flag(
            "activity_map", &MetricsOptions::activity_map, "NAME=TYPE",
            Text{"Take activities that the file calls NAME as call, email, meeting, demo, proposal, or none; "
                 "repeatable",
                 "将文件中名为 NAME 的活动视为 call、email、meeting、demo、proposal，或 "
                 "none（不计）；可重复"}),
        flag("deal_size_target", &MetricsOptions::deal_size_target, "AMOUNT",
             Text{"Least average deal size, in the report's currency", "平均成交额目标（报告币种）"}),
        flag("cycle_target", &MetricsOptions::cycle_target, "DAYS",
             Text{"Longest sales cycle on target, in days", "销售周期目标，不超过 DAYS 天"})};
  }
};

}  // namespace ae::app

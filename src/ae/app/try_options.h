#pragma once

#include <string>
#include <vector>

#include "ae/app/flag.h"

namespace ae::app {

/// What is tried on one reading of the deals.
struct TryOptions {
  std::vector<std::string> tries;

  static constexpr auto fields() {
    return std::tuple{
        flag("try", &TryOptions::tries, "CHANGES",
             Text{"Make the report again with NAME=VALUE, …: as_of, quarter, quota, policy or a field of the "
                  "policy; repeatable",
                  "按 NAME=VALUE, … 重新计算报告：as_of、quarter、quota、policy 或策略中的字段；可重复"})};
  }
};

}  // namespace ae::app

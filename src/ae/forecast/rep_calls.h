#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/base/note.h"
#include "ae/doc/document.h"
#include "ae/forecast/deal_facts.h"

namespace ae::forecast {

enum class CallVerdict : std::uint8_t { kInsufficient, kTooHigh, kTooLow, kNoBias, kCount };

constexpr std::string_view key(CallVerdict verdict) {
  constexpr std::string_view kKeys[] = {"insufficient", "too_high", "too_low", "no_bias"};
  return kKeys[static_cast<std::size_t>(verdict)];
}
Text name(CallVerdict verdict);

/// What an owner or a team said past quarters would bring, against what they brought.
struct RepCallFigures {
  OpportunityField dimension = OpportunityField::kOwner;
  std::string value;
  std::int64_t periods = 0;
  std::optional<Money> called, actual;
  std::optional<Ratio> bias, bias_low, bias_high;
  CallVerdict verdict = CallVerdict::kInsufficient;

  static constexpr auto fields() {
    using Self = RepCallFigures;
    return std::tuple{
        field("dimension", &Self::dimension, Text{"owner or team", "owner（负责人）或 team（团队）"}),
        field("value", &Self::value, Text{"Its name", "其名称"}),
        field("periods", &Self::periods,
              Text{"Full past quarters with a call", "有预测承诺的完整历史季度数"}),
        field("called", &Self::called, Text{"Σ of the calls", "预测承诺之和"}),
        field("actual", &Self::actual, Text{"Σ of what was won in these quarters", "同期实际赢单之和"}),
        field("bias", &Self::bias,
              Text{"Σ (call − actual) ÷ Σ actual: above 0 is too high",
                   "Σ（承诺 − 实际）÷ Σ 实际：大于 0 为偏高"}),
        field("bias_low", &Self::bias_low,
              Text{"Lower end of its 95 % interval (Student's t over quarters); null under four quarters",
                   "95% 区间下限（按季度的学生 t）；不足四个季度为 null"}),
        field("bias_high", &Self::bias_high, Text{"Upper end of it", "区间上限"}),
        field("verdict", &Self::verdict,
              Text{"too_high or too_low when the interval leaves 0 out; insufficient under four quarters",
                   "区间不含 0 时为 too_high 或 too_low；不足四个季度为 insufficient"})};
  }
};

/// Holds the scope's calls against the deals: for every owner and team with a call, by name. Only quarters
/// that ended before as_of and began no earlier than the first close (a tenth of their days aside) count; a
/// note says how many calls are of other quarters or of names that no deal has. Requires scope.currency.
std::vector<RepCallFigures> judge_calls(const std::vector<DealFact>& facts, const report::Scope& scope,
                                        std::vector<Note>& notes);

doc::Section calls_section(const std::vector<RepCallFigures>& calls);

}  // namespace ae::forecast

#include "ae/app/adjust_options.h"

#include "ae/app/amount_text.h"
#include "ae/app/field_pairs.h"

namespace ae::app {
namespace {

Result<Adjustment> adjustment_of(const std::string& text, Currency currency) {
  constexpr std::string_view kForm = "NAME=AMOUNT:NOTE";
  AE_TRY(const auto pair, split_pair("--adjust", text, kForm));
  const auto& [name, rest] = pair;
  const std::size_t colon = rest.find(':');
  const std::size_t note = colon == std::string::npos ? colon : rest.find_first_not_of(' ', colon + 1);
  if (note == std::string::npos)
    return fail(bad_value("--adjust", text,
                          Text{"NAME=AMOUNT:NOTE, with a note that says why: \"Dana Whitfield=-50000:two "
                               "deals wait for legal\"",
                               "NAME=AMOUNT:NOTE，并注明原因：\"王芳=-50000:两个商机待法务审核\""}));
  std::string amount = rest.substr(0, colon);
  const bool negative = amount.starts_with('-');
  if (negative || amount.starts_with('+')) amount.erase(0, 1);
  AE_TRY(Money money, exact_amount("--adjust", amount, currency));
  if (negative) money.minor = -money.minor;
  return Adjustment{name, money, rest.substr(note)};
}

}  // namespace

Result<void> add_adjustments(report::Scope& scope, const AdjustOptions& options, std::vector<Note>& notes) {
  if (options.adjust.empty()) return {};
  if (!scope.currency) {
    notes.push_back({"adjustments_not_used",
                     Severity::kWarning,
                     Text{"Nothing is adjusted: the amounts stand in several currencies; to convert them: "
                          "--rates FILE --currency CODE",
                          "未作调整：金额涉及多个币种；如需换算：--rates 文件 --currency 币种"},
                     {}});
    return {};
  }
  for (const std::string& text : options.adjust) {
    AE_TRY(Adjustment adjustment, adjustment_of(text, *scope.currency));
    scope.adjustments.push_back(std::move(adjustment));
  }
  return {};
}

}  // namespace ae::app

// Whatever the bytes: an amount that is read prints as plain text that reads back as the same amount, it has
// the digits of its cell and no others, and plain numbers read as a slow reader by hand says.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ae/base/assert.h"
#include "ae/ingest/values/money.h"
#include "ae/ingest/values/probability.h"

namespace {

using namespace ae::ingest;
using Kind = Decision<DecimalMark>::Kind;

/// The digits without those zeros at either end that a number may lose.
std::string significant(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  while (digits.ends_with('0')) digits.pop_back();
  return digits;
}

/// Reads digits with at most one point, one digit after the other; nullopt for any other text.
std::optional<std::string> by_hand(std::string_view text) {
  if (text.empty() || text.size() > 30 || text.find_first_not_of("0123456789.") != std::string_view::npos)
    return std::nullopt;
  if (std::count(text.begin(), text.end(), '.') > 1 || text == ".") return std::nullopt;
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string whole(text.substr(0, point));
  std::string fraction(text.substr(std::min(point + 1, text.size())));
  while (whole.starts_with('0')) whole.erase(0, 1);
  while (fraction.ends_with('0')) fraction.pop_back();
  if (whole.empty()) whole = "0";
  return fraction.empty() ? whole : whole + "." + fraction;
}

void check_printed(const Decimal& value) {
  const MoneyCell again = parse_money(value.str());
  if (std::count_if(again.number.text.begin(), again.number.text.end(), [](char c) { return c != '.'; }) > 36)
    return;
  AE_ASSERT(!again.missing && !again.fault && again.currency.kind == CurrencyMark::Kind::kNone);
  const std::optional<Decimal> second = read_amount(again, {{Kind::kSettled, DecimalMark::kPoint}, {}});
  AE_ASSERT(second && second->str() == value.str());
}

void check_amount(std::string_view text) {
  const MoneyCell cell = parse_money(text);
  NumberSurvey survey;
  if (!cell.missing && !cell.fault) survey.add(cell.number);
  const NumberFormat alone = survey.decide();
  for (const DecimalMark mark : ae::enumerators<DecimalMark>()) {
    for (const GroupSize groups : {GroupSize::kThree, GroupSize::kFour}) {
      if (cell.missing || cell.fault) continue;
      const std::optional<Decimal> value = read_amount(cell, {{Kind::kSettled, mark}, groups});
      if (!value) continue;
      AE_ASSERT(significant(value->str()) == significant(cell.number.text));
      if (cell.number.power < 100 && cell.number.power > -100) check_printed(*value);
    }
  }
  if (alone.mark.kind == Kind::kUndecided) AE_ASSERT(NumberSurvey::ambiguous(cell.number, alone.groups));
  if (const std::optional<std::string> plain = by_hand(text)) {
    const std::optional<Decimal> value = read_amount(cell, {{Kind::kSettled, DecimalMark::kPoint}, {}});
    AE_ASSERT(!cell.fault && value && value->str() == *plain);
  }
}

void check_probability(std::string_view text) {
  const ProbabilityCell cell = parse_probability(text);
  if (cell.missing || cell.fault) return;
  for (const ProbabilityScale scale : ae::enumerators<ProbabilityScale>()) {
    const std::optional<ae::Probability> value = read_probability(cell, scale);
    AE_ASSERT(!value || (value->millionths() >= 0 && value->millionths() <= ae::Probability::kOne));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(bytes, bytes + size);
  check_amount(text);
  check_probability(text);
  return 0;
}

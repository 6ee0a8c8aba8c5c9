#include "ae/ingest/values/money.h"

#include <algorithm>

#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/number.h"
#include "ae/ingest/values/plain_characters.h"

namespace ae::ingest {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_blanks_around(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Peels signs, brackets and currency off a number, from the outside in.
class Peeler {
 public:
  Peeler(std::string_view text, MoneyCell& cell) : text_(text), cell_(cell) {}

  /// What is left inside.
  std::string_view peel() {
    do {
      text_ = without_blanks_around(text_);
    } while (!text_.empty() && (peel_brackets() || peel_sign() || peel_currency()));
    return text_;
  }

  bool contradictory() const { return signs_ > 1 || currencies_disagree_; }

 private:
  bool peel_brackets() {
    if (text_.front() != '(' || text_.back() != ')' || text_.size() < 3) return false;
    text_ = text_.substr(1, text_.size() - 2);
    cell_.negative = true;
    ++signs_;
    return true;
  }

  bool peel_sign() {
    const bool front = text_.front() == '-' || text_.front() == '+';
    if (!front && text_.back() != '-') return false;
    if ((front ? text_.front() : text_.back()) == '-') cell_.negative = true;
    ++signs_;
    front ? text_.remove_prefix(1) : text_.remove_suffix(1);
    return true;
  }

  bool peel_currency() {
    CurrencyMark mark = take_front_mark(text_);
    if (mark.kind == CurrencyMark::Kind::kNone) mark = take_back_mark(text_);
    if (mark.kind == CurrencyMark::Kind::kNone) return false;
    const std::optional<CurrencyMark> both = agreed(cell_.currency, mark);
    currencies_disagree_ |= !both;
    cell_.currency = both.value_or(mark);
    return true;
  }

  std::string_view text_;
  MoneyCell& cell_;
  int signs_ = 0;
  bool currencies_disagree_ = false;
};

/// Why text that is not digits and marks is no amount.
Text fault_of(std::string_view text) {
  const bool digits_first = !text.empty() && (is_digit(text.front()) || text.front() == '.');
  const std::size_t after = std::min(text.find_first_not_of("0123456789., '"), text.size());
  const std::string_view tail = text.substr(after);
  const bool exponent = digits_first && tail.size() > 1 && (tail[0] == 'e' || tail[0] == 'E') &&
                        tail.find_first_not_of("0123456789+-", 1) == std::string_view::npos;
  if (exponent) return {"scientific notation: not exact", "科学计数法不精确"};
  static constexpr std::string_view kUnits[] = {"k",  "K",  "m",  "M",  "mn",   "Mn", "MM", "b", "B", "bn",
                                                "Bn", "千", "万", "萬", "百万", "亿", "億", "T", "t"};
  if (digits_first && std::find(std::begin(kUnits), std::end(kUnits), tail) != std::end(kUnits)) {
    return {"an amount with a unit suffix; write it out in full", "金额带有单位后缀，请写出完整数值"};
  }
  return {"not an amount", "不是金额"};
}

}  // namespace

MoneyCell parse_money(std::string_view cell) {
  MoneyCell result;
  const std::string_view trimmed_cell = trimmed(cell);
  if (is_missing(trimmed_cell)) {
    result.missing = true;
    return result;
  }
  const std::string plain = in_plain_characters(trimmed_cell);
  Peeler peeler(plain, result);
  const std::string_view number = peeler.peel();
  const bool only_marks = number.find_first_not_of("0123456789., '") != std::string_view::npos ||
                          std::none_of(number.begin(), number.end(), is_digit);
  if (only_marks) {
    result.fault = fault_of(number);
  } else if (peeler.contradictory()) {
    result.fault = Text{"two signs or two currencies on one amount", "同一金额带有两个正负号或两个币种"};
  }
  result.number = number;
  return result;
}

std::optional<Decimal> read_amount(const MoneyCell& cell, const Decision<DecimalMark>& decision) {
  using Kind = Decision<DecimalMark>::Kind;
  std::optional<Decimal> value;
  if (decision.kind == Kind::kSettled) {
    value = read_number(cell.number, decision.way);
  } else {
    const std::optional<Decimal> point = read_number(cell.number, DecimalMark::kPoint);
    const std::optional<Decimal> comma = read_number(cell.number, DecimalMark::kComma);
    const bool one_reading = point == comma || !point || !comma;
    if (!one_reading) return std::nullopt;
    value = point ? point : comma;
    const bool minority =
        decision.kind == Kind::kContested && (decision.way == DecimalMark::kPoint ? !point : !comma);
    if (minority) return std::nullopt;
  }
  if (value && cell.negative) value->digits = -value->digits;
  return value;
}

std::optional<EnumArray<DecimalMark, bool>> decimal_mark_vote(const MoneyCell& cell) {
  if (cell.missing || cell.fault) return std::nullopt;
  const std::optional<Decimal> point = read_number(cell.number, DecimalMark::kPoint);
  const std::optional<Decimal> comma = read_number(cell.number, DecimalMark::kComma);
  if (point == comma) return std::nullopt;
  EnumArray<DecimalMark, bool> fits;
  fits[DecimalMark::kPoint] = point.has_value();
  fits[DecimalMark::kComma] = comma.has_value();
  return fits;
}

}  // namespace ae::ingest

#include "ae/ingest/values/money.h"

#include <algorithm>

#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/plain_characters.h"
#include "ae/ingest/values/unit.h"

namespace ae::ingest {
namespace {

constexpr std::string_view kDigitsAndMarks = "0123456789., '";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

std::string_view without_blanks_around(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Without the apostrophe by which spreadsheets mark a number as text.
std::string_view without_text_mark(std::string_view text) {
  const bool marked = text.size() > 1 && text[0] == '\'' && text[1] != '\'';
  return marked ? text.substr(1) : text;
}

/// Peels signs, brackets and currency off a number, from the outside in.
class Peeler {
 public:
  Peeler(std::string_view text, MoneyCell& cell) : text_(text), cell_(cell) {}

  /// What is left inside.
  std::string_view peel() {
    do {
      text_ = without_blanks_around(text_);
    } while (!text_.empty() &&
             (peel_brackets() || peel_no_cents() || peel_sign() || peel_thousand_euros() || peel_currency()));
    return text_;
  }

  bool contradictory() const { return signs_ > 1 || currencies_disagree_; }
  /// Whether "TEUR" stood at the amount.
  bool thousands() const { return thousands_; }

 private:
  bool peel_brackets() {
    if (text_.front() != '(' || text_.back() != ')' || text_.size() < 3) return false;
    text_ = text_.substr(1, text_.size() - 2);
    cell_.negative = true;
    ++signs_;
    return true;
  }

  /// "500,-" and "500.--" say that there are no cents; their dash is no minus.
  bool peel_no_cents() {
    const std::size_t last = text_.find_last_not_of('-');
    if (last == std::string_view::npos || last == 0 || last + 1 == text_.size()) return false;
    const bool marked = text_[last] == ',' || text_[last] == '.';
    if (!marked || !is_digit(text_[last - 1])) return false;
    text_ = text_.substr(0, last + 1);
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

  /// "50 TEUR", as German books have it. T alone is unclear.
  bool peel_thousand_euros() {
    constexpr std::string_view kWord = "TEUR";
    if (thousands_ || (!text_.starts_with(kWord) && !text_.ends_with(kWord))) return false;
    thousands_ = true;
    text_.starts_with(kWord) ? text_.remove_prefix(kWord.size()) : text_.remove_suffix(kWord.size());
    cell_.currency = {CurrencyMark::Kind::kNamed, *Currency::from_code("EUR")};
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
  bool thousands_ = false;
};

/// Takes an exponent off a number: of "1.5E+06" 6. The mantissa has a digit and at most one mark.
std::optional<int> take_exponent(std::string_view& number) {
  constexpr std::size_t kMostDigits = 3;
  const std::size_t at = number.find_first_of("eE");
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view mantissa = number.substr(0, at);
  std::string_view exponent = number.substr(at + 1);
  const bool negative = exponent.starts_with('-');
  if (negative || exponent.starts_with('+')) exponent.remove_prefix(1);
  const bool plain =
      mantissa.find_first_not_of("0123456789.,") == std::string_view::npos &&
      std::count_if(mantissa.begin(), mantissa.end(), [](char c) { return !is_digit(c); }) <= 1;
  const bool digits = !exponent.empty() && exponent.size() <= kMostDigits &&
                      std::all_of(exponent.begin(), exponent.end(), is_digit);
  if (!plain || !digits || !has_digit(mantissa)) return std::nullopt;
  int power = 0;
  for (const char digit : exponent) power = power * 10 + (digit - '0');
  number = mantissa;
  return negative ? -power : power;
}

/// Why text that is not digits and marks is no amount.
Text fault_of(std::string_view text) {
  if (text.ends_with('%')) return {"a percentage, not an amount", "是百分比，不是金额"};
  if (text.starts_with('#'))
    return {"an error of the spreadsheet, not an amount", "是表格软件的错误值，不是金额"};
  return {"not an amount", "不是金额"};
}

Text unclear_unit() {
  return {"an amount with a unit that has two meanings; write it out in full",
          "金额所带单位有歧义，请写出完整数值"};
}

/// Whole numbers with falling Chinese units: "3亿5000万", "1万2千". They become one number of the last unit:
/// 35000 万. nullopt when the cell is not such a row of them; then nothing changed.
std::optional<WrittenNumber> take_compound(std::string_view text) {
  constexpr int kMostPower = 12;
  WrittenNumber sum;
  std::int64_t value = 0;
  int parts = 0;
  sum.power = kMostPower + 1;
  while (!text.empty()) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::size_t next = std::min(text.find_first_of("0123456789", digits), text.size());
    std::string_view part = text.substr(0, next);
    const bool chinese = digits < next && static_cast<unsigned char>(text[digits]) >= 0x80;
    const Unit unit = chinese ? take_unit(part) : Unit{};
    const int step = sum.power - unit.power;
    if (unit.meaning != Unit::Meaning::kClear || step < 1 || digits == 0) return std::nullopt;
    if (static_cast<int>(digits) > (parts == 0 ? 6 : step)) return std::nullopt;
    if (parts > 0)
      for (int power = 0; power < step; ++power) value *= 10;
    std::int64_t number = 0;
    for (const char digit : part) number = number * 10 + (digit - '0');
    value += number;
    sum.power = unit.power;
    ++parts;
    text.remove_prefix(next);
  }
  if (parts < 2) return std::nullopt;
  sum.text = std::to_string(value);
  return sum;
}

/// Takes exponent and unit off what is left of the cell; what remains has to be digits and marks.
std::optional<Text> read_number_part(std::string_view rest, MoneyCell& cell) {
  if (const std::optional<int> exponent = take_exponent(rest)) {
    cell.number = {std::string(rest), *exponent, true};
    return std::nullopt;
  }
  if (std::optional<WrittenNumber> compound = take_compound(rest)) {
    cell.number = *std::move(compound);
    return std::nullopt;
  }
  const Unit unit = take_unit(rest);
  const bool rupees = cell.currency.kind == CurrencyMark::Kind::kRupee || cell.currency.named.code() == "INR";
  const bool unclear =
      unit.meaning == Unit::Meaning::kUnclear || (unit.meaning == Unit::Meaning::kOnlyWithRupees && !rupees);
  const bool number = rest.find_first_not_of(kDigitsAndMarks) == std::string_view::npos && has_digit(rest);
  if (!number) return fault_of(rest);
  if (unclear) return unclear_unit();
  cell.number = {std::string(rest), unit.power, false};
  return std::nullopt;
}

}  // namespace

namespace {

/// Digits, perhaps with points: what most amounts are.
bool is_plain_number(std::string_view cell) {
  return !cell.empty() && is_digit(cell.front()) && is_digit(cell.back()) &&
         std::all_of(cell.begin(), cell.end(), [](char c) { return is_digit(c) || c == '.'; });
}

}  // namespace

MoneyCell parse_money(std::string_view cell) {
  MoneyCell result;
  if (is_plain_number(cell)) {
    result.number.text = cell;
    return result;
  }
  const std::string_view trimmed_cell = trimmed(cell);
  if (is_missing(trimmed_cell)) {
    result.missing = true;
    return result;
  }
  const std::string plain = in_plain_characters(trimmed_cell);
  Peeler peeler(without_text_mark(plain), result);
  const std::string_view rest = peeler.peel();
  if (rest.empty() && result.negative && result.currency.kind != CurrencyMark::Kind::kNone) {
    MoneyCell nothing;  // "$ -", as spreadsheets show that there is nothing
    nothing.missing = true;
    return nothing;
  }
  result.fault = read_number_part(rest, result);
  if (peeler.thousands()) {
    constexpr int kThousand = 3;
    if (result.number.power != 0) result.fault = unclear_unit();
    result.number.power += kThousand;
  }
  if (!result.fault && peeler.contradictory()) {
    result.fault = Text{"two signs or two currencies on one amount", "同一金额带有两个正负号或两个币种"};
  }
  if (!result.fault) return result;
  MoneyCell faulty;
  faulty.fault = result.fault;
  return faulty;
}

std::optional<Decimal> read_amount(const MoneyCell& cell, const NumberFormat& format) {
  std::optional<Decimal> value = read_by(format, cell.number);
  if (value && cell.negative) value->digits = -value->digits;
  return value;
}

bool too_many_digits(const MoneyCell& cell) {
  constexpr std::ptrdiff_t kMostDigits = 36;
  return !cell.fault &&
         std::count_if(cell.number.text.begin(), cell.number.text.end(), is_digit) > kMostDigits;
}

Text why_no_amount(const MoneyCell& cell, const NumberFormat& format) {
  const bool by_point = reading_of(cell.number, DecimalMark::kPoint, format.groups).has_value();
  const bool by_comma = reading_of(cell.number, DecimalMark::kComma, format.groups).has_value();
  if (!by_point && !by_comma) {
    return {"not an amount: its digits are grouped as no number is", "不是金额：数字分组不合任何写法"};
  }
  if (format.mark.kind == Decision<DecimalMark>::Kind::kContested) {
    return {
        "the column has amounts with a decimal point and with a decimal comma, and this one can be either",
        "该列的金额既有以点也有以逗号作小数点的，此格无从判断"};
  }
  if (format.mark.way == DecimalMark::kComma) {
    return {"not an amount with a decimal comma, as the column has them", "不符合该列以逗号为小数点的写法"};
  }
  return {"not an amount with a decimal point, as the column has them", "不符合该列以点为小数点的写法"};
}

}  // namespace ae::ingest

#include "ae/app/flag_value.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/app/flag.h"
#include "ae/base/near.h"

namespace ae::app {
namespace {

std::optional<unsigned> whole_number(std::string_view text, unsigned least, unsigned most) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most)
    return std::nullopt;
  return number;
}

/// Digits with at most one point, not all of them 0.
bool is_amount_above_0(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? "0" : text.substr(point + 1);
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return all_digits(whole) && all_digits(fraction) &&
         text.find_first_of("123456789") != std::string_view::npos;
}

}  // namespace

std::string FlagSpec::spelling() const {
  std::string spelled = "--" + name;
  for (char& c : spelled) {
    if (c == '_') c = '-';
  }
  return spelled;
}

bool FlagSpec::is_spelled(std::string_view text) const {
  return spelling() == text || std::find(also.begin(), also.end(), text) != also.end();
}

Error bad_value(std::string_view flag, std::string_view text, const Message& expected) {
  return {"bad_value",
          Message{Text{"{flag} cannot take \"{value}\"", "{flag} 不能取值“{value}”"}}
              .with("flag", flag)
              .with("value", text),
          Message{Text{"It takes {expected}", "可用的值：{expected}"}}.with("expected", expected),
          {},
          std::string(text),
          {}};
}

Result<bool> set_value(std::string& target, std::string_view flag, std::string_view text) {
  if (text.empty()) return fail(bad_value(flag, text, Text{"a value that is not empty", "非空的值"}));
  target = text;
  return true;
}

Result<bool> set_value(std::int64_t& target, std::string_view flag, std::string_view text) {
  const std::optional<unsigned> number = whole_number(text, 0, 1'000'000'000);
  if (!number) return fail(bad_value(flag, text, Text{"a whole number", "整数"}));
  target = *number;
  return true;
}

Result<bool> set_value(FilePath& target, std::string_view flag, std::string_view text) {
  return set_value(target.path, flag, text);
}

Result<bool> set_value(AmountText& target, std::string_view flag, std::string_view text) {
  if (!is_amount_above_0(text))
    return fail(bad_value(flag, text,
                          Text{"an amount above 0 in plain digits: 1200000 or 1200000.50",
                               "大于 0 的纯数字金额：1200000 或 1200000.50"}));
  target.text = text;
  return true;
}

Result<bool> set_value(Date& target, std::string_view flag, std::string_view text) {
  const std::optional<Date> date = Date::from_iso(text);
  if (!date)
    return fail(
        bad_value(flag, text, Text{"a date of the calendar: 2026-02-15", "真实存在的日期：2026-02-15"}));
  target = *date;
  return true;
}

Result<bool> set_value(Month& target, std::string_view flag, std::string_view text) {
  const std::optional<unsigned> month = whole_number(text, 1, 12);
  if (!month) return fail(bad_value(flag, text, Text{"a month from 1 to 12", "1 到 12 的月份"}));
  target.month = *month;
  return true;
}

Result<bool> set_value(WholeDays& target, std::string_view flag, std::string_view text) {
  const std::optional<unsigned> days = whole_number(text, 1, 10'000);
  if (!days) return fail(bad_value(flag, text, Text{"days from 1 to 10000", "1 到 10000 的天数"}));
  target.days = *days;
  return true;
}

Result<bool> set_value(Currency& target, std::string_view flag, std::string_view text) {
  const std::optional<Currency> currency = Currency::from_code(text);
  if (!currency)
    return fail(
        bad_value(flag, text, Text{"an ISO 4217 code: USD, EUR, CNY", "ISO 4217 币种代码：USD、EUR、CNY"}));
  target = *currency;
  return true;
}

Result<bool> set_value(LanguageList& target, std::string_view flag, std::string_view text) {
  const std::optional<Languages> languages = parse_languages(text);
  if (!languages)
    return fail(bad_value(flag, text, Text{"en, zh, both, or a list: zh,en", "en、zh、both，或列表：zh,en"}));
  target.languages = *languages;
  return true;
}

Result<bool> set_value(ThreadCount& target, std::string_view flag, std::string_view text) {
  const std::optional<unsigned> threads = whole_number(text, 1, 1024);
  if (!threads) return fail(bad_value(flag, text, Text{"a number from 1 to 1024", "1 到 1024 的数字"}));
  target.threads = *threads;
  return true;
}

Result<bool> set_value(bool& target, std::string_view flag, std::string_view text) {
  if (text != "true" && text != "false")
    return fail(bad_value(flag, text, Text{"true or false", "true 或 false"}));
  target = text == "true";
  return true;
}

Result<std::size_t> choose(std::string_view flag, std::string_view text,
                           const std::vector<std::string>& choices) {
  std::vector<std::string_view> names;
  for (std::size_t index = 0; index < choices.size(); ++index) {
    if (choices[index] == text) return index;
    names.push_back(choices[index]);
  }
  Error error = bad_value(flag, text, Message::verbatim(fmt::format("{}", fmt::join(choices, ", "))));
  error.did_you_mean = near_misses(text, names);
  return fail(std::move(error));
}

}  // namespace ae::app

#include "ae/ingest/values/unit.h"

#include <algorithm>
#include <string>

#include "ae/ingest/values/plain_characters.h"

namespace ae::ingest {
namespace {

using enum Unit::Meaning;

struct Word {
  std::string_view text;  ///< lower case, without a full stop behind it
  Unit unit;
};

constexpr Word kWords[] = {
    {"k", {kClear, 3}},           {"tsd", {kClear, 3}},        {"tausend", {kClear, 3}},
    {"thousand", {kClear, 3}},    {"thousands", {kClear, 3}},  {"mille", {kClear, 3}},
    {"tys", {kClear, 3}},         {"千", {kClear, 3}},         {"万", {kClear, 4}},
    {"萬", {kClear, 4}},          {"w", {kClear, 4}},          {"十万", {kClear, 5}},
    {"lakh", {kClear, 5}},        {"lakhs", {kClear, 5}},      {"lac", {kClear, 5}},
    {"lacs", {kClear, 5}},        {"l", {kOnlyWithRupees, 5}}, {"m", {kClear, 6}},
    {"mm", {kClear, 6}},          {"mn", {kClear, 6}},         {"mio", {kClear, 6}},
    {"mln", {kClear, 6}},         {"mill", {kClear, 6}},       {"million", {kClear, 6}},
    {"millions", {kClear, 6}},    {"millionen", {kClear, 6}},  {"millones", {kClear, 6}},
    {"百万", {kClear, 6}},        {"百萬", {kClear, 6}},       {"千万", {kClear, 7}},
    {"千萬", {kClear, 7}},        {"crore", {kClear, 7}},      {"crores", {kClear, 7}},
    {"cr", {kOnlyWithRupees, 7}}, {"亿", {kClear, 8}},         {"億", {kClear, 8}},
    {"b", {kClear, 9}},           {"bn", {kClear, 9}},         {"billion", {kClear, 9}},
    {"mrd", {kClear, 9}},         {"mld", {kClear, 9}},        {"md", {kClear, 9}},
    {"mds", {kClear, 9}},         {"milliard", {kClear, 9}},   {"milliards", {kClear, 9}},
    {"milliarde", {kClear, 9}},   {"milliarden", {kClear, 9}}, {"十亿", {kClear, 9}},
    {"百亿", {kClear, 10}},       {"千亿", {kClear, 11}},      {"万亿", {kClear, 12}},
    {"t", {kUnclear, 0}},         {"tn", {kUnclear, 0}},       {"mil", {kUnclear, 0}},
    {"trillion", {kUnclear, 0}},  {"兆", {kUnclear, 0}},
};

std::string folded(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string_view without_blanks_around(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

Unit unit_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  const std::string name = folded(word);
  const auto found = std::find_if(std::begin(kWords), std::end(kWords),
                                  [&](const Word& known) { return known.text == name; });
  return found == std::end(kWords) ? Unit{} : found->unit;
}

std::optional<int> power_in_header(std::string_view word) {
  constexpr int kThousand = 3;
  if (word == "000" || word == "'000" || word == "000s" || word == "'000s") return kThousand;
  if (folded(word) == "w") return std::nullopt;  // of "weighted", in a header
  const Unit unit = unit_of(word);
  return unit.meaning == kClear ? std::optional(unit.power) : std::nullopt;
}

}  // namespace

Unit take_unit(std::string_view& amount) {
  const std::size_t at = amount.find_first_not_of("0123456789., '");
  if (at == std::string_view::npos || at == 0) return {};
  const Unit unit = unit_of(amount.substr(at));
  if (unit.meaning != kNone) amount = without_blanks_around(amount.substr(0, at));
  return unit;
}

std::optional<HeaderUnit> unit_of_header(std::string_view header) {
  std::string plain = in_plain_characters(header);
  std::replace(plain.begin(), plain.end(), '[', '(');
  std::replace(plain.begin(), plain.end(), ']', ')');
  const std::size_t open = plain.rfind('(');
  if (open == std::string::npos || open == 0 || !without_blanks_around(plain).ends_with(')'))
    return std::nullopt;
  std::string_view inner = without_blanks_around(std::string_view(plain).substr(open + 1));
  inner = without_blanks_around(inner.substr(0, inner.size() - 1));
  for (const std::string_view lead : {"in ", "单位:", "单位"}) {
    if (folded(inner).starts_with(lead)) inner = without_blanks_around(inner.substr(lead.size()));
  }
  if (inner == "TEUR") return HeaderUnit{3, {CurrencyMark::Kind::kNamed, *Currency::from_code("EUR")}};
  HeaderUnit unit;
  unit.currency = take_back_mark(inner);
  if (unit.currency.kind == CurrencyMark::Kind::kNone) unit.currency = take_front_mark(inner);
  const std::optional<int> power = power_in_header(without_blanks_around(inner));
  if (!power) return std::nullopt;
  unit.power = *power;
  return unit;
}

}  // namespace ae::ingest

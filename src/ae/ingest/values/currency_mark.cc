#include "ae/ingest/values/currency_mark.h"

#include <algorithm>
#include <array>

#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

using Kind = CurrencyMark::Kind;

struct Word {
  std::string_view text;
  Kind kind;
  std::string_view code;
};

// Longer words first, so that "US$" is not read as "$" after letters. Fullwidth ￥ and ＄ as their plain
// ones.
constexpr Word kWords[] = {
    {"US$", Kind::kNamed, "USD"},  {"HK$", Kind::kNamed, "HKD"},    {"NT$", Kind::kNamed, "TWD"},
    {"AU$", Kind::kNamed, "AUD"},  {"CA$", Kind::kNamed, "CAD"},    {"NZ$", Kind::kNamed, "NZD"},
    {"SG$", Kind::kNamed, "SGD"},  {"A$", Kind::kNamed, "AUD"},     {"C$", Kind::kNamed, "CAD"},
    {"S$", Kind::kNamed, "SGD"},   {"R$", Kind::kNamed, "BRL"},     {"CN¥", Kind::kNamed, "CNY"},
    {"RMB", Kind::kNamed, "CNY"},  {"人民币", Kind::kNamed, "CNY"}, {"美元", Kind::kNamed, "USD"},
    {"欧元", Kind::kNamed, "EUR"}, {"英镑", Kind::kNamed, "GBP"},   {"日元", Kind::kNamed, "JPY"},
    {"港币", Kind::kNamed, "HKD"}, {"港元", Kind::kNamed, "HKD"},   {"新台币", Kind::kNamed, "TWD"},
    {"円", Kind::kNamed, "JPY"},   {"€", Kind::kNamed, "EUR"},      {"£", Kind::kNamed, "GBP"},
    {"₹", Kind::kNamed, "INR"},    {"₩", Kind::kNamed, "KRW"},      {"$", Kind::kDollar, ""},
    {"＄", Kind::kDollar, ""},     {"¥", Kind::kYen, ""},           {"￥", Kind::kYen, ""},
    {"元", Kind::kYen, ""},
};

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
char folded(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool alike(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return folded(x) == folded(y); });
}

CurrencyMark mark_of(const Word& word) {
  return {word.kind, word.kind == Kind::kNamed ? *Currency::from_code(word.code) : Currency{}};
}

CurrencyMark mark_of_code(std::string_view code) {
  if (!std::all_of(code.begin(), code.end(), is_letter)) return {};
  const std::optional<Currency> currency = Currency::from_code(code);
  return currency ? CurrencyMark{Kind::kNamed, *currency} : CurrencyMark{};
}

}  // namespace

Currency CurrencyMark::settled(Currency yen) const {
  if (kind == Kind::kDollar) return *Currency::from_code("USD");
  return kind == Kind::kYen ? yen : named;
}

bool CurrencyMark::allows(Currency currency) const {
  static constexpr std::string_view kDollars = "USD CAD AUD NZD HKD SGD TWD MXN CLP COP ARS BRL";
  if (kind == Kind::kNone) return true;
  if (kind == Kind::kYen) return currency.code() == "CNY" || currency.code() == "JPY";
  if (kind == Kind::kDollar) return kDollars.find(currency.code()) != std::string_view::npos;
  return named == currency;
}

std::optional<CurrencyMark> agreed(const CurrencyMark& a, const CurrencyMark& b) {
  if (a.kind == Kind::kNone || a == b) return b;
  if (b.kind == Kind::kNone) return a;
  if (a.kind == Kind::kNamed && b.allows(a.named)) return a;
  if (b.kind == Kind::kNamed && a.allows(b.named)) return b;
  return std::nullopt;
}

CurrencyMark take_front_mark(std::string_view& amount) {
  for (const Word& word : kWords) {
    if (!alike(amount.substr(0, word.text.size()), word.text)) continue;
    amount.remove_prefix(word.text.size());
    return mark_of(word);
  }
  if (amount.size() < 3 || (amount.size() > 3 && is_letter(amount[3]))) return {};
  const CurrencyMark mark = mark_of_code(amount.substr(0, 3));
  if (mark.kind != Kind::kNone) amount.remove_prefix(3);
  return mark;
}

CurrencyMark take_back_mark(std::string_view& amount) {
  for (const Word& word : kWords) {
    if (amount.size() < word.text.size() ||
        !alike(amount.substr(amount.size() - word.text.size()), word.text))
      continue;
    amount.remove_suffix(word.text.size());
    return mark_of(word);
  }
  if (amount.size() < 3 || (amount.size() > 3 && is_letter(amount[amount.size() - 4]))) return {};
  const CurrencyMark mark = mark_of_code(amount.substr(amount.size() - 3));
  if (mark.kind != Kind::kNone) amount.remove_suffix(3);
  return mark;
}

std::optional<CurrencyMark> parse_currency_name(std::string_view cell) {
  std::string_view rest = trimmed(cell);
  const CurrencyMark mark = take_front_mark(rest);
  if (mark.kind == Kind::kNone || !rest.empty()) return std::nullopt;
  return mark;
}

}  // namespace ae::ingest

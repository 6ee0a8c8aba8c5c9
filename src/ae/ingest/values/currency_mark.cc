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

// Longer words before those they end or begin with, so that "US$" is not read as "$" after letters. Fullwidth
// ￥ and ＄ as their plain ones.
constexpr Word kWords[] = {
    {"US$", Kind::kNamed, "USD"},
    {"HK$", Kind::kNamed, "HKD"},
    {"NT$", Kind::kNamed, "TWD"},
    {"AU$", Kind::kNamed, "AUD"},
    {"CA$", Kind::kNamed, "CAD"},
    {"NZ$", Kind::kNamed, "NZD"},
    {"SG$", Kind::kNamed, "SGD"},
    {"MX$", Kind::kNamed, "MXN"},
    {"A$", Kind::kNamed, "AUD"},
    {"C$", Kind::kNamed, "CAD"},
    {"S$", Kind::kNamed, "SGD"},
    {"R$", Kind::kNamed, "BRL"},
    {"CN¥", Kind::kNamed, "CNY"},
    {"JP¥", Kind::kNamed, "JPY"},
    {"RMB", Kind::kNamed, "CNY"},
    {"人民币元", Kind::kNamed, "CNY"},
    {"人民币", Kind::kNamed, "CNY"},
    {"人民幣", Kind::kNamed, "CNY"},
    {"美元", Kind::kNamed, "USD"},
    {"美金", Kind::kNamed, "USD"},
    {"欧元", Kind::kNamed, "EUR"},
    {"歐元", Kind::kNamed, "EUR"},
    {"英镑", Kind::kNamed, "GBP"},
    {"英鎊", Kind::kNamed, "GBP"},
    {"日元", Kind::kNamed, "JPY"},
    {"日圆", Kind::kNamed, "JPY"},
    {"港币", Kind::kNamed, "HKD"},
    {"港元", Kind::kNamed, "HKD"},
    {"港幣", Kind::kNamed, "HKD"},
    {"新台币", Kind::kNamed, "TWD"},
    {"新臺幣", Kind::kNamed, "TWD"},
    {"台币", Kind::kNamed, "TWD"},
    {"韩元", Kind::kNamed, "KRW"},
    {"卢布", Kind::kNamed, "RUB"},
    {"新加坡元", Kind::kNamed, "SGD"},
    {"新币", Kind::kNamed, "SGD"},
    {"澳元", Kind::kNamed, "AUD"},
    {"加元", Kind::kNamed, "CAD"},
    {"瑞士法郎", Kind::kNamed, "CHF"},
    {"円", Kind::kNamed, "JPY"},
    {"원", Kind::kNamed, "KRW"},
    {"€", Kind::kNamed, "EUR"},
    {"euros", Kind::kNamed, "EUR"},
    {"euro", Kind::kNamed, "EUR"},
    {"£", Kind::kNamed, "GBP"},
    {"₹", Kind::kNamed, "INR"},
    {"₩", Kind::kNamed, "KRW"},
    {"₽", Kind::kNamed, "RUB"},
    {"₺", Kind::kNamed, "TRY"},
    {"₫", Kind::kNamed, "VND"},
    {"฿", Kind::kNamed, "THB"},
    {"₪", Kind::kNamed, "ILS"},
    {"₱", Kind::kNamed, "PHP"},
    {"₴", Kind::kNamed, "UAH"},
    {"₦", Kind::kNamed, "NGN"},
    {"zł", Kind::kNamed, "PLN"},
    {"Rp", Kind::kNamed, "IDR"},
    {"RM", Kind::kNamed, "MYR"},
    {"Ft", Kind::kNamed, "HUF"},
    {"lei", Kind::kNamed, "RON"},
    {"SFr.", Kind::kNamed, "CHF"},
    {"Fr.", Kind::kNamed, "CHF"},
    {"руб.", Kind::kNamed, "RUB"},
    {"₸", Kind::kNamed, "KZT"},
    {"U$S", Kind::kNamed, "USD"},
    {"đ", Kind::kNamed, "VND"},
    {"Kč", Kind::kNamed, "CZK"},
    {"$", Kind::kDollar, ""},
    {"＄", Kind::kDollar, ""},
    {"¥", Kind::kYen, ""},
    {"￥", Kind::kYen, ""},
    {"元", Kind::kYen, ""},
    {"圆", Kind::kYen, ""},
    {"圓", Kind::kYen, ""},
    {"kr.", Kind::kKrone, ""},
    {"kr", Kind::kKrone, ""},
    {"Rs.", Kind::kRupee, ""},
    {"Rs", Kind::kRupee, ""},
    {"₨", Kind::kRupee, ""},
};

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
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

/// Whether what stands before a code ends with a letter that is no unit: "kEUR" and "MUSD" are units.
bool letters_go_on(std::string_view before) {
  if (before.empty() || !is_letter(before.back())) return false;
  const bool unit = folded(before.back()) == 'K' || folded(before.back()) == 'M';
  return !unit || before.size() == 1 || is_letter(before[before.size() - 2]);
}

}  // namespace

Currency CurrencyMark::settled(Currency shared) const {
  if (kind == Kind::kDollar) return *Currency::from_code("USD");
  return needs_settling() ? shared : named;
}

bool CurrencyMark::allows(Currency currency) const {
  static constexpr std::string_view kDollars = "USD CAD AUD NZD HKD SGD TWD MXN CLP COP ARS BRL";
  static constexpr std::string_view kKroner = "SEK NOK DKK ISK";
  static constexpr std::string_view kRupees = "INR PKR LKR NPR MUR SCR";
  const auto among = [&](std::string_view codes) {
    return !currency.is_none() && codes.find(currency.code()) != std::string_view::npos;
  };
  switch (kind) {
    case Kind::kYen:
      return among("CNY JPY");
    case Kind::kDollar:
      return among(kDollars);
    case Kind::kKrone:
      return among(kKroner);
    case Kind::kRupee:
      return among(kRupees);
    case Kind::kNamed:
      return named == currency;
    default:
      return true;
  }
}

std::optional<CurrencyMark> agreed(const CurrencyMark& a, const CurrencyMark& b) {
  if (a.kind == Kind::kNone || a == b) return b;
  if (b.kind == Kind::kNone) return a;
  if (a.kind == Kind::kNamed && b.allows(a.named)) return a;
  if (b.kind == Kind::kNamed && a.allows(b.named)) return b;
  return std::nullopt;
}

namespace {

/// Three capitals that are a code and no other word: USD.
CurrencyMark plain_code(std::string_view words) {
  const bool plain = words.size() == 3 && words != "RMB" && words != "LEI" &&
                     std::all_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return plain ? mark_of_code(words) : CurrencyMark{};
}

}  // namespace

CurrencyMark take_front_mark(std::string_view& amount) {
  if (amount.empty() || is_digit(amount.front())) return {};
  if (const CurrencyMark code = plain_code(amount); code.kind != Kind::kNone) {
    amount = {};
    return code;
  }
  for (const Word& word : kWords) {
    if (!alike(amount.substr(0, word.text.size()), word.text)) continue;
    const std::string_view after = amount.substr(word.text.size());
    if (is_letter(word.text.back()) && !after.empty() && is_letter(after.front())) continue;
    amount.remove_prefix(word.text.size());
    return mark_of(word);
  }
  if (amount.size() < 3 || (amount.size() > 3 && is_letter(amount[3]))) return {};
  const CurrencyMark mark = mark_of_code(amount.substr(0, 3));
  if (mark.kind != Kind::kNone) amount.remove_prefix(3);
  return mark;
}

CurrencyMark take_back_mark(std::string_view& amount) {
  if (amount.empty() || is_digit(amount.back())) return {};
  for (const Word& word : kWords) {
    if (amount.size() < word.text.size() ||
        !alike(amount.substr(amount.size() - word.text.size()), word.text))
      continue;
    amount.remove_suffix(word.text.size());
    return mark_of(word);
  }
  if (amount.size() < 3 || letters_go_on(amount.substr(0, amount.size() - 3))) return {};
  const CurrencyMark mark = mark_of_code(amount.substr(amount.size() - 3));
  if (mark.kind != Kind::kNone) amount.remove_suffix(3);
  return mark;
}

std::optional<CurrencyMark> parse_currency_name(std::string_view cell) {
  if (cell.empty()) return std::nullopt;
  std::string_view rest = trimmed(cell);
  const CurrencyMark mark = take_front_mark(rest);
  if (mark.kind == Kind::kNone || !rest.empty()) return std::nullopt;
  return mark;
}

}  // namespace ae::ingest

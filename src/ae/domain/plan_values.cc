#include "ae/domain/plan_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace ae {
namespace {

constexpr std::string_view kBlanks = " \t\n\r";

std::string_view trimmed(std::string_view words) {
  const std::size_t first = words.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return words.substr(first, words.find_last_not_of(kBlanks) - first + 1);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Relation relation_named(std::string_view word) {
  if (is_one_of(word, {"economic buyer", "economic-buyer", "eb", "budget owner", "budget holder",
                       "预算决策者", "经济决策者", "经济买家", "经济购买者", "决策者", "拍板人"}))
    return Relation::kEconomicBuyer;
  if (is_one_of(word, {"champion", "sponsor", "内部支持者", "支持者", "拥护者", "倡导者"}))
    return Relation::kChampion;
  if (is_one_of(word, {"coach", "教练", "内线", "线人"})) return Relation::kCoach;
  if (is_one_of(word, {"influencer", "influence", "影响者"})) return Relation::kInfluencer;
  if (is_one_of(word, {"technical evaluator", "evaluator", "technical buyer", "technical", "技术评估者",
                       "技术评估人", "技术买家", "评估者", "技术把关者"}))
    return Relation::kEvaluator;
  if (is_one_of(word, {"user", "end user", "user buyer", "使用者", "用户", "最终用户", "使用部门"}))
    return Relation::kUser;
  if (is_one_of(word, {"blocker", "detractor", "opponent", "adversary", "反对者", "阻碍者", "反对"}))
    return Relation::kBlocker;
  return Relation::kOther;
}

/// Without what stands in brackets, ASCII or fullwidth.
std::string without_brackets(std::string_view words) {
  std::string kept;
  for (std::size_t at = 0; at < words.size();) {
    const bool wide = words.substr(at, 3) == "（";
    if (!wide && words[at] != '(') {
      kept += words[at++];
      continue;
    }
    const std::size_t end = words.find(wide ? std::string_view("）") : std::string_view(")"), at);
    at = end == std::string_view::npos ? words.size() : end + (wide ? 3 : 1);
  }
  return kept;
}

std::vector<std::string> pieces_of(std::string_view words) {
  std::string text = without_brackets(words);
  for (const std::string_view mark : {"，", "、", "；", ";", "/", "&", "+", "\n"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.replace(at, mark.size(), ",");
  }
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    pieces.push_back(plan_folded(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  return pieces;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// Takes the digits before `mark` off the front; nullopt when it is not there.
std::optional<int> take_number(std::string_view& words, std::string_view mark) {
  const std::size_t at = words.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::optional<int> value = number(trimmed(words.substr(0, at)));
  words.remove_prefix(at + mark.size());
  return value;
}

/// Takes a code (USD, on either side) or a sign that is one currency's own off an amount; signs that several
/// share are taken off and name none.
Currency take_currency(std::string_view& words) {
  for (const std::string_view sign : {"￥", "¥"}) {
    if (words.starts_with(sign)) words.remove_prefix(sign.size());
  }
  for (const std::string_view code : {"USD", "EUR", "GBP", "INR", "KRW"}) {
    const std::optional<Currency> currency = Currency::from_code(code);
    const std::string_view sign = currency ? currency->sign() : std::string_view();
    if (sign.empty() || !words.starts_with(sign)) continue;
    words = trimmed(words.substr(sign.size()));
    return *currency;
  }
  for (const bool front : {true, false}) {
    if (words.size() < 4) continue;
    const auto currency = Currency::from_code(front ? words.substr(0, 3) : words.substr(words.size() - 3));
    if (!currency) continue;
    words = trimmed(front ? words.substr(3) : words.substr(0, words.size() - 3));
    return *currency;
  }
  return {};
}

/// Digits without their commas; nullopt when the commas do not part groups of three.
std::optional<std::string> ungrouped(std::string_view digits) {
  std::string plain;
  std::size_t group = 0;
  bool grouped = false;
  for (const char c : digits) {
    if (c == ',') {
      if (group == 0 || group > 3 || (grouped && group != 3)) return std::nullopt;
      grouped = true;
      group = 0;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    plain += c;
    ++group;
  }
  if (plain.empty() || (grouped && group != 3)) return std::nullopt;
  return plain;
}

std::optional<std::int64_t> whole(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

constexpr Text kRelations[] = {{"Economic Buyer", "预算决策者"},
                               {"Champion", "内部支持者"},
                               {"Coach", "内部教练"},
                               {"Influencer", "影响者"},
                               {"Technical evaluator", "技术评估者"},
                               {"User", "使用者"},
                               {"Blocker", "反对者"},
                               {"Others", "其他"}};
static_assert(std::size(kRelations) == static_cast<std::size_t>(Relation::kCount));

constexpr Text kInfluences[] = {{"High", "高"}, {"Medium", "中"}, {"Low", "低"}, {"Unknown", "未知"}};
static_assert(std::size(kInfluences) == static_cast<std::size_t>(PlanInfluence::kCount));

}  // namespace

Text name(Relation relation) { return kRelations[static_cast<std::size_t>(relation)]; }
Text name(PlanInfluence influence) { return kInfluences[static_cast<std::size_t>(influence)]; }

EnumArray<Relation, bool> relations_of(std::string_view words) {
  EnumArray<Relation, bool> named;
  for (const std::string& piece : pieces_of(words)) named[relation_named(piece)] = true;
  const bool known = std::any_of(named.begin(), named.end() - 1, [](bool is) { return is; });
  named[Relation::kOther] = !known;
  return named;
}

PlanInfluence influence_of(std::string_view words) {
  const std::string word = plan_folded(without_brackets(words));
  if (is_one_of(word, {"high", "very high", "strong", "高", "很高", "大", "强"})) return PlanInfluence::kHigh;
  if (is_one_of(word, {"medium", "mid", "moderate", "中", "中等", "一般"})) return PlanInfluence::kMedium;
  if (is_one_of(word, {"low", "very low", "weak", "低", "很低", "小", "弱"})) return PlanInfluence::kLow;
  return PlanInfluence::kUnknown;
}

bool is_settled(std::string_view status) {
  return is_one_of(plan_folded(without_brackets(status)),
                   {"done", "complete",  "completed", "closed",  "finished", "✓",    "✔",
                    "x",    "cancelled", "canceled",  "dropped", "obsolete", "完成", "已完成",
                    "完结", "关闭",      "已关闭",    "取消",    "已取消",   "作废"});
}

std::optional<Date> plan_date(std::string_view words) {
  words = trimmed(words);
  for (const auto& [after_year, after_month, after_day] :
       {std::array<std::string_view, 3>{"-", "-", ""}, std::array<std::string_view, 3>{"/", "/", ""},
        std::array<std::string_view, 3>{".", ".", ""}, std::array<std::string_view, 3>{"年", "月", "日"}}) {
    std::string_view rest = words;
    if (rest.find(after_year) != 4) continue;
    const std::optional<int> year = take_number(rest, after_year);
    const std::optional<int> month = take_number(rest, after_month);
    if (!after_day.empty() && rest.ends_with(after_day)) rest.remove_suffix(after_day.size());
    const std::optional<int> day = number(trimmed(rest));
    if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
    return Date::from_ymd(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  }
  return std::nullopt;
}

std::optional<Money> plan_amount(std::string_view words) {
  words = trimmed(words);
  const bool negative = words.starts_with('-');
  if (negative) words.remove_prefix(1);
  Money amount;
  amount.currency = take_currency(words);
  const std::size_t point = std::min(words.find('.'), words.size());
  std::optional<std::string> digits = ungrouped(words.substr(0, point));
  std::string fraction(point < words.size() ? words.substr(point + 1) : std::string_view());
  const bool only_digits = fraction.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || !only_digits || (point < words.size() && fraction.empty())) return std::nullopt;
  const auto decimals = static_cast<std::size_t>(amount.currency.decimals());
  while (fraction.size() > decimals && fraction.back() == '0') fraction.pop_back();
  if (fraction.size() > decimals) return std::nullopt;
  fraction.resize(decimals, '0');
  const std::optional<std::int64_t> minor = whole(*digits + fraction);
  if (!minor) return std::nullopt;
  amount.minor = negative ? -*minor : *minor;
  return amount;
}

std::string plan_words(const Money& amount) {
  std::string plain = amount.str();
  const bool negative = plain.starts_with('-');
  if (negative) plain.erase(0, 1);
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string fraction = plain.substr(point);
  if (fraction.find_first_not_of(".0") == std::string::npos) fraction.clear();
  std::string grouped = plain.substr(0, point);
  for (std::size_t place = grouped.size(); place > 3;) grouped.insert(place -= 3, 1, ',');
  const std::string code(amount.currency.code());
  return (negative ? "-" : "") + code + (code.empty() ? "" : " ") + grouped + fraction;
}

std::optional<std::int64_t> plan_count(std::string_view words) {
  const std::optional<std::string> digits = ungrouped(trimmed(words));
  return digits ? whole(*digits) : std::nullopt;
}

std::string in_all(const Text& text, const Languages& languages) {
  std::string joined;
  for (const Language language : languages)
    joined.append(joined.empty() ? "" : " / ").append(text.in(language));
  return joined;
}

std::string plan_folded(std::string_view words) {
  std::string folded;
  for (const char c : trimmed(words)) {
    const bool blank = kBlanks.find(c) != std::string_view::npos;
    if (blank && folded.ends_with(' ')) continue;
    folded += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return folded;
}

}  // namespace ae

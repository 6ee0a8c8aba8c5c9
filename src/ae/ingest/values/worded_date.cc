#include "ae/ingest/values/worded_date.h"

#include <algorithm>
#include <vector>

#include "ae/ingest/values/month_name.h"

namespace ae::ingest {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// A number or a month, as they follow each other in a date.
struct Part {
  bool month = false;
  unsigned number = 0;
  std::size_t digits = 0;
};

/// Reads a date from left to right.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<Part> next() {
    separators();
    if (rest_.empty()) return std::nullopt;
    if (is_digit(rest_.front())) return number();
    const std::string_view name = word();
    if (name == "年" || name == "de" || name == "of" || name == "del") return next();
    const std::optional<unsigned> month = month_of(name);
    if (!month) return std::nullopt;
    if (rest_.starts_with('.')) rest_.remove_prefix(1);
    return Part{true, *month, 0};
  }

  std::string_view rest() const { return rest_; }

 private:
  void separators() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" -/.,'"), rest_.size())); }

  /// A run of letters; in Chinese up to 年 or 月, which no blank follows.
  std::string_view word() {
    std::size_t end = 0;
    while (end < rest_.size() && in_word(rest_[end])) ++end;
    for (const std::string_view last : {"年", "月"}) {
      const std::size_t at = rest_.substr(0, end).find(last);
      if (at != std::string_view::npos) end = at + last.size();
    }
    const std::string_view found = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return found;
  }

  std::optional<Part> number() {
    Part part;
    while (part.digits < rest_.size() && is_digit(rest_[part.digits])) {
      if (part.digits == 4) return std::nullopt;
      part.number = part.number * 10 + static_cast<unsigned>(rest_[part.digits++] - '0');
    }
    rest_.remove_prefix(part.digits);
    ordinal();
    return part;
  }

  /// "1st", "2nd", "3rd", "4th", "1er", "1º", "31日".
  void ordinal() {
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "º", "日", "号"}) {
      const bool there =
          rest_.size() >= ending.size() && std::equal(ending.begin(), ending.end(), rest_.begin(),
                                                      [](char a, char b) { return a == small(b); });
      const bool goes_on = there && rest_.size() > ending.size() && in_word(rest_[ending.size()]);
      if (!there || goes_on) continue;
      rest_.remove_prefix(ending.size());
      return;
    }
  }

  std::string_view rest_;
};

}  // namespace

std::optional<WordedDate> take_worded_date(std::string_view& text) {
  Scanner scanner(text);
  std::vector<Part> parts;
  std::vector<Part> numbers;
  std::size_t month_at = 3;
  for (std::size_t at = 0; at < 3; ++at) {
    const std::optional<Part> part = scanner.next();
    if (!part || (part->month && month_at < 3)) return std::nullopt;
    if (part->month) month_at = at;
    if (!part->month) numbers.push_back(*part);
    parts.push_back(*part);
  }
  if (month_at > 1) return std::nullopt;
  const bool year_first = month_at == 1 && numbers[0].digits == 4;
  const Part& year = year_first ? numbers[0] : numbers[1];
  const Part& day = year_first ? numbers[1] : numbers[0];
  if ((year.digits != 2 && year.digits != 4) || day.digits > 2) return std::nullopt;
  text = scanner.rest();
  return WordedDate{static_cast<int>(year.number), year.digits, parts[month_at].number, day.number};
}

}  // namespace ae::ingest

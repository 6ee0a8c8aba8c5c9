#include "ae/ingest/values/time_of_day.h"

#include <algorithm>

#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Reads a time from left to right; every step says whether what it looks for was there.
class TimeReader {
 public:
  explicit TimeReader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  void blanks() { rest_ = rest_.substr(std::min(rest_.find_first_not_of(' '), rest_.size())); }

  bool word(std::string_view wanted) {
    if (rest_.size() < wanted.size()) return false;
    if (!std::equal(wanted.begin(), wanted.end(), rest_.begin(),
                    [](char a, char b) { return a == folded(b); }))
      return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }

  /// A number of `least` to `most` digits that is at most `limit`.
  bool number(std::size_t least, std::size_t most, int limit) {
    std::size_t count = 0;
    int value = 0;
    while (count < most && count < rest_.size() && is_digit(rest_[count]))
      value = value * 10 + (rest_[count++] - '0');
    if (count < least || value > limit) return false;
    rest_.remove_prefix(count);
    return true;
  }

  /// "101500" of ISO's basic form, with or without seconds.
  bool basic_clock() {
    const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    if (digits != 4 && digits != 6) return false;
    if (!number(2, 2, 24) || !number(2, 2, 59) || (digits == 6 && !number(2, 2, 60))) return false;
    return digits == 4 || (!word(".") && !word(",")) || number(1, 9, 999'999'999);
  }

  bool clock() {
    if (!number(1, 2, 24) || !word(":") || !number(2, 2, 59)) return false;
    if (!word(":")) return true;
    if (!number(2, 2, 60)) return false;
    return (!word(".") && !word(",")) || number(1, 9, 999'999'999);
  }

  void half_of_day() {
    blanks();
    for (const std::string_view half : {"am", "pm", "a.m.", "p.m.", "上午", "下午"}) {
      if (word(half)) return;
    }
  }

  bool zone() {
    blanks();
    if (word("z")) return true;
    for (const std::string_view name : {"utc", "gmt", "cest", "cet", "bst", "est", "edt", "cst", "cdt", "mst",
                                        "mdt", "pst", "pdt", "jst", "ist", "uhr"}) {
      if (!word(name)) continue;
      blanks();
      break;
    }
    if (!word("+") && !word("-")) return true;
    if (!number(2, 2, 14) && !number(1, 1, 9)) return false;
    if (at_end() || rest_.front() == ' ') return true;
    (void)word(":");
    return number(2, 2, 59);
  }

  /// What can stand behind a zone and names it again: "(China Standard Time)", "[Asia/Shanghai]".
  void name_of_zone() {
    blanks();
    const bool bracketed = rest_.size() > 2 && ((rest_.front() == '(' && rest_.back() == ')') ||
                                                (rest_.front() == '[' && rest_.back() == ']'));
    if (bracketed) rest_ = {};
  }

 private:
  std::string_view rest_;
};

}  // namespace

bool is_time_of_day(std::string_view text) {
  if (trimmed(text).empty()) return true;
  TimeReader reader(trimmed(text));
  const bool parted =
      text.front() == ' ' || text.front() == 'T' || text.front() == 't' || text.starts_with(", ");
  if (!parted) return false;
  const bool iso = reader.word("t");
  if (!iso) (void)reader.word(",");
  reader.blanks();
  if (reader.word("at ")) reader.blanks();
  reader.half_of_day();
  reader.blanks();
  if (!(iso && reader.basic_clock()) && !reader.clock()) return false;
  reader.half_of_day();
  if (!reader.zone()) return false;
  reader.name_of_zone();
  return reader.at_end();
}

}  // namespace ae::ingest

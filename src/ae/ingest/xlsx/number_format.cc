#include "ae/ingest/xlsx/number_format.h"

#include <algorithm>
#include <string>

namespace ae::ingest::xlsx {
namespace {

/// Skips what is in quotes, in brackets, or behind a backslash, an underscore or an asterisk; returns how
/// many bytes.
std::size_t length_of_literal(std::string_view code) {
  const auto upto = [&](char closing) {
    const std::size_t end = code.find(closing, 1);
    return end == std::string_view::npos ? code.size() : end + 1;
  };
  switch (code.front()) {
    case '"':
      return upto('"');
    case '[':
      return upto(']');
    case '\\':
    case '_':
    case '*':
      return std::min<std::size_t>(2, code.size());
    default:
      return 0;
  }
}

/// The letters of the code's first section, in lower case, without literals.
std::string letters_of(std::string_view code) {
  std::string letters;
  while (!code.empty() && code.front() != ';') {
    const std::size_t skip = length_of_literal(code);
    if (skip == 0)
      letters += code.front() >= 'A' && code.front() <= 'Z' ? static_cast<char>(code.front() - 'A' + 'a')
                                                            : code.front();
    code.remove_prefix(std::max<std::size_t>(skip, 1));
  }
  return letters;
}

/// [h], [mm] and [ss] count on beyond a day.
bool is_length_of_time(std::string_view code) {
  for (const std::string_view mark : {"[h", "[H", "[m]", "[M]", "[mm]", "[MM]", "[s", "[S"}) {
    if (code.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

NumberKind kind_of_format(std::string_view code) {
  const std::string letters = letters_of(code);
  if (letters.starts_with("general") || is_length_of_time(code)) return NumberKind::kPlain;
  const auto any_of = [&](std::string_view wanted) {
    return letters.find_first_of(wanted) != std::string::npos;
  };
  if (any_of("#0?")) return any_of("%") ? NumberKind::kPercent : NumberKind::kPlain;
  const bool time = any_of("hs");
  const bool date = any_of("yd") || (any_of("m") && !time);
  if (date && time) return NumberKind::kDateTime;
  if (date) return NumberKind::kDate;
  return time ? NumberKind::kTime : NumberKind::kPlain;
}

NumberKind kind_of_builtin(int id) {
  if (id == 9 || id == 10) return NumberKind::kPercent;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return NumberKind::kDate;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47) return NumberKind::kTime;
  return id == 22 ? NumberKind::kDateTime : NumberKind::kPlain;
}

NumberKind Styles::kind(std::size_t style) const {
  if (style >= styles_.size()) return NumberKind::kPlain;
  const auto custom = formats_.find(styles_[style]);
  return custom != formats_.end() ? custom->second : kind_of_builtin(styles_[style]);
}

}  // namespace ae::ingest::xlsx

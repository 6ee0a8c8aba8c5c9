#include "ae/ingest/values/weekday.h"

#include <algorithm>
#include <string_view>

namespace ae::ingest {
namespace {

/// The names of each day from Sunday, parted by blanks, in small letters.
constexpr std::string_view kNames[] = {
    " sunday sun sonntag dimanche domingo ",
    " monday mon montag lundi lunes ",
    " tuesday tue tues dienstag mardi martes ",
    " wednesday wed mittwoch mercredi miércoles ",
    " thursday thu thur thurs donnerstag jeudi jueves ",
    " friday fri freitag vendredi viernes ",
    " saturday sat samstag sonnabend samedi sábado ",
};
constexpr std::string_view kChinese[] = {"日", "一", "二", "三", "四", "五", "六"};

std::optional<std::chrono::weekday> take_chinese(std::string& text) {
  for (const std::string_view lead : {"星期", "周", "週"}) {
    const std::size_t at = text.find(lead);
    if (at == std::string::npos) continue;
    const std::string_view rest = std::string_view(text).substr(at + lead.size());
    for (unsigned day = 0; day < std::size(kChinese); ++day) {
      const bool sunday = day == 0 && rest.starts_with("天");
      if (!sunday && !rest.starts_with(kChinese[day])) continue;
      text.replace(at, lead.size() + kChinese[day].size(), " ");
      return std::chrono::weekday{day};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::chrono::weekday> take_weekday(std::string& text) {
  const std::size_t end = std::min(text.find_first_of(" ,."), text.size());
  std::string word = " " + text.substr(0, end) + " ";
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (unsigned day = 0; end > 0 && day < std::size(kNames); ++day) {
    if (kNames[day].find(word) == std::string_view::npos) continue;
    text.erase(0, std::min(text.find_first_not_of(" ,.", end), text.size()));
    return std::chrono::weekday{day};
  }
  return take_chinese(text);
}

}  // namespace ae::ingest

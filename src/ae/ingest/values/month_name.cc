#include "ae/ingest/values/month_name.h"

#include <algorithm>
#include <string>

#include "ae/base/utf8.h"

namespace ae::ingest {
namespace {

/// The names of each month, parted by blanks, in small letters without accents.
constexpr std::string_view kNames[] = {
    " january jan januar janner janvier janv enero ene 一月 ",
    " february feb februar fevrier fevr fev febrero 二月 ",
    " march mar marz maerz mrz mars marzo 三月 ",
    " april apr avril avr abril abr 四月 ",
    " may mai mayo 五月 ",
    " june jun juni juin junio 六月 ",
    " july jul juli juillet juil julio 七月 ",
    " august aug aout agosto ago 八月 ",
    " september sep sept septembre septiembre setiembre 九月 ",
    " october oct oktober okt octobre octubre 十月 ",
    " november nov novembre noviembre 十一月 ",
    " december dec dezember dez decembre diciembre dic 十二月 ",
};

/// Small Latin letters without their accents; everything else as it is.
std::string folded(std::string_view word) {
  std::string result;
  for_each_character(word, [&](const Character& character, std::string_view bytes) {
    const char32_t c = character.code;
    if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (c == U'ä' || c == U'Ä') {
      result += 'a';
    } else if (c == U'é' || c == U'É' || c == U'è' || c == U'È') {
      result += 'e';
    } else if (c == U'û' || c == U'Û') {
      result += 'u';
    } else {
      result += bytes;
    }
  });
  return result;
}

}  // namespace

std::optional<unsigned> month_of(std::string_view word) {
  constexpr std::size_t kLongest = 16;
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.empty() || word.size() > kLongest || word.find(' ') != std::string_view::npos) return std::nullopt;
  const std::string wanted = " " + folded(word) + " ";
  for (unsigned month = 0; month < std::size(kNames); ++month) {
    if (kNames[month].find(wanted) != std::string_view::npos) return month + 1;
  }
  return std::nullopt;
}

}  // namespace ae::ingest

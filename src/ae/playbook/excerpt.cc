#include "ae/playbook/excerpt.h"

#include <algorithm>
#include <vector>

#include "ae/base/utf8.h"

namespace ae::playbook {
namespace {

constexpr std::size_t kColumns = 160;
constexpr std::size_t kColumnsBefore = 40;
constexpr char32_t kFirstWide = 0x2E80;

/// A place where the text may be cut: the beginning of a word, or of a wide character.
struct Cut {
  std::size_t byte = 0;
  std::size_t column = 0;
};

std::vector<Cut> cuts_of(std::string_view text) {
  std::vector<Cut> cuts;
  std::size_t byte = 0;
  std::size_t column = 0;
  bool after_word = true;
  for_each_character(text, [&](const Character& character, std::string_view bytes) {
    const bool is_wide = character.code >= kFirstWide;
    if (after_word || is_wide) cuts.push_back({byte, column});
    after_word = is_wide || character.code == U' ';
    byte += bytes.size();
    column += is_wide ? 2 : 1;
  });
  cuts.push_back({byte, column});
  return cuts;
}

}  // namespace

std::string excerpt(std::string_view text, std::size_t at) {
  const std::vector<Cut> cuts = cuts_of(text);
  if (cuts.back().column <= kColumns) return std::string(text);
  const auto place = std::find_if(cuts.begin(), cuts.end(), [&](const Cut& cut) { return cut.byte >= at; });
  const std::size_t middle = place->column;
  auto first = cuts.begin();
  if (middle > kColumnsBefore * 2) {
    first = std::find_if(cuts.begin(), cuts.end(),
                         [&](const Cut& cut) { return cut.column + kColumnsBefore >= middle; });
  }
  auto last =
      std::find_if(first, cuts.end(), [&](const Cut& cut) { return cut.column > first->column + kColumns; });
  --last;
  std::string_view part = text.substr(first->byte, last->byte - first->byte);
  part = part.substr(0, part.find_last_not_of(' ') + 1);
  return std::string(first == cuts.begin() ? "" : "…").append(part).append(last + 1 == cuts.end() ? "" : "…");
}

}  // namespace ae::playbook

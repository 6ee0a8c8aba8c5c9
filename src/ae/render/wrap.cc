#include "ae/render/wrap.h"

#include <algorithm>

#include "ae/base/utf8.h"
#include "ae/render/width.h"
#include "ae/render/width_table.h"

namespace ae::render {
namespace {

/// What stays together on a line.
struct Piece {
  std::string_view text;
  bool after_space = false;
};

constexpr std::u32string_view kClosing = U",.;:!?)]}%\u2019\u201D，。、；：！？）】》」』〕％…";
constexpr std::u32string_view kOpening = U"([{\u2018\u201C（【《「『〔";

bool is_one_of(char32_t code, std::u32string_view set) { return set.find(code) != std::u32string_view::npos; }

/// Whether a line may end between two neighbours that no space parts.
bool may_break(char32_t before, char32_t after) {
  if (is_one_of(after, kClosing) || is_one_of(before, kOpening)) return false;
  if (columns_of(after) == 0) return false;
  return columns_of(before) == 2 || columns_of(after) == 2;
}

std::vector<Piece> pieces(std::string_view text) {
  std::vector<Piece> found;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const Character character = first_character(text.substr(at));
    const bool space = character.code == U' ';
    const bool begins = !space && (before == U' ' || may_break(before, character.code));
    if (begins) {
      found.push_back({text.substr(at, character.bytes), before == U' '});
    } else if (!space) {
      Piece& last = found.back();
      last.text = {last.text.data(), last.text.size() + character.bytes};
    }
    before = character.code;
    at += character.bytes;
  }
  return found;
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::size_t width = 0;  // of the last line
  for (const Piece& piece : pieces(text)) {
    const std::size_t piece_width = std::min(display_width(piece.text), columns);
    const std::size_t space = piece.after_space ? 1 : 0;
    if (!lines.empty() && width + space + piece_width <= columns) {
      if (piece.after_space) lines.back() += ' ';
      width += space + piece_width;
    } else {
      lines.emplace_back();
      width = piece_width;
    }
    lines.back() += cut_to_width(piece.text, columns);
  }
  return lines;
}

std::size_t longest_piece(std::string_view text) {
  std::size_t longest = 0;
  for (const Piece& piece : pieces(text)) longest = std::max(longest, display_width(piece.text));
  return longest;
}

}  // namespace ae::render

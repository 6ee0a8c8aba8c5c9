#include "ae/method/plan_cells.h"

namespace ae::method {

using doc::Cell;
using doc::Mood;
using doc::Value;

Cell to_fill_in() { return {Value(Message(Text{"to fill in", "待填写"})), Mood::kWarning}; }

std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) line += c == '\n' ? std::string(" ⏎ ") : std::string(1, c);
  return line;
}

Cell words(const std::optional<std::string>& text, Mood mood) {
  return text ? Cell(Value(Message::verbatim(on_one_line(*text))), mood) : Cell();
}

Cell words_or_blank(std::string_view text) {
  return text.empty() ? to_fill_in() : Cell(Value(Message::verbatim(on_one_line(std::string(text)))));
}

}  // namespace ae::method

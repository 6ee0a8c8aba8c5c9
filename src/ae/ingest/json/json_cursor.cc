#include "ae/ingest/json/json_cursor.h"

namespace ae::ingest::json {
namespace {

constexpr int kDeepest = 200;
constexpr std::string_view kDigits = "0123456789";

void append_utf8(std::string& text, char32_t code) {
  const auto tail = [](char32_t bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); };
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    (text += static_cast<char>(0xC0U | code >> 6U)) += tail(code);
  } else if (code < 0x10000) {
    ((text += static_cast<char>(0xE0U | code >> 12U)) += tail(code >> 6U)) += tail(code);
  } else {
    (((text += static_cast<char>(0xF0U | code >> 18U)) += tail(code >> 12U)) += tail(code >> 6U)) +=
        tail(code);
  }
}

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

bool JsonCursor::fail_here() {
  wrong_ = true;
  return false;
}

void JsonCursor::skip_blanks() {
  const std::size_t next = text_.find_first_not_of(" \t\r\n", at_);
  at_ = next == std::string_view::npos ? text_.size() : next;
}

bool JsonCursor::take(char c) {
  if (at_ == text_.size() || text_[at_] != c) return fail_here();
  ++at_;
  return true;
}

Kind JsonCursor::peek() {
  if (wrong_) return Kind::kWrong;
  skip_blanks();
  if (at_ == text_.size()) {
    wrong_ = true;
    return Kind::kWrong;
  }
  switch (text_[at_]) {
    case '{':
      return Kind::kObject;
    case '[':
      return Kind::kArray;
    case '"':
      return Kind::kString;
    case 't':
      return Kind::kTrue;
    case 'f':
      return Kind::kFalse;
    case 'n':
      return Kind::kNull;
    default:
      if (std::string_view("-NI").find(text_[at_]) != std::string_view::npos ||
          kDigits.find(text_[at_]) != std::string_view::npos)
        return Kind::kNumber;
      wrong_ = true;
      return Kind::kWrong;
  }
}

bool JsonCursor::take_string(std::string& value) {
  value.clear();
  if (!take('"')) return false;
  while (true) {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
           static_cast<unsigned char>(text_[at_]) >= 0x20) {
      ++at_;
    }
    value += text_.substr(start, at_ - start);
    if (at_ < text_.size() && text_[at_] == '"') {
      ++at_;
      return true;
    }
    if (!take('\\') || !take_escape(value)) return false;
  }
}

bool JsonCursor::take_escape(std::string& value) {
  if (at_ == text_.size()) return fail_here();
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const char letter = text_[at_];
  if (const std::size_t found = kLetters.find(letter); found != std::string_view::npos) {
    ++at_;
    value += kMeanings[found];
    return true;
  }
  char32_t unit = 0;
  if (!take('u') || !take_hex(unit)) return false;
  if (unit == 0) return fail_here();
  if (is_high(unit) && text_.substr(at_).starts_with("\\u")) {
    const std::size_t before = at_;
    at_ += 2;
    char32_t low = 0;
    if (!take_hex(low)) return false;
    if (is_low(low)) {
      append_utf8(value, 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00));
      return true;
    }
    at_ = before;
  }
  append_utf8(value, is_high(unit) || is_low(unit) ? U'\uFFFD' : unit);
  return true;
}

bool JsonCursor::take_hex(char32_t& unit) {
  constexpr std::string_view kHex = "0123456789abcdef0123456789ABCDEF";
  constexpr std::size_t kUnitDigits = 4;
  for (std::size_t digit = 0; digit < kUnitDigits; ++digit) {
    const std::size_t found = at_ < text_.size() ? kHex.find(text_[at_]) : std::string_view::npos;
    if (found == std::string_view::npos) return fail_here();
    unit = unit << 4U | static_cast<char32_t>(found % 16);
    ++at_;
  }
  return true;
}

bool JsonCursor::take_number(std::string_view& value) {
  const std::size_t start = at_;
  const auto digits = [&] {
    const std::size_t first = at_;
    while (at_ < text_.size() && kDigits.find(text_[at_]) != std::string_view::npos) ++at_;
    return at_ > first || fail_here();
  };
  if (at_ < text_.size() && text_[at_] == '-') ++at_;
  for (const std::string_view word : {"NaN", "Infinity"}) {
    if (!text_.substr(at_).starts_with(word)) continue;
    at_ += word.size();
    value = since(start);
    return true;
  }
  if (at_ < text_.size() && text_[at_] == '0') {
    ++at_;
    if (at_ < text_.size() && kDigits.find(text_[at_]) != std::string_view::npos) return fail_here();
  } else if (!digits()) {
    return false;
  }
  if (at_ < text_.size() && text_[at_] == '.') {
    ++at_;
    if (!digits()) return false;
  }
  if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
    ++at_;
    if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
    if (!digits()) return false;
  }
  value = since(start);
  return true;
}

bool JsonCursor::take_word(std::string_view word) {
  if (!text_.substr(at_).starts_with(word)) return fail_here();
  at_ += word.size();
  return true;
}

bool JsonCursor::enter(char opening) {
  skip_blanks();
  if (!take(opening)) return false;
  return ++depth_ <= kDeepest || fail_here();
}

bool JsonCursor::next(char closing, bool first) {
  if (wrong_) return false;
  skip_blanks();
  if (at_ < text_.size() && text_[at_] == closing) {
    ++at_;
    --depth_;
    return false;
  }
  return first || take(',');
}

bool JsonCursor::take_name(std::string& name) {
  if (peek() != Kind::kString) return fail_here();
  if (!take_string(name)) return false;
  skip_blanks();
  return take(':');
}

bool JsonCursor::skip() {
  std::string text;
  std::string_view number;
  switch (peek()) {
    case Kind::kString:
      return take_string(text);
    case Kind::kNumber:
      return take_number(number);
    case Kind::kTrue:
      return take_word("true");
    case Kind::kFalse:
      return take_word("false");
    case Kind::kNull:
      return take_word("null");
    case Kind::kArray:
      enter('[');
      for (bool first = true; next(']', first); first = false) {
        if (!skip()) return false;
      }
      return !wrong_;
    case Kind::kObject:
      enter('{');
      for (bool first = true; next('}', first); first = false) {
        if (!take_name(text) || !skip()) return false;
      }
      return !wrong_;
    case Kind::kWrong:
      break;
  }
  return false;
}

bool JsonCursor::at_end() {
  skip_blanks();
  return !wrong_ && at_ == text_.size();
}

}  // namespace ae::ingest::json

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ae/base/result.h"

namespace ae::ingest::json {

/// What a JSON value is.
enum class Kind : std::uint8_t { kObject, kArray, kString, kNumber, kTrue, kFalse, kNull, kWrong };

/// Walks a JSON text from value to value, without a tree. Numbers stay the text they are, so that none is
/// rounded. Borrows the text. After the first error everything is kWrong, and wrong_at() says where.
class JsonCursor {
 public:
  explicit JsonCursor(std::string_view text, std::size_t offset = 0) : text_(text), at_(offset) {}

  /// What the next value is, by its first character; it is not taken.
  Kind peek();
  /// Takes a string; its escapes become characters. Lone surrogates become U+FFFD, NUL is wrong.
  bool take_string(std::string& value);
  /// Takes a number as its source text. NaN and Infinity, which some programs write, count as numbers here:
  /// whoever reads the cell refuses them.
  bool take_number(std::string_view& value);
  /// Takes true, false or null.
  bool take_word(std::string_view word);
  /// Takes whatever value comes, nested ones too.
  bool skip();

  /// Takes the opening of an object or array. False when something else stands there.
  bool enter(char opening);
  /// Goes to the next member or element: takes the comma between two, or the closing (then false, as after an
  /// error).
  bool next(char closing, bool first);
  /// Takes a name and its colon.
  bool take_name(std::string& name);

  /// True when only white space is left.
  bool at_end();
  std::size_t offset() const { return at_; }
  bool wrong() const { return wrong_; }
  /// The text that a value had, from an offset to here.
  std::string_view since(std::size_t start) const { return text_.substr(start, at_ - start); }

 private:
  bool fail_here();
  void skip_blanks();
  bool take(char c);
  bool take_escape(std::string& value);
  bool take_hex(char32_t& unit);

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool wrong_ = false;
};

}  // namespace ae::ingest::json

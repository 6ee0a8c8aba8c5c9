#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ae/doc/document.h"

/// Cells of the account plan's document, from words that people typed.
namespace ae::method {

/// What stands where the plan has a blank.
doc::Cell to_fill_in();

/// Lines of a text in one line: cells of every format have one.
std::string on_one_line(const std::string& text);

/// The words as they are, on one line; an empty cell for none.
doc::Cell words(const std::optional<std::string>& text, doc::Mood mood = doc::Mood::kNeutral);

/// The words, or that they are to be filled in.
doc::Cell words_or_blank(std::string_view text);

}  // namespace ae::method

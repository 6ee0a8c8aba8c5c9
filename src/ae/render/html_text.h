#pragma once

#include <string>
#include <string_view>

#include "ae/doc/document.h"

/// Words as HTML. Every text that reaches a page goes through here: made harmless, and & < > " ' escaped.
namespace ae::render {

/// For text and for attributes in quotes.
std::string html_text(std::string_view text);

/// The first language as it is (it is the page's), each further one in `<span class="also" lang="…">` after
/// it.
std::string html_words(const Message& message, const Languages& languages);

/// The cell's value; a message as html_words.
std::string html_words(const doc::Cell& cell, const Languages& languages);

/// The message in every language, joined, without markup: for <title>, attributes and text alternatives.
std::string html_plain(const Message& message, const Languages& languages);

/// The mood's sign with what it says to a screen reader; an empty place of the same width for neutral.
std::string html_sign(doc::Mood mood, const Languages& languages);

/// The class of a mood: "good", "warning", "bad"; empty for neutral.
std::string_view html_class(doc::Mood mood);

}  // namespace ae::render

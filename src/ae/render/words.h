#pragma once

#include <string>
#include <vector>

#include "ae/base/text.h"
#include "ae/doc/document.h"

/// How typed values read to a person; the same in every renderer.
namespace ae::render {

/// Amounts in full ($1,319,000.50), counts grouped (8,800), percent with two decimals (63.15 %), multiples
/// with all four unless the last two are 0 (1.0992×, 3.00×), days with two (51.78, 57.00), dates ISO, a
/// missing figure "–". Messages in `language`.
std::string words(const doc::Value& value, Language language);

/// What one language says.
struct Phrase {
  Language language;
  std::string text;
};

/// The message in each language asked for; a language that would only repeat an earlier one is left out.
/// Requires a language.
std::vector<Phrase> phrases(const Message& message, const Languages& languages);

/// The message in every language asked for, joined by `between`; once when all are alike.
std::string words(const Message& message, const Languages& languages, std::string_view between);

/// The cell's value as words; a message in every language asked for, side by side.
std::string words(const doc::Cell& cell, const Languages& languages);

/// The value of a key figure: amounts and dates as in the running text of the first language (¥416.5万,
/// 2026年3月31日), amounts in full where all digits are asked for, and all else as in a table.
std::string summary_words(const doc::Cell& cell, doc::Digits digits, const Languages& languages);

/// The value as a program reads it: 766600.20, 0.6315, 51.78, 2026-02-15, empty when missing; messages in
/// words.
std::string plain(const doc::Value& value, const Languages& languages);

}  // namespace ae::render

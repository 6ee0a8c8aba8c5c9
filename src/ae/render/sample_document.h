#pragma once

#include "ae/doc/document.h"

/// Test-only: documents that the tests of all renderers share.
namespace ae::render {

inline const Languages kEnglishOnly{Language::kEnglish};
inline const Languages kChineseOnly{Language::kChinese};
inline const Languages kBothLanguages{Language::kEnglish, Language::kChinese};

/// A pipeline report: key figures, stages with bars and a total, coverage with a gauge, owners with Chinese
/// names, hygiene with moods, notes.
doc::Document sample_document();

/// What an export from outside may hold, as every kind of text a document has: broken UTF-8, escape
/// sequences, bidirectional controls, markup of every format, line breaks, formulas.
doc::Document hostile_document();

/// Blocks with nothing in them, and figures that are missing, negative or no number.
doc::Document bare_document();

/// A paragraph, a list of bullets, a number, a heading and a task, with marks.
doc::Prose sample_prose();

Money dollars(std::int64_t cents);

}  // namespace ae::render

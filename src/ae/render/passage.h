#pragma once

#include <string>

#include "ae/doc/document.h"

namespace ae::render {

/// What stands before a passage of a list: "• ", "3. ", "☐ "; empty for paragraphs and headings.
std::string mark_of(const doc::Passage& passage);

/// The passage in every language with its mark, for outputs without lists and type faces.
Message plain_passage(const doc::Passage& passage);

/// Whether the two are neighbours in one list, which no gap parts.
bool in_one_list(const doc::Passage& before, const doc::Passage& after);

}  // namespace ae::render

#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// How much of long lists there is room for: 20 notes and 10 rows on a page, 200 and 100 in a workbook.
enum class Length : std::uint8_t { kPage, kWorkbook };

/// The answer's document as people get it: with the notes on the input and the rows set apart, unless
/// `quiet`, and with the explanation of every figure when asked for.
doc::Document answer_document(const Answer& answer, bool explain, bool quiet, Length length);

}  // namespace ae::app

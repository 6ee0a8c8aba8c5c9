#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// The answer's document as people get it: with the notes on the input and the rows set apart, unless
/// `quiet`, and with the explanation of every figure when asked for.
doc::Document answer_document(const Answer& answer, bool explain, bool quiet);

}  // namespace ae::app

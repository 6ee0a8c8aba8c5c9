#pragma once

#include <string>

#include "ae/app/operation.h"

namespace ae::app {

/// The JSON of an operation: schema, as_of, currency, sources, notes, quarantine, result; with `explain` also
/// how each figure is made. At most 200 notes and 100 rows set apart; quarantine_total counts all. Long
/// results go to `sink` as they are made.
void write_answer_json(const Operation& operation, const Answer& answer, const Languages& languages,
                       bool explain, const render::Sink& sink);

/// The JSON of an error: {"error": {"code", "message", …}}.
std::string error_json(const Error& error, const Languages& languages);

}  // namespace ae::app

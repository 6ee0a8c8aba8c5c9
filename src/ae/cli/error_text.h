#pragma once

#include <string>

#include "ae/base/result.h"
#include "ae/render/render.h"

namespace ae::cli {

/// An error for a person: what is wrong, where, and what to do; in every language asked for. Nothing from the
/// input can drive the terminal.
///
///     error: 2026-13-01 is not a date
///       at opportunities.csv:12:5
///       hint: …
std::string error_text(const Error& error, const Languages& languages, render::Colour colour);

}  // namespace ae::cli

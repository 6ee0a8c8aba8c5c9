#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace ae::ingest {

/// Takes the weekday out of a date: "Fri, 31 Mar 2024", "Freitag, 31. März 2024", "2024年3月31日 星期日".
/// nullopt when none is there. Requires plain characters.
std::optional<std::chrono::weekday> take_weekday(std::string& text);

}  // namespace ae::ingest

#pragma once

#include <string_view>

namespace ae::ingest {

/// True when `text` is what can stand behind a date and says nothing about the day: empty, or a time of day
/// with optional seconds, am/pm and zone, after a blank or a T: "T08:00:00.000Z", "T101500Z", " 8:55 PM", "
/// 18:47:01 +08:00".
bool is_time_of_day(std::string_view text);

}  // namespace ae::ingest

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ae/base/result.h"
#include "ae/ingest/csv/records.h"

namespace ae::ingest::json {

/// True for what begins like JSON and not like a CSV: an object, or an array of objects.
bool looks_like_json(std::string_view beginning);

/// Objects as a table.
struct JsonTable {
  csv::Records records;  ///< the first holds the names; each further one an object, its line that of the
                         ///< text, or its number in the array
  bool lines = false;    ///< one object after the other instead of an array
};

/// Reads an array of objects, objects one after the other (JSON lines), or an object with such an array under
/// any name
/// ({"records": [ … ]}). Columns stand in the order in which their names first appear; members of an object
/// inside become account.name; a list of plain values becomes "a; b"; null is blank; numbers keep their
/// digits. Errors: json_syntax with its place, json_no_table when there are no objects, json_name_twice when
/// an object has a name twice, with different values.
Result<JsonTable> read_json(std::string_view text, const std::string& source);

}  // namespace ae::ingest::json

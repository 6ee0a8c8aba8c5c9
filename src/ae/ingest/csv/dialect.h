#pragma once

namespace ae::ingest::csv {

/// How a text parts into cells. As it stands: RFC 4180.
struct Dialect {
  char delimiter = ',';
  char quote = '"';
  bool backslash = false;  ///< inside quotes a backslash takes a quote or a backslash as it is
  bool padded = false;     ///< one blank after a delimiter belongs to the delimiter
  /// A quote that opens a cell and is not closed right before a delimiter or line end stands for itself; so
  /// does one inside of quotes. Otherwise what follows a closing quote belongs to the cell.
  bool stray_quotes = false;

  bool operator==(const Dialect&) const = default;
};

}  // namespace ae::ingest::csv

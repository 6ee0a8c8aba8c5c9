#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/ingest/column_looks.h"
#include "ae/ingest/csv/dialect.h"

namespace ae::ingest {

/// Mends rows that do not have as many cells as their table, by how the cells of each column look. Of several
/// ways to make a row as wide as the table the one counts whose cells look most like those of their columns:
/// - an empty cell more, or a cell in two where a delimiter is missing;
/// - an empty cell less, or cells joined with the delimiter;
/// - the row read with another delimiter or quote, parted at its blanks, or taken out of quotes around all of
/// it.
class RowRepair {
 public:
  RowRepair(std::size_t width, const csv::Dialect& dialect) : columns_(width), dialect_(dialect) {}

  /// Requires a row of the right width.
  void learn(const std::vector<std::string>& row);

  /// The row as wide as the table; as it is when nothing was learnt, or no way is near. `raw` is the row as
  /// it stands in the file.
  std::vector<std::string> mended(std::vector<std::string> row, std::string_view raw) const;

 private:
  struct Way {
    std::vector<std::string> row;
    double fit = 0;
  };
  /// How pieces of a row may be put together.
  struct Joining {
    char with;
    double costs;
    bool may_drop_empty;
  };

  double fit(const std::vector<std::string>& row) const;
  void read_otherwise(std::string_view raw, std::optional<Way>& best) const;
  void part_at_quotes(std::string_view raw, std::optional<Way>& best) const;
  std::optional<Way> with_a_cell(const std::vector<std::string>& row) const;
  std::optional<Way> aligned(const std::vector<std::string>& pieces, const Joining& joining) const;

  std::vector<ColumnLooks> columns_;
  csv::Dialect dialect_;
  bool learnt_ = false;
};

/// The cells of one record in a dialect, quotes taken as they stand; nullopt when it is more than one record.
std::optional<std::vector<std::string>> cells_of_record(std::string_view raw, csv::Dialect dialect);

/// What a record is with other delimiters, with other quotes, and without quotes around all of it.
std::vector<std::vector<std::string>> other_readings(std::string_view raw, const csv::Dialect& dialect);

/// Whether a row may be wrong though it has the right width: all in other quotes, or cut inside of quotes.
bool is_suspect(const std::vector<std::string>& row, const csv::Dialect& dialect);

/// Whether every cell that is filled stands in a pair of these quotes.
bool all_in_quotes(const std::vector<std::string>& row, char quote);

}  // namespace ae::ingest

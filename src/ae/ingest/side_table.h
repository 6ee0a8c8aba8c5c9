#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/ingest/container/contents.h"
#include "ae/ingest/csv/records.h"
#include "ae/ingest/sniff/layout.h"
#include "ae/ingest/source.h"

namespace ae::ingest {

/// One of our own small files, in any container, with its columns found by name. Borrows from its Source.
class SideTable {
 public:
  struct Column {
    std::string_view name;
    bool required;
  };

  /// `section` names the synonyms in content/presets/generic.toml. Titles above the header, the header again,
  /// totals and footers are left out with a note.
  /// Errors: those of open_container and cut_into_records, missing_column, no_rows, ragged_row.
  static Result<SideTable> read(const Source& source, std::string_view section,
                                std::initializer_list<Column> columns);

  /// The records that hold rows, without blank ones.
  const std::vector<std::size_t>& rows() const { return rows_; }
  /// The cell trimmed; empty when the column is absent.
  std::string_view cell(std::size_t row, std::string_view column) const;
  /// What was assumed or left out: encoding_assumed, lines_left_out, those of the container.
  const std::vector<Note>& notes() const { return notes_; }
  std::int64_t line(std::size_t row) const { return records_.line(row); }
  /// An error at a cell, with what it holds.
  Error error_at(std::size_t row, std::string_view column, std::string code, Message message,
                 Message hint) const;

 private:
  Place place(std::size_t row, std::string_view column) const;
  Result<void> find_columns(std::string_view section, std::initializer_list<Column> columns,
                            std::size_t header);
  Result<void> collect_rows(const Layout& layout);
  void note_left_out(const Layout& layout);

  std::string source_;
  std::shared_ptr<const std::string> converted_;
  Contents contents_;
  csv::Records records_;
  std::map<std::string_view, std::size_t> columns_;
  std::vector<std::size_t> rows_;
  std::vector<Note> notes_;
};

}  // namespace ae::ingest

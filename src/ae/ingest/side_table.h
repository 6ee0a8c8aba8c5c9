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
#include "ae/ingest/values/currency_mark.h"

namespace ae::ingest {

/// One of our own small files, in any container, with its columns found by name. Borrows from its Source.
class SideTable {
 public:
  struct Column {
    std::string_view name;
    bool required;
    bool may_have_unit = false;  ///< a currency in brackets behind its name is no part of it
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
  bool has(std::string_view column) const { return columns_.contains(column); }
  /// The header of a column as it stands. Requires has(column).
  std::string header(std::string_view column) const;
  /// Further headers that are names of the column, too, and are not read.
  std::vector<std::string> also_named(std::string_view column) const;
  /// The currency that the header of a column names.
  CurrencyMark unit(std::string_view column) const;
  Place header_place() const { return {source_, records_.line(header_), 0}; }
  /// An error at a cell, with what it holds.
  Error error_at(std::size_t row, std::string_view column, std::string code, Message message,
                 Message hint) const;

 private:
  Place place(std::size_t row, std::string_view column) const;
  Result<void> find_columns(std::string_view section, std::initializer_list<Column> columns);
  Result<void> collect_rows(const Layout& layout);
  void note_left_out(const Layout& layout);

  std::string source_;
  std::shared_ptr<const std::string> converted_;
  Contents contents_;
  csv::Records records_;
  std::size_t header_ = 0;                                        ///< the record that holds it
  std::map<std::string_view, std::vector<std::size_t>> columns_;  ///< the one that is read is the first
  std::vector<std::size_t> rows_;
  std::vector<Note> notes_;
};

}  // namespace ae::ingest

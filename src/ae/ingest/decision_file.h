#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ae/base/result.h"
#include "ae/base/text.h"
#include "ae/domain/deal_decision.h"
#include "ae/ingest/csv/open_text.h"

/// The file in which people write what they decide about each deal: a CSV with one row for each, whose first
/// columns the program keeps up to date and whose last ones are theirs.
namespace ae::ingest {

/// The columns, in their order.
enum class DecisionColumn : std::uint8_t {
  kId,
  kName,
  kOwner,
  kAmount,
  kRules,
  kSuggested,
  kDecision,  ///< theirs, as the next two
  kNewValue,
  kNote,
  kStatus,
  kCount
};

constexpr std::string_view key(DecisionColumn column) {
  constexpr std::string_view kKeys[] = {"id",        "name",     "owner",     "amount", "rules",
                                        "suggested", "decision", "new_value", "note",   "status"};
  return kKeys[static_cast<std::size_t>(column)];
}
Text name(DecisionColumn column);

using DecisionCells = EnumArray<DecisionColumn, std::string>;

/// A decisions file as it was read. Borrows from its source, which has to outlive it.
class DecisionFile {
 public:
  /// Columns are found by their keys and by their names in any language; further ones are people's own.
  /// Errors: those of csv::OpenText; not_decisions when id, decision or new_value has no column; deal_twice.
  static Result<DecisionFile> read(const Source& source, const ReadOptions& options);

  /// The bytes of a new file: UTF-8 with a byte order mark, which spreadsheets need to see that it is, and
  /// CRLF.
  static std::string begin(const std::vector<DecisionCells>& rows, Language language);

  std::size_t rows() const { return rows_.size(); }
  const DecisionCells& cells(std::size_t row) const { return rows_[row].cells; }
  Place place(std::size_t row, DecisionColumn column) const;

  /// The file with these cells of its rows (those that differ and have a column) and with new rows behind
  /// them. A file without a column for the status gets one.
  Result<std::string> refreshed(const std::map<std::size_t, DecisionCells>& rows,
                                const std::vector<DecisionCells>& added) const;

 private:
  struct Row {
    std::size_t record = 0;
    DecisionCells cells;
  };
  Result<void> find_columns();
  Result<void> collect_rows();

  std::string name_;
  std::shared_ptr<const csv::OpenText> text_;
  std::size_t header_ = 0;
  EnumArray<DecisionColumn, int> columns_;  ///< -1: there is none
  std::vector<Row> rows_;
};

}  // namespace ae::ingest

#pragma once

#include <set>
#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/records/plan_layout.h"

namespace ae::records {

/// Fills the table of one part of a layout, line by line: see plan_refill.h. The layout's lines are changed;
/// what else it says is then out of date.
class TableRefill {
 public:
  /// Requires that the part has a table.
  TableRefill(PlanPart part, PlanLayout& layout, const Languages& languages);

  /// Adds the marks of what it fills in to `marks`, and says where the file and the data differ.
  void fill(const std::vector<PlanRow>& data, std::set<std::string>& marks, std::vector<Note>& notes);

 private:
  /// A row of the file.
  struct Row {
    std::vector<std::string> cells;  ///< as they are written
    std::string line;                ///< the bytes; written anew when a cell changes
    std::string key;
    bool changed = false;
  };

  std::vector<Row> rows_of_file() const;
  std::string text_at(const Row& row, std::size_t column) const;
  bool is_datas(const Row& row, std::size_t column) const;
  bool is_untouched(const Row& row) const;
  bool is_blank(const Row& row) const;
  void take(Row& row, const PlanRow& data, std::set<std::string>& marks, std::vector<Note>& notes);
  void set(Row& row, std::size_t column, const std::string& text) const;
  std::vector<Row> merged(std::vector<Row> rows, const std::vector<PlanRow>& data,
                          std::set<std::string>& marks, std::vector<Note>& notes);
  void add_missing_columns();
  Note row_note(const Row& row, bool kept) const;
  void put_back(const std::vector<Row>& rows);

  PlanPart part_;
  PlanLayout& layout_;
  const Languages& languages_;
  PlanTableLines table_;
};

/// The marks that rows and cells of the table would have if data had filled them in.
std::vector<std::string> marks_in(const PlanLayout& layout, PlanPart part, const PlanTableLines& table);

}  // namespace ae::records

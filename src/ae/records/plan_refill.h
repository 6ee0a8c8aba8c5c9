#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/records/plan_layout.h"

/// Fills the file of a plan from data and keeps what people typed.
///
/// What data fills in leaves a mark in the file's last comment: eight digits of a hash of part, row, column
/// and text. A cell is data's while its text has its mark, and follows the data; any other text was typed and
/// stays, with a note where the data says otherwise. Lines that nothing changes keep their bytes. Filling in
/// the same data twice gives the same bytes as once.
namespace ae::records {

class PlanRefill {
 public:
  /// Adds the parts that the file lacks, blank and in the languages. Errors: those of lay_out_plan.
  static Result<PlanRefill> begin(std::string_view bytes, const std::string& source, Languages languages);

  /// Names the account where the title leaves it blank.
  void name_account(std::string_view account);

  /// Fills the table of a part. Each row has one text for each column of the part; the first tells which row
  /// of the file it is. Rows that data no longer has go, unless someone typed into them. Columns and rows
  /// that people added stay.
  void fill_table(PlanPart part, const std::vector<PlanRow>& data);

  /// Puts lines between the marks called `name`, which stand at the end of the part when they are new. Lines
  /// that someone typed there move below.
  void fill_region(PlanPart part, const std::string& name, std::string_view markdown);
  bool has_region(std::string_view name) const;

  /// The file as it is now, with its marks.
  std::string bytes() const;

  /// plan_differs, plan_row_gone, plan_row_kept.
  const std::vector<Note>& notes() const { return notes_; }

 private:
  PlanRefill() = default;

  void lay_out_again();
  void add_part(PlanPart part);
  void insert(std::size_t at, std::string_view text);
  std::size_t last_place_in(const PlanSegment& segment) const;
  std::set<std::string> marks_left() const;

  std::string source_;
  Languages languages_;
  PlanLayout layout_;
  std::set<std::string> marks_;  ///< of what data filled in now
  std::set<PlanPart> filled_tables_;
  std::set<std::string> filled_regions_;
  std::vector<Note> notes_;

  friend class TableRefill;
};

}  // namespace ae::records

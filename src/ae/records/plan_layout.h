#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/result.h"
#include "ae/domain/account_plan.h"

/// Where everything stands in the Markdown file of an account plan, line by line.
///
///     # Account plan: Copperline Motors              the title
///     ## Action plan                                 the heading of a part
///     | Action | Owner | Date | Status | Mood |      its table, with a column that someone added
///     …                                              what is no table and no goal is a note
///     <!-- ae:begin overdue -->                      what is made from data, between two marks
///     <!-- ae:end overdue -->
///     ## Our own heading                             a section that someone added
///     <!-- ae:filled 0f3a9c21 … -->                  marks of what data filled in: see refill.h
namespace ae::records {

struct PlanTableLines {
  std::size_t header = 0;  ///< its rule is the next line
  std::size_t end = 0;     ///< one behind its last row
  std::vector<std::string> headers;
  std::vector<std::optional<std::size_t>> place;  ///< of each column of the part, among the cells
  std::vector<std::size_t> more;                  ///< places of the other columns
};

/// A goal: a list item with the lines that belong to it.
struct PlanItemLines {
  std::size_t begin = 0, end = 0;
  std::string text;
};

/// A heading with what stands below it, up to the next heading.
struct PlanSegment {
  std::optional<PlanPart> part;  ///< nullopt: the title, or a section that someone added
  bool is_title = false;
  std::string heading;  ///< as it is written, without its marks
  std::size_t begin = 0, end = 0;
  std::optional<PlanTableLines> table;
  std::vector<PlanItemLines> items;
  std::vector<std::size_t> notes;  ///< lines that are none of these
};

/// Lines made from data, between two marks.
struct PlanRegion {
  std::string name;
  std::size_t begin = 0, end = 0;  ///< of the marks themselves
};

struct PlanLayout {
  std::vector<std::string> lines;  ///< with their line ends: joined they are the file
  std::vector<PlanSegment> segments;
  std::vector<PlanRegion> regions;
  std::set<std::string> filled;                  ///< marks of what data filled in
  std::size_t filled_begin = 0, filled_end = 0;  ///< the lines that hold them; both lines.size(): none
  std::string account;
  std::string line_end;  ///< of the file

  const PlanSegment* find(PlanPart part) const;
};

/// Errors, each with its line: plan_not_utf8, not_a_plan (no heading of a plan is in it), plan_part_twice,
/// plan_row_width (more cells than the header has), plan_mark_open (a mark of data without its end).
Result<PlanLayout> lay_out_plan(std::string_view bytes, const std::string& source);

}  // namespace ae::records

#include "ae/records/plan_file.h"
#include "ae/records/plan_layout.h"
#include "ae/records/plan_text.h"
#include "ae/records/plan_words.h"

namespace ae::records {
namespace {

bool is_blank(const PlanRow& row) {
  for (const auto* cells : {&row.cells, &row.more}) {
    for (const std::string& cell : *cells) {
      if (!cell.empty()) return false;
    }
  }
  return true;
}

/// A line of the overview is blank when nothing is said, whatever it is called.
bool says_nothing(PlanPart part, const PlanRow& row) {
  if (part != PlanPart::kOverview) return is_blank(row);
  PlanRow said = row;
  if (overview_field_named(row.cells[0])) said.cells[0].clear();
  return is_blank(said);
}

PlanTable table_of(const PlanLayout& layout, PlanPart part, const PlanTableLines& lines) {
  PlanTable table;
  for (const std::size_t place : lines.more) table.more_columns.push_back(plan_text_of(lines.headers[place]));
  for (std::size_t line = lines.header + 2; line < lines.end; ++line) {
    const std::vector<std::string> cells = plan_cells(layout.lines[line]);
    const auto text = [&](std::size_t place) {
      return place < cells.size() ? plan_text_of(cells[place]) : "";
    };
    PlanRow row;
    for (const std::optional<std::size_t>& place : lines.place)
      row.cells.push_back(place ? text(*place) : "");
    for (const std::size_t place : lines.more) row.more.push_back(text(place));
    if (says_nothing(part, row)) continue;
    const auto field = part == PlanPart::kOverview ? overview_field_named(row.cells[0]) : std::nullopt;
    if (field) row.cells[0] = key(*field);
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// The lines without blank ones at the ends and with one between others, where there are any.
std::string note_text(const PlanLayout& layout, const std::vector<std::size_t>& lines) {
  std::string text;
  bool gap = false;
  for (const std::size_t line : lines) {
    std::string_view words = layout.lines[line];
    while (words.ends_with('\n') || words.ends_with('\r')) words.remove_suffix(1);
    if (plan_trimmed(words).empty()) {
      gap = !text.empty();
      continue;
    }
    if (!text.empty()) text += gap ? "\n\n" : "\n";
    text += words;
    gap = false;
  }
  return text;
}

}  // namespace

Result<AccountPlan> read_plan(std::string_view bytes, const std::string& source) {
  AE_TRY(const PlanLayout layout, lay_out_plan(bytes, source));
  AccountPlan plan;
  plan.account = layout.account;
  for (const PlanSegment& segment : layout.segments) {
    if (segment.part && segment.table)
      plan.tables[*segment.part] = table_of(layout, *segment.part, *segment.table);
    for (const PlanItemLines& item : segment.items) {
      if (!item.text.empty()) plan.goals[*segment.part].push_back(item.text);
    }
    const std::string text = note_text(layout, segment.notes);
    const bool is_own = !segment.part && !segment.is_title && !segment.heading.empty();
    if (text.empty() && !is_own) continue;
    const std::string section = segment.part ? std::string(key(*segment.part))
                                : is_own     ? segment.heading
                                             : "";
    plan.notes.push_back({section, text});
  }
  return plan;
}

}  // namespace ae::records

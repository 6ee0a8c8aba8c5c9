#include <algorithm>

#include "ae/domain/plan_values.h"
#include "ae/records/plan_file.h"
#include "ae/records/plan_text.h"
#include "ae/records/plan_words.h"

namespace ae::records {
namespace {

class PlanWriter {
 public:
  PlanWriter(const AccountPlan& plan, const Languages& languages) : plan_(plan), languages_(languages) {}

  std::string write() {
    paragraph("# " + title_of(plan_.account, languages_));
    note("");
    for (const PlanPart part : enumerators<PlanPart>()) {
      write(part);
      note(key(part));
    }
    for (const PlanNote& own : plan_.notes) {
      if (own.section.empty() || enumerator_of_key<PlanPart>(own.section) != PlanPart::kCount) continue;
      paragraph("## " + own.section);
      if (!own.text.empty()) paragraph(own.text);
    }
    return take();
  }

  void write(PlanPart part) {
    paragraph((is_inner(part) ? "### " : "## ") + in_all(name(part), languages_));
    if (!columns_of(part).empty()) table(part);
    if (part == PlanPart::kShortTerm || part == PlanPart::kLongTerm) goals(part);
  }

  std::string take() { return std::move(text_); }

 private:
  void paragraph(const std::string& words) {
    text_.append(text_.empty() ? "" : "\n").append(words).append("\n");
  }

  void note(std::string_view section) {
    for (const PlanNote& own : plan_.notes) {
      if (own.section == section) paragraph(own.text);
    }
  }

  void table(PlanPart part) {
    const PlanTable& table = plan_.tables[part];
    std::vector<std::string> header;
    for (const PlanColumn& column : columns_of(part)) header.push_back(in_all(column.name, languages_));
    for (const std::string& column : table.more_columns) header.push_back(plan_markdown_of(column));
    std::string lines =
        plan_row_line(header) + "\n" + plan_row_line(std::vector<std::string>(header.size(), "---"));
    const auto add = [&](const PlanRow& row) {
      std::vector<std::string> cells;
      for (const std::string& cell : row.cells) cells.push_back(plan_markdown_of(cell));
      for (const std::string& cell : row.more) cells.push_back(plan_markdown_of(cell));
      cells.resize(header.size());
      if (part == PlanPart::kOverview) name_field(cells);
      lines += "\n" + plan_row_line(cells);
    };
    for (const PlanRow& row : table.rows) add(row);
    if (part == PlanPart::kOverview) {
      for (const OverviewField field : enumerators<OverviewField>()) {
        if (!has(field)) add({{std::string(key(field)), ""}, {}});
      }
    } else if (table.rows.empty()) {
      std::vector<std::string> blanks(header.size());
      blanks.front() = plan_placeholder(languages_);
      lines += "\n" + plan_row_line(blanks);
    }
    paragraph(lines);
  }

  bool has(OverviewField field) const {
    const std::vector<PlanRow>& rows = plan_.tables[PlanPart::kOverview].rows;
    return std::any_of(rows.begin(), rows.end(),
                       [&](const PlanRow& row) { return row.cells[0] == key(field); });
  }

  /// A line of the overview under its field's name, and with a placeholder where nothing is said.
  void name_field(std::vector<std::string>& cells) const {
    const auto field = overview_field_named(plan_text_of(cells[0]));
    if (!field) return;
    cells[0] = in_all(name(*field), languages_);
    if (cells[1].empty()) cells[1] = plan_placeholder(languages_);
  }

  void goals(PlanPart part) {
    std::string lines;
    for (const std::string& goal : plan_.goals[part])
      lines.append(lines.empty() ? "" : "\n").append("- ").append(plan_markdown_of(goal));
    paragraph(lines.empty() ? "- " + plan_placeholder(languages_) : lines);
  }

  const AccountPlan& plan_;
  const Languages& languages_;
  std::string text_;
};

}  // namespace

std::string write_plan(const AccountPlan& plan, const Languages& languages) {
  return PlanWriter(plan, languages).write();
}

std::string write_part(const AccountPlan& plan, PlanPart part, const Languages& languages) {
  PlanWriter writer(plan, languages);
  writer.write(part);
  return writer.take();
}

}  // namespace ae::records

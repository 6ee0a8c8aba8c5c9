#include "ae/records/table_refill.h"

#include <algorithm>
#include <map>

#include "ae/domain/plan_values.h"
#include "ae/records/plan_mark.h"
#include "ae/records/plan_text.h"
#include "ae/records/plan_words.h"

namespace ae::records {
namespace {

/// What tells rows apart: the text of the first column, and which of those with the same text it is.
class RowKeys {
 public:
  explicit RowKeys(PlanPart part) : part_(part) {}

  std::string next(std::string_view first) {
    const auto field = part_ == PlanPart::kOverview ? overview_field_named(first) : std::nullopt;
    std::string key = field ? std::string(ae::key(*field)) : plan_folded(first);
    const int nth = ++seen_[key];
    return nth == 1 ? key : key + "\x1e" + std::to_string(nth);
  }

 private:
  PlanPart part_;
  std::map<std::string, int> seen_;
};

/// Line ends as one kind, and no blanks around: as it is read back.
std::string settled(std::string_view text) {
  std::string plain;
  for (const char c : plan_trimmed(text)) {
    if (c != '\r') plain += c;
  }
  return plain;
}

}  // namespace

TableRefill::TableRefill(PlanPart part, PlanLayout& layout, const Languages& languages)
    : part_(part), layout_(layout), languages_(languages), table_(*layout.find(part)->table) {}

std::vector<TableRefill::Row> TableRefill::rows_of_file() const {
  RowKeys keys(part_);
  std::vector<Row> rows;
  for (std::size_t line = table_.header + 2; line < table_.end; ++line) {
    Row row;
    row.cells = plan_cells(layout_.lines[line]);
    row.cells.resize(table_.headers.size());
    row.line = layout_.lines[line];
    row.key = keys.next(text_at(row, 0));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string TableRefill::text_at(const Row& row, std::size_t column) const {
  const std::optional<std::size_t> place = table_.place[column];
  return place ? plan_text_of(row.cells[*place]) : "";
}

/// Whether the cell is blank or says what data filled in.
bool TableRefill::is_datas(const Row& row, std::size_t column) const {
  const std::string text = text_at(row, column);
  return text.empty() ||
         layout_.filled.contains(cell_mark(part_, row.key, columns_of(part_)[column].key, text));
}

/// Whether data brought the row and nobody typed into it.
bool TableRefill::is_untouched(const Row& row) const {
  for (std::size_t column = 1; column < table_.place.size(); ++column) {
    if (!is_datas(row, column)) return false;
  }
  return std::all_of(table_.more.begin(), table_.more.end(),
                     [&](std::size_t place) { return plan_text_of(row.cells[place]).empty(); });
}

bool TableRefill::is_blank(const Row& row) const {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return plan_text_of(cell).empty(); });
}

void TableRefill::set(Row& row, std::size_t column, const std::string& text) const {
  std::string& cell = row.cells[*table_.place[column]];
  cell = plan_markdown_of(text);
  if (text.empty() && part_ == PlanPart::kOverview) cell = plan_placeholder(languages_);
  row.changed = true;
}

void TableRefill::take(Row& row, const PlanRow& data, std::set<std::string>& marks,
                       std::vector<Note>& notes) {
  marks.insert(row_mark(part_, row.key));
  for (std::size_t column = 1; column < data.cells.size(); ++column) {
    const PlanColumn& about = columns_of(part_)[column];
    const std::string said = settled(data.cells[column]);
    const std::string text = text_at(row, column);
    if (text != said) {
      if (!is_datas(row, column)) {
        if (said.empty()) continue;
        notes.push_back(
            {"plan_differs",
             Severity::kWarning,
             Message{Text{"{row}: the plan says “{typed}” ({column}), the data “{said}”; the plan is kept",
                          "{row}：规划写的是“{typed}”（{column}），数据为“{said}”；保留规划内容"}}
                 .with("row", text_at(row, 0))
                 .with("column", Message(about.name))
                 .with("typed", text)
                 .with("said", said),
             {}});
        continue;
      }
      set(row, column, said);
    }
    if (!said.empty()) marks.insert(cell_mark(part_, row.key, about.key, said));
  }
}

Note TableRefill::row_note(const Row& row, bool kept) const {
  const Text text =
      kept ? Text{"{row} is no longer in the data and stays in the plan, for someone typed into it",
                  "{row} 已不在数据中；因有手工填写内容，仍保留在规划里"}
           : Text{"{row} is no longer in the data and leaves the plan", "{row} 已不在数据中，从规划中移除"};
  return {kept ? "plan_row_kept" : "plan_row_gone",
          Severity::kInfo,
          Message{text}.with("row", text_at(row, 0)),
          {}};
}

std::vector<TableRefill::Row> TableRefill::merged(std::vector<Row> rows, const std::vector<PlanRow>& data,
                                                  std::set<std::string>& marks, std::vector<Note>& notes) {
  std::map<std::string, const PlanRow*> by_key;
  std::vector<std::string> order;
  RowKeys keys(part_);
  for (const PlanRow& row : data) {
    order.push_back(keys.next(settled(row.cells[0])));
    by_key[order.back()] = &row;
  }
  std::vector<Row> kept;
  for (Row& row : rows) {
    if (is_blank(row)) continue;
    const auto found = by_key.find(row.key);
    if (found != by_key.end() && found->second != nullptr) {
      take(row, *found->second, marks, notes);
      found->second = nullptr;
    } else if (layout_.filled.contains(row_mark(part_, row.key))) {
      const bool stays = !is_untouched(row);
      notes.push_back(row_note(row, stays));
      if (!stays) continue;
    }
    kept.push_back(std::move(row));
  }
  for (const std::string& key : order) {
    if (by_key[key] == nullptr) continue;
    Row row;
    row.key = key;
    row.cells.resize(table_.headers.size());
    const auto field = part_ == PlanPart::kOverview ? overview_field_named(key) : std::nullopt;
    const std::string first = settled(by_key[key]->cells[0]);
    row.cells[*table_.place[0]] = field ? in_all(name(*field), languages_) : plan_markdown_of(first);
    take(row, *by_key[key], marks, notes);
    row.changed = true;
    kept.push_back(std::move(row));
  }
  return kept;
}

/// Columns of the part that the file's table lacks, behind those that it has.
void TableRefill::add_missing_columns() {
  bool added = false;
  for (std::size_t column = 0; column < table_.place.size(); ++column) {
    if (table_.place[column]) continue;
    table_.place[column] = table_.headers.size();
    table_.headers.push_back(in_all(columns_of(part_)[column].name, languages_));
    added = true;
  }
  if (!added) return;
  layout_.lines[table_.header] = plan_row_line(table_.headers) + layout_.line_end;
  std::vector<std::string> rule = plan_cells(layout_.lines[table_.header + 1]);
  rule.resize(table_.headers.size(), "---");
  layout_.lines[table_.header + 1] = plan_row_line(rule) + layout_.line_end;
}

void TableRefill::fill(const std::vector<PlanRow>& data, std::set<std::string>& marks,
                       std::vector<Note>& notes) {
  add_missing_columns();
  const std::vector<Row> before = rows_of_file();
  std::vector<Row> rows = merged(before, data, marks, notes);
  // Where nothing stands, the line to fill in stays.
  if (rows.empty()) {
    const auto blank =
        std::find_if(before.begin(), before.end(), [&](const Row& row) { return is_blank(row); });
    Row row =
        blank == before.end() ? Row{std::vector<std::string>(table_.headers.size()), "", "", true} : *blank;
    if (blank == before.end()) row.cells.front() = plan_placeholder(languages_);
    rows.push_back(std::move(row));
  }
  put_back(rows);
}

void TableRefill::put_back(const std::vector<Row>& rows) {
  std::vector<std::string> lines;
  for (const Row& row : rows)
    lines.push_back(row.changed ? plan_row_line(row.cells) + layout_.line_end : row.line);
  for (std::string& line : lines) {
    if (!line.ends_with('\n')) line += layout_.line_end;
  }
  const auto at = [&](std::size_t line) { return layout_.lines.begin() + static_cast<std::ptrdiff_t>(line); };
  layout_.lines.erase(at(table_.header + 2), at(table_.end));
  layout_.lines.insert(at(table_.header + 2), lines.begin(), lines.end());
}

std::vector<std::string> marks_in(const PlanLayout& layout, PlanPart part, const PlanTableLines& table) {
  std::vector<std::string> marks;
  RowKeys keys(part);
  const auto columns = columns_of(part);
  for (std::size_t line = table.header + 2; line < table.end; ++line) {
    const std::vector<std::string> cells = plan_cells(layout.lines[line]);
    const auto text = [&](std::size_t column) {
      const std::optional<std::size_t> place = table.place[column];
      return place && *place < cells.size() ? plan_text_of(cells[*place]) : std::string();
    };
    const std::string key = keys.next(text(0));
    marks.push_back(row_mark(part, key));
    for (std::size_t column = 1; column < columns.size(); ++column)
      marks.push_back(cell_mark(part, key, columns[column].key, text(column)));
  }
  return marks;
}

}  // namespace ae::records

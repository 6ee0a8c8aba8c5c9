#include "ae/domain/plan_changes.h"

#include <algorithm>
#include <map>
#include <set>

#include "ae/domain/plan_values.h"

namespace ae {
namespace {

constexpr Text kKinds[] = {{"added", "新增"}, {"removed", "删除"}, {"changed", "修改"}};
static_assert(std::size(kKinds) == static_cast<std::size_t>(ChangeKind::kCount));

/// A row with its cells by the keys of their columns, in order.
struct KeyedRow {
  std::string key;
  std::string item;
  std::vector<std::pair<std::string, std::string>> cells;
};

std::vector<KeyedRow> keyed(PlanPart part, const PlanTable& table) {
  std::vector<KeyedRow> rows;
  std::map<std::string, int> seen;
  for (const PlanRow& row : table.rows) {
    KeyedRow next;
    next.item = row.cells[0];
    next.key = plan_folded(row.cells[0]);
    if (const int nth = ++seen[next.key]; nth > 1) next.key += "\x1e" + std::to_string(nth);
    const auto columns = columns_of(part);
    for (std::size_t at = 1; at < columns.size(); ++at)
      next.cells.emplace_back(columns[at].key, row.cells[at]);
    for (std::size_t at = 0; at < table.more_columns.size() && at < row.more.size(); ++at)
      next.cells.emplace_back(table.more_columns[at], row.more[at]);
    rows.push_back(std::move(next));
  }
  return rows;
}

const KeyedRow* find(const std::vector<KeyedRow>& rows, const std::string& key) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const KeyedRow& row) { return row.key == key; });
  return found == rows.end() ? nullptr : &*found;
}

std::string cell_of(const KeyedRow& row, const std::string& column) {
  const auto found = std::find_if(row.cells.begin(), row.cells.end(),
                                  [&](const auto& cell) { return cell.first == column; });
  return found == row.cells.end() ? "" : found->second;
}

std::optional<std::string> said(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

class Comparison {
 public:
  void rows(PlanPart part, const PlanTable& before, const PlanTable& after) {
    const std::vector<KeyedRow> old_rows = keyed(part, before);
    const std::vector<KeyedRow> new_rows = keyed(part, after);
    const std::string key_of_part(key(part));
    for (const KeyedRow& row : old_rows) {
      if (find(new_rows, row.key) == nullptr)
        changes_.push_back({key_of_part, ChangeKind::kRemoved, row.item, "", whole(row), std::nullopt});
    }
    for (const KeyedRow& row : new_rows) {
      const KeyedRow* old_row = find(old_rows, row.key);
      if (old_row == nullptr) {
        changes_.push_back({key_of_part, ChangeKind::kAdded, row.item, "", std::nullopt, whole(row)});
      } else {
        cells(key_of_part, *old_row, row);
      }
    }
  }

  void goals(PlanPart part, const std::vector<std::string>& before, const std::vector<std::string>& after) {
    const std::string key_of_part(key(part));
    for (const std::string& goal : before) {
      if (std::find(after.begin(), after.end(), goal) == after.end())
        changes_.push_back({key_of_part, ChangeKind::kRemoved, goal, "", goal, std::nullopt});
    }
    for (const std::string& goal : after) {
      if (std::find(before.begin(), before.end(), goal) == before.end())
        changes_.push_back({key_of_part, ChangeKind::kAdded, goal, "", std::nullopt, goal});
    }
  }

  void notes(const std::vector<PlanNote>& before, const std::vector<PlanNote>& after) {
    const auto text_of = [](const std::vector<PlanNote>& notes, const std::string& section) {
      std::string text;
      for (const PlanNote& note : notes) {
        if (note.section == section) text.append(text.empty() ? "" : "\n\n").append(note.text);
      }
      return text;
    };
    std::set<std::string> done;
    for (const auto* notes : {&before, &after}) {
      for (const PlanNote& note : *notes) {
        if (!done.insert(note.section).second) continue;
        change(note.section, "", "", text_of(before, note.section), text_of(after, note.section));
      }
    }
  }

  std::vector<PlanChange> take() { return std::move(changes_); }

 private:
  /// The cells that hold something, as one text.
  static std::string whole(const KeyedRow& row) {
    std::string text;
    for (const auto& [column, cell] : row.cells) {
      if (!cell.empty()) text.append(text.empty() ? "" : " · ").append(cell);
    }
    return text;
  }

  void cells(const std::string& part, const KeyedRow& before, const KeyedRow& after) {
    for (const auto& [column, cell] : after.cells)
      change(part, after.item, column, cell_of(before, column), cell);
    for (const auto& [column, cell] : before.cells) {
      const bool is_there =
          std::any_of(after.cells.begin(), after.cells.end(),
                      [&, name = column](const auto& other) { return other.first == name; });
      if (!is_there) change(part, after.item, column, cell, "");
    }
  }

  void change(const std::string& part, const std::string& item, const std::string& column,
              const std::string& before, const std::string& after) {
    if (before == after) return;
    const ChangeKind kind = before.empty()  ? ChangeKind::kAdded
                            : after.empty() ? ChangeKind::kRemoved
                                            : ChangeKind::kChanged;
    changes_.push_back({part, kind, item, column, said(before), said(after)});
  }

  std::vector<PlanChange> changes_;
};

}  // namespace

Text name(ChangeKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::vector<PlanChange> plan_changes(const AccountPlan& before, const AccountPlan& after) {
  Comparison comparison;
  for (const PlanPart part : enumerators<PlanPart>()) {
    comparison.rows(part, before.tables[part], after.tables[part]);
    comparison.goals(part, before.goals[part], after.goals[part]);
  }
  comparison.notes(before.notes, after.notes);
  return comparison.take();
}

}  // namespace ae

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/fields.h"
#include "ae/domain/account_plan.h"

/// What two versions of an account plan say differently.
namespace ae {

enum class ChangeKind : std::uint8_t { kAdded, kRemoved, kChanged, kCount };

constexpr std::string_view key(ChangeKind kind) {
  constexpr std::string_view kKeys[] = {"added", "removed", "changed"};
  return kKeys[static_cast<std::size_t>(kind)];
}

Text name(ChangeKind kind);

struct PlanChange {
  std::string part;  ///< key of the part, else the heading of someone's own section
  ChangeKind kind = ChangeKind::kChanged;
  std::string item;    ///< the row, by its first column; the goal; "" for a note
  std::string column;  ///< of a changed cell: key of the column, else what it is called; "" for whole rows
  std::optional<std::string> before, after;

  static constexpr auto fields() {
    return std::tuple{
        field("part", &PlanChange::part, Text{"Part of the plan", "规划的部分"}),
        field("kind", &PlanChange::kind,
              Text{"added, removed or changed", "added 新增、removed 删除、changed 修改"}),
        field("item", &PlanChange::item,
              Text{"Row, goal or action that it is about", "所涉及的行、目标或行动"}),
        field("column", &PlanChange::column,
              Text{"Column of a changed cell; \"\" for a whole row", "被修改的列；整行为 \"\""}),
        field("before", &PlanChange::before,
              Text{"What stood there; null when nothing did", "原内容；原来没有则为空"}),
        field("after", &PlanChange::after,
              Text{"What stands there now; null when nothing does", "现内容；现已没有则为空"})};
  }
};

/// The changes in the order of the parts. Rows are the same when their first cells are (letters of either
/// case alike); of several such rows the first belong together. A goal that was reworded is one removed and
/// one added.
std::vector<PlanChange> plan_changes(const AccountPlan& before, const AccountPlan& after);

}  // namespace ae

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/base/text.h"

/// The account plan as people keep it: its parts, the columns of its tables, and what stands in them as text.
/// What follows from it and from the data (health, warnings, whitespace) is made elsewhere and never kept.
namespace ae {

/// The parts of the plan in the order of the template. Health, whitespace and products come from data alone.
enum class PlanPart : std::uint8_t {
  kOverview,
  kHealth,
  kRelationships,
  kOpportunity,
  kWhitespace,
  kProducts,
  kExpansion,
  kStrategy,
  kShortTerm,
  kLongTerm,
  kActions,
  kRisks,
  kCount
};

constexpr std::string_view key(PlanPart part) {
  constexpr std::string_view kKeys[] = {"overview",   "health",    "relationships", "opportunity",
                                        "whitespace", "products",  "expansion",     "strategy",
                                        "short_term", "long_term", "actions",       "risks"};
  return kKeys[static_cast<std::size_t>(part)];
}

Text name(PlanPart part);

/// Whether the part stands within another: its heading is one level deeper.
bool is_inner(PlanPart part);

/// A column of a part's table. The first column of a part tells its rows apart.
struct PlanColumn {
  std::string_view key;
  Text name;
};

/// The columns of the part's table in the order of the template; none for a part without a table of its own.
std::span<const PlanColumn> columns_of(PlanPart part);

/// The lines of the overview, by the key that stands in its first column.
enum class OverviewField : std::uint8_t { kIndustry, kRevenue, kEmployees, kCurrentArr, kCount };

constexpr std::string_view key(OverviewField field) {
  constexpr std::string_view kKeys[] = {"industry", "revenue", "employees", "current_arr"};
  return kKeys[static_cast<std::size_t>(field)];
}

Text name(OverviewField field);

/// A row: one text for each column of its part and for each further column of its table; "" is a blank.
/// Texts may hold line breaks ("\n") and have no blanks around them.
struct PlanRow {
  std::vector<std::string> cells;
  std::vector<std::string> more;

  bool operator==(const PlanRow&) const = default;
};

struct PlanTable {
  std::vector<std::string> more_columns;  ///< columns that someone added, as they are called
  std::vector<PlanRow> rows;              ///< none of them blank altogether

  bool operator==(const PlanTable&) const = default;
};

/// Text that someone added, as it is written: beside what a part holds, or under a heading of its own.
struct PlanNote {
  std::string section;  ///< key of the part, else the heading; "" above the first of them
  std::string text;

  bool operator==(const PlanNote&) const = default;
};

struct AccountPlan {
  std::string account;
  EnumArray<PlanPart, PlanTable>
      tables;  ///< the overview's rows have keys of OverviewField where they are one
  EnumArray<PlanPart, std::vector<std::string>> goals;  ///< of kShortTerm and kLongTerm
  std::vector<PlanNote> notes;

  bool operator==(const AccountPlan&) const = default;
};

/// What the overview says in a field; "" when it is blank or not there.
std::string_view overview_of(const AccountPlan& plan, OverviewField field);

}  // namespace ae

#include "ae/ingest/join_teams.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/ingest/side_table.h"

namespace ae::ingest {
namespace {

using enum OpportunityField;

constexpr OpportunityField kJoined[] = {kManager, kTeam, kRegion};

using RowOfOwner = std::map<std::string, std::size_t, std::less<>>;

Result<RowOfOwner> rows_of_owners(const SideTable& table) {
  RowOfOwner rows;
  for (const std::size_t row : table.rows()) {
    const std::string_view owner = table.cell(row, "owner");
    if (owner.empty()) continue;
    const auto [known, fresh] = rows.emplace(owner, row);
    for (const OpportunityField field : kJoined) {
      if (fresh || table.cell(row, key(field)) == table.cell(known->second, key(field))) continue;
      return fail(table.error_at(row, key(field), "owner_given_twice",
                                 Message{Text{"{owner} stands in line {line} with another {field}",
                                              "{owner} 在第 {line} 行的“{field}”不同"}}
                                     .with("owner", owner)
                                     .with("line", std::to_string(table.line(known->second)))
                                     .with("field", Message{name(field)}),
                                 Text{"Keep one of the two rows", "请只保留其中一行"}));
    }
  }
  return rows;
}

table::TextColumn looked_up(const SideTable& table, const RowOfOwner& rows, const table::TextColumn& owners,
                            OpportunityField field) {
  table::TextColumn column;
  for (std::size_t deal = 0; deal < owners.size(); ++deal) {
    const auto row = rows.find(owners.at(deal));
    column.append(row == rows.end() ? std::string_view{} : table.cell(row->second, key(field)));
  }
  return column;
}

std::int64_t deals_of_others(const RowOfOwner& rows, const table::OpportunityTable& deals) {
  std::int64_t count = 0;
  for (const table::OpportunityChunk& chunk : deals.chunks) {
    const table::TextColumn& owners = chunk.text(kOwner);
    for (std::size_t deal = 0; deal < owners.size(); ++deal) count += rows.contains(owners.at(deal)) ? 0 : 1;
  }
  return count;
}

}  // namespace

Result<void> join_teams(Reading& reading, const Source& source) {
  AE_TRY(const SideTable table,
         SideTable::read(source, "fields",
                         {{"owner", true}, {"manager", false}, {"team", false}, {"region", false}}));
  AE_TRY(const RowOfOwner rows, rows_of_owners(table));
  std::set<std::string_view> joined;
  for (table::OpportunityChunk& chunk : reading.table.chunks) {
    for (const OpportunityField field : kJoined) {
      if (chunk.has(field) || !chunk.has(kOwner) || !table.has(key(field))) continue;
      chunk.set_text(field, looked_up(table, rows, chunk.text(kOwner), field));
      joined.insert(key(field));
    }
  }
  if (joined.empty()) return {};
  reading.notes.push_back({"teams_joined",
                           Severity::kInfo,
                           Message{Text{"Of each owner in {file} the deals have: {fields}",
                                        "商机按负责人从 {file} 取得：{fields}"}}
                               .with("file", source.name)
                               .with("fields", fmt::format("{}", fmt::join(joined, ", "))),
                           {source.name, 0, 0}});
  if (const std::int64_t others = deals_of_others(rows, reading.table); others > 0) {
    reading.notes.push_back({"owners_without_a_team",
                             Severity::kWarning,
                             Message{Text{"Deals whose owner is not in {file}: {count}",
                                          "负责人不在 {file} 中的商机：{count} 个"}}
                                 .with("file", source.name)
                                 .with("count", others),
                             {source.name, 0, 0}});
  }
  return {};
}

}  // namespace ae::ingest

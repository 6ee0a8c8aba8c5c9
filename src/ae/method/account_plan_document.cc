#include "ae/method/account_plan_document.h"

#include <algorithm>

#include "ae/domain/plan_values.h"
#include "ae/method/plan_cells.h"

namespace ae::method {
namespace {

using doc::Block;
using doc::Cell;
using doc::Mood;
using doc::Value;

doc::Table table_of(PlanPart part, const std::vector<std::string>& more) {
  doc::Table table;
  for (const PlanColumn& column : columns_of(part)) table.columns.push_back({column.name, {}});
  for (const std::string& column : more) table.columns.push_back({Message::verbatim(column), {}});
  return table;
}

void add_more(std::vector<Cell>& cells, const std::vector<std::string>& columns,
              const std::vector<MoreText>& more) {
  for (const std::string& column : columns) {
    const auto found =
        std::find_if(more.begin(), more.end(), [&](const MoreText& text) { return text.column == column; });
    cells.push_back(found == more.end() ? Cell() : words(found->text));
  }
}

/// A row that says that there is none.
void add_blank_row(doc::Table& table) {
  std::vector<Cell>& cells = table.rows.emplace_back(table.columns.size());
  cells.front() = to_fill_in();
}

std::vector<Block> warnings_about(const AccountPlanResult& result, std::initializer_list<PlanPart> parts) {
  std::vector<Block> blocks;
  for (const AccountWarning& warning : result.warnings) {
    if (std::find(parts.begin(), parts.end(), warning.part) != parts.end())
      blocks.emplace_back(doc::Paragraph{warning.text, Mood::kWarning});
  }
  return blocks;
}

void append(std::vector<Block>& blocks, std::vector<Block> more) {
  for (Block& block : more) blocks.push_back(std::move(block));
}

/// "Account strategy · Short-term (90 days)".
Message title_of(PlanPart part) {
  if (!is_inner(part)) return name(part);
  const bool of_strategy = part == PlanPart::kShortTerm || part == PlanPart::kLongTerm;
  return Message{Text{"{outer} · {inner}", "{outer} · {inner}"}}
      .with("outer", Message(name(of_strategy ? PlanPart::kStrategy : PlanPart::kOpportunity)))
      .with("inner", Message(name(part)));
}

doc::Section section(PlanPart part, std::vector<Block> blocks) {
  return {std::string(key(part)), title_of(part), std::move(blocks), {}};
}

Cell score_cell(const AccountHealth& health) {
  if (!health.score) return {Value(Message(Text{"too little is known", "已知信息过少"})), Mood::kWarning};
  const Mood mood = health.band == HealthBand::kHealthy ? Mood::kGood
                    : health.band == HealthBand::kWatch ? Mood::kWarning
                                                        : Mood::kBad;
  return {Value(Message{Text{"{score} of 100, {band}", "{score} / 100，{band}"}}
                    .with("score", *health.score)
                    .with("band", Message(name(*health.band)))),
          mood};
}

doc::KeyFigure health_figure(const AccountPlanResult& result) {
  return {name(PlanPart::kHealth),
          score_cell(result.health),
          Message{Text{"{known} of {all} parts known", "{all} 项中已知 {known} 项"}}
              .with("known", result.health.known_parts)
              .with("all", result.health.parts_in_all),
          {}};
}

doc::Section overview_section(const AccountPlanResult& result) {
  doc::KeyFigures figures;
  for (const OverviewField field : enumerators<OverviewField>())
    figures.figures.push_back({name(field), words_or_blank(overview_of(result.plan, field)), {}, {}});
  if (result.account.parent)
    figures.figures.push_back({Text{"Belongs to", "上级客户"}, words(result.account.parent), {}, {}});
  for (const MoreText& more : result.account.more)
    figures.figures.push_back({Message::verbatim(more.column), words_or_blank(more.text), {}, {}});
  figures.figures.push_back(health_figure(result));
  return section(PlanPart::kOverview, {figures});
}

Cell points_cell(const HealthPart& part) {
  if (!part.points) return Value(Message(Text{"unknown", "未知"}));
  const bool all = part.points->units() == Ratio::kOne;
  return {Value(doc::Percent{*part.points}), all                        ? Mood::kGood
                                             : part.points->units() > 0 ? Mood::kWarning
                                                                        : Mood::kBad};
}

std::vector<Cell> relationship_cells(const Relationship& person, const std::vector<std::string>& more) {
  std::vector<Cell> cells{words(person.name), words(person.title), words(person.relationship),
                          words(person.influence)};
  add_more(cells, more, person.more);
  return cells;
}

/// Who stands where on the map: relations that someone has, and the two that every account needs.
struct RelationMap {
  EnumArray<Relation, EnumArray<PlanInfluence, std::string>> names;
  EnumArray<Relation, bool> rows;
  EnumArray<PlanInfluence, bool> shown;  ///< as columns

  explicit RelationMap(const std::vector<Relationship>& people) {
    rows[Relation::kEconomicBuyer] = rows[Relation::kChampion] = true;
    shown[PlanInfluence::kHigh] = shown[PlanInfluence::kMedium] = shown[PlanInfluence::kLow] = true;
    for (const Relationship& person : people) {
      const PlanInfluence influence = influence_of(person.influence.value_or(""));
      shown[influence] = true;
      const EnumArray<Relation, bool> relations = relations_of(person.relationship.value_or(""));
      for (const Relation relation : enumerators<Relation>()) {
        if (!relations[relation]) continue;
        rows[relation] = true;
        std::string& cell = names[relation][influence];
        cell.append(cell.empty() ? "" : ", ").append(on_one_line(person.name.value_or("?")));
      }
    }
  }

  bool has(Relation relation) const {
    return std::any_of(names[relation].begin(), names[relation].end(),
                       [](const std::string& cell) { return !cell.empty(); });
  }
};

Mood mood_of(Relation relation) {
  if (relation == Relation::kBlocker) return Mood::kBad;
  return relation == Relation::kChampion || relation == Relation::kEconomicBuyer ? Mood::kGood
                                                                                 : Mood::kNeutral;
}

Cell map_cell(const RelationMap& map, Relation relation, PlanInfluence influence) {
  const std::string& names = map.names[relation][influence];
  if (!names.empty()) return {Value(Message::verbatim(names)), mood_of(relation)};
  const bool is_needed = relation == Relation::kEconomicBuyer || relation == Relation::kChampion;
  if (is_needed && influence == PlanInfluence::kHigh && !map.has(relation))
    return {Value(Message(Text{"missing", "缺失"})), Mood::kBad};
  return Value(Message::verbatim("·"));
}

doc::Section expansion_section(const AccountPlanResult& result) {
  const std::vector<std::string>& more = result.plan.tables[PlanPart::kExpansion].more_columns;
  doc::Table table = table_of(PlanPart::kExpansion, more);
  for (const Expansion& row : result.opportunity.expansion) {
    const std::size_t at = table.rows.size();
    const std::string& amount = result.plan.tables[PlanPart::kExpansion].rows[at].cells[4];
    std::vector<Cell> cells{words(row.opportunity),
                            words(row.product),
                            words(row.unit),
                            words(row.stage),
                            row.amount || amount.empty() ? doc::cell(row.amount) : words(amount),
                            doc::cell(row.close_date)};
    add_more(cells, more, row.more);
    table.rows.push_back(std::move(cells));
  }
  if (table.rows.empty()) add_blank_row(table);
  std::vector<Block> blocks{table};
  append(blocks, warnings_about(result, {PlanPart::kExpansion}));
  return section(PlanPart::kExpansion, std::move(blocks));
}

doc::Section goals_section(PlanPart part, const std::vector<std::string>& goals) {
  std::vector<Block> blocks;
  for (const std::string& goal : goals)
    blocks.emplace_back(doc::Paragraph{Message::verbatim("• " + on_one_line(goal))});
  if (blocks.empty()) blocks.emplace_back(doc::Paragraph{Text{"to fill in", "待填写"}, Mood::kWarning});
  return section(part, std::move(blocks));
}

doc::Section actions_section(const AccountPlanResult& result) {
  const std::vector<std::string>& more = result.plan.tables[PlanPart::kActions].more_columns;
  doc::Table table = table_of(PlanPart::kActions, more);
  table.columns.push_back({Text{"Overdue", "逾期"}, {}});
  for (const PlanAction& action : result.actions) {
    const Mood mood = action.overdue_days ? Mood::kBad : action.settled ? Mood::kGood : Mood::kNeutral;
    std::vector<Cell> cells{words(action.action, mood), words(action.owner),
                            action.date ? Cell(Value(*action.date)) : words(action.date_words),
                            words(action.status)};
    add_more(cells, more, action.more);
    cells.push_back(action.overdue_days ? Cell(Value(Message{Text{"{days} days", "{days} 天"}}.with(
                                              "days", *action.overdue_days)))
                                        : Cell());
    table.rows.push_back(std::move(cells));
  }
  if (table.rows.empty()) add_blank_row(table);
  std::vector<Block> blocks{table};
  append(blocks, warnings_about(result, {PlanPart::kActions}));
  return section(PlanPart::kActions, std::move(blocks));
}

doc::Section risks_section(const AccountPlanResult& result) {
  const std::vector<std::string>& more = result.plan.tables[PlanPart::kRisks].more_columns;
  doc::Table table = table_of(PlanPart::kRisks, more);
  for (const PlanRisk& risk : result.risks) {
    std::vector<Cell> cells{words(risk.risk), risk.mitigation ? words(risk.mitigation) : to_fill_in()};
    add_more(cells, more, risk.more);
    table.rows.push_back(std::move(cells));
  }
  if (table.rows.empty()) add_blank_row(table);
  return section(PlanPart::kRisks, {table});
}

Message part_name(const std::string& section) {
  const PlanPart part = enumerator_of_key<PlanPart>(section);
  return part == PlanPart::kCount ? Message::verbatim(section) : Message(name(part));
}

doc::Section notes_section(const std::vector<OwnNote>& notes) {
  doc::Table table;
  table.columns = {{Text{"Where", "位置"}, {}}, {Text{"Text", "内容"}, {}}};
  for (const OwnNote& note : notes) {
    table.rows.push_back(
        {Value(note.section.empty() ? Message(Text{"At the top", "开头"}) : part_name(note.section)),
         words(note.text.empty() ? std::nullopt : std::optional(note.text))});
  }
  return {"plan_notes", Text{"Notes of the plan", "规划说明"}, {table}, {}};
}

Message column_name(const PlanChange& change) {
  const PlanPart part = enumerator_of_key<PlanPart>(change.part);
  if (part != PlanPart::kCount) {
    for (const PlanColumn& column : columns_of(part)) {
      if (column.key == change.column) return column.name;
    }
  }
  return Message::verbatim(change.column);
}

/// What a change is about: the part, the row unless it is what changed, and the column where one cell did.
Message item_name(const PlanChange& change) {
  const Message part = part_name(change.part);
  const bool is_whole = change.item.empty() || change.item == change.before || change.item == change.after;
  if (is_whole && change.column.empty()) return part;
  const OverviewField field = enumerator_of_key<OverviewField>(change.item);
  const Message item = change.part == key(PlanPart::kOverview) && field != OverviewField::kCount
                           ? Message(name(field))
                           : Message::verbatim(on_one_line(change.item));
  if (change.column.empty() || change.column == "value")
    return Message{Text{"{part}: {item}", "{part}：{item}"}}.with("part", part).with("item", item);
  return Message{Text{"{part}: {item}, {column}", "{part}：{item}，{column}"}}
      .with("part", part)
      .with("item", item)
      .with("column", column_name(change));
}

doc::Section changes_section(const std::vector<PlanChange>& changes) {
  doc::Section made{"changes", Text{"Changes since the other version", "与另一版本的差异"}, {}, {}};
  if (changes.empty()) {
    made.blocks.emplace_back(doc::Paragraph{Text{"Nothing changed", "没有差异"}, Mood::kNeutral});
    return made;
  }
  doc::Table table;
  table.columns = {{Text{"What", "内容"}, {}},
                   {Text{"Change", "变化"}, {}},
                   {Text{"Before", "原来"}, {}},
                   {Text{"Now", "现在"}, {}}};
  for (const PlanChange& change : changes) {
    table.rows.push_back({Value(item_name(change)), Value(Message(name(change.kind))), words(change.before),
                          words(change.after)});
  }
  made.blocks.emplace_back(std::move(table));
  return made;
}

/// The parts of the score, and the warnings that have no table of their own.
std::vector<Block> health_parts(const AccountPlanResult& result) {
  doc::Table table;
  table.columns = {{Text{"Part", "组成"}, {}},
                   {Text{"Figure", "数字"}, {}},
                   {Text{"Weight", "权重"}, {}},
                   {Text{"Earned", "得分"}, {}}};
  for (const HealthPart& part : result.health.parts) {
    table.rows.push_back({Value(Message(name(part.measure))), Value(part.figure),
                          Value(doc::Count{part.weight}), points_cell(part)});
  }
  std::vector<Block> blocks{table};
  append(blocks, warnings_about(result, {PlanPart::kShortTerm, PlanPart::kLongTerm, PlanPart::kRisks}));
  return blocks;
}

}  // namespace

std::vector<Block> health_blocks(const AccountPlanResult& result, Date as_of) {
  doc::KeyFigures figures;
  figures.figures.push_back(health_figure(result));
  figures.figures.push_back({Text{"As of", "基准日"}, Value(as_of), {}, {}});
  std::vector<Block> blocks{figures};
  append(blocks, health_parts(result));
  return blocks;
}
std::vector<Block> map_blocks(const AccountPlanResult& result) {
  const RelationMap map(result.relationships);
  doc::Table table;
  table.columns.push_back({Text{"Relationship × influence", "关系 × 影响力"}, {}});
  for (const PlanInfluence influence : enumerators<PlanInfluence>()) {
    if (map.shown[influence]) table.columns.push_back({name(influence), {}});
  }
  for (const Relation relation : enumerators<Relation>()) {
    if (!map.rows[relation]) continue;
    std::vector<Cell>& row = table.rows.emplace_back();
    row.emplace_back(Value(Message(name(relation))));
    for (const PlanInfluence influence : enumerators<PlanInfluence>()) {
      if (map.shown[influence]) row.push_back(map_cell(map, relation, influence));
    }
  }
  std::vector<Block> blocks{table};
  append(blocks, warnings_about(result, {PlanPart::kRelationships}));
  return blocks;
}

std::vector<Block> action_blocks(const AccountPlanResult& result) {
  std::vector<Block> blocks = warnings_about(result, {PlanPart::kActions});
  if (blocks.empty())
    blocks.emplace_back(doc::Paragraph{Text{"No action is overdue", "没有逾期的行动"}, Mood::kNeutral});
  return blocks;
}

doc::Document account_plan_document(const AccountPlanResult& result) {
  const std::vector<std::string>& more = result.plan.tables[PlanPart::kRelationships].more_columns;
  doc::Table people = table_of(PlanPart::kRelationships, more);
  for (const Relationship& person : result.relationships)
    people.rows.push_back(relationship_cells(person, more));
  if (people.rows.empty()) add_blank_row(people);
  std::vector<Block> relationships{people};
  append(relationships, map_blocks(result));

  doc::Document document;
  document.title = Message{Text{"Account plan: {name}", "客户账户规划：{name}"}}.with(
      "name",
      result.account.name ? Message::verbatim(*result.account.name) : Message(Text{"to fill in", "待填写"}));
  document.sections = {overview_section(result),
                       section(PlanPart::kHealth, health_parts(result)),
                       section(PlanPart::kRelationships, std::move(relationships)),
                       section(PlanPart::kWhitespace, whitespace_blocks(result)),
                       section(PlanPart::kProducts, product_blocks(result)),
                       expansion_section(result),
                       goals_section(PlanPart::kShortTerm, result.strategy.short_term),
                       goals_section(PlanPart::kLongTerm, result.strategy.long_term),
                       actions_section(result),
                       risks_section(result)};
  if (!result.notes.empty()) document.sections.push_back(notes_section(result.notes));
  if (result.changes) document.sections.push_back(changes_section(*result.changes));
  return document;
}

}  // namespace ae::method

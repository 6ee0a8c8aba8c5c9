#include "ae/report/hygiene_document.h"

#include <algorithm>

#include "ae/report/definition.h"
#include "ae/report/playbook_place.h"

namespace ae::report {
namespace {

using doc::Cell;
using doc::Column;
using doc::Count;
using doc::Mood;
using doc::Value;

constexpr std::size_t kAgeingRows = 10;  // what a reader takes in; --format json has more

Mood mood(const HygieneFigures& row) {
  if (!row.count) return Mood::kNeutral;
  return row.severity == Severity::kWarning ? Mood::kWarning : Mood::kGood;
}

doc::Table rules(const HygieneResult& hygiene) {
  doc::Table table;
  table.columns = {Column{Text{"Check", "检查项"}, {}}, Column{Text{"Deals", "商机数"}, {}},
                   Column{Text{"Amount", "金额"}, {}}, Column{Text{"Weekly review", "每周复盘"}, {}}};
  for (const HygieneFigures& row : hygiene.hygiene) {
    const Value count = row.count ? Value(Count{*row.count}) : Value();
    table.rows.push_back({Cell(Value(Message(name(row.rule))), mood(row)), Cell(count), doc::cell(row.amount),
                          Value(Message(name(weekly_item(row.rule))))});
  }
  return table;
}

bool is_checked(const HygieneResult& hygiene, HygieneRule rule) {
  return std::any_of(hygiene.hygiene.begin(), hygiene.hygiene.end(),
                     [&](const HygieneFigures& row) { return row.rule == rule && row.count; });
}

/// What each rule counts, for --explain: a figure of its own, shown nowhere else.
void explain(doc::Section& section, const HygieneResult& hygiene) {
  for (const HygieneFigures& row : hygiene.hygiene) {
    if (!row.count) continue;
    Message how = definition(row.rule);
    if (row.rule == HygieneRule::kOlderThanWonCycle && hygiene.won_cycle_limit_days) {
      how = Message{Text{"{definition}: more than {days} days", "{definition}：超过 {days} 天"}}
                .with("definition", how)
                .with("days", *hygiene.won_cycle_limit_days);
    }
    section.explained.push_back(
        {name(row.rule), doc::Basis{std::move(how), *row.count, hygiene.rows - *row.count}});
  }
}

}  // namespace

doc::Section hygiene_section(const HygieneResult& hygiene) {
  doc::Section section{"hygiene", Text{"Hygiene", "商机库卫生"}, {rules(hygiene)}, {}};
  explain(section, hygiene);
  return section;
}

doc::Section ageing_section(const HygieneResult& hygiene) {
  doc::Table table;
  table.columns = {Column{Text{"Deal", "商机"}, {}}, Column{Text{"Stage", "阶段"}, {}},
                   Column{Text{"Days in stage", "在阶段天数"}, {}},
                   Column{Text{"Limit in days", "时限（天）"}, {}}, Column{Text{"Amount", "金额"}, {}}};
  for (const AgeingDeal& deal : hygiene.ageing) {
    if (table.rows.size() == kAgeingRows) break;
    const std::string label = deal.name.value_or(deal.id.value_or(""));
    table.rows.push_back({Value(Message::verbatim(label)), Value(Message(name(deal.stage))),
                          Cell(Value(Count{deal.days_in_stage}), Mood::kWarning),
                          Value(Count{deal.limit_days}), doc::cell(deal.amount)});
  }
  const auto shown = static_cast<std::int64_t>(table.rows.size());
  if (shown < hygiene.ageing_total.count) {
    table.footnote =
        Message{Text{"{shown} of {all} shown, largest first; --format json lists up to 100",
                     "显示 {all} 个中的 {shown} 个，按金额从大到小；--format json 最多列出 100 个"}}
            .with("shown", shown)
            .with("all", hygiene.ageing_total.count);
  }
  doc::Section section{"ageing", Text{"Too long in their stage", "阶段超期的商机"}, {}, {}};
  if (shown > 0) section.blocks.emplace_back(std::move(table));
  if (shown == 0)
    section.blocks.emplace_back(doc::Paragraph{
        Text{"No open deal is known to be beyond its stage's limit.", "没有已知超过阶段时限的未结商机。"},
        is_checked(hygiene, HygieneRule::kStageOverdue) ? Mood::kGood : Mood::kNeutral});
  return section;
}

doc::Document HygieneReport::render(const HygieneResult& output, const Scope&) {
  doc::Document document{kInfo.title, {}, {hygiene_section(output), ageing_section(output)}};
  if (findings(output) > 0)
    document.sections.front().blocks.emplace_back(playbook_place::what_to_do(playbook_place::kWeeklyReview));
  return document;
}

}  // namespace ae::report

#include "ae/report/definition.h"
#include "ae/report/labels.h"
#include "ae/report/next_report.h"
#include "ae/report/playbook_place.h"

namespace ae::report {
namespace {

using doc::Basis;
using doc::Cell;
using doc::Column;
using doc::Count;
using doc::Mood;
using doc::Value;

constexpr std::size_t kActionsShown = 5;  // of each owner, in the document; --format json has 20
constexpr std::size_t kOwnersShown = 20;

Mood mood(ActionRule rule) { return rule == ActionRule::kAdvance ? Mood::kGood : Mood::kWarning; }

/// The deal's name, with the account where the name does not say it.
Message deal_label(const NextAction& action) {
  const std::string label = action.name.value_or(action.id.value_or(""));
  if (!action.account || label.find(*action.account) != std::string::npos) return Message::verbatim(label);
  return Message::verbatim(label + " · " + *action.account);
}

doc::Section by_rule(const NextResult& result) {
  const auto column = [&](Text label, auto member) {
    return Column{label, Basis{definition(member), result.open_count, 0}};
  };
  doc::Table table;
  table.columns = {
      Column{Text{"What is the case", "情况"}, {}}, column(Text{"Deals", "商机数"}, &RuleActions::count),
      column(Text{"Worth", "价值"}, &RuleActions::worth), Column{Text{"What to do", "要做的事"}, {}}};
  for (const RuleActions& row : result.rules)
    table.rows.push_back({Cell(Value(Message(name(row.rule))), mood(row.rule)), Value(Count{row.count}),
                          doc::cell(row.worth), Value(Message(action(row.rule)))});
  return {"rules", Text{"What the open deals ask for first", "未结商机首先需要的行动"}, {std::move(table)}};
}

Message owner_title(const OwnerActions& owner) {
  return owner.owner ? Message::verbatim(*owner.owner) : Message(Text{"(no owner)", "（未指明负责人）"});
}

/// "Proposal: Too long in its stage, 31 days, limit 21".
Message reason(const NextAction& action) {
  const Message what = Message{Text{"{stage}: {rule}", "{stage}：{rule}"}}
                           .with("stage", Message(name(action.stage)))
                           .with("rule", Message(name(action.rule)));
  if (action.why.empty()) return what;
  return Message{Text{"{what}, {why}", "{what}，{why}"}}.with("what", what).with("why", action.why);
}

doc::Section of_owner(const OwnerActions& owner) {
  const auto column = [&](Text label, auto member) {
    return Column{label, Basis{definition(member), owner.deals, 0}};
  };
  doc::Table table;
  table.columns = {column(Text{"Worth", "价值"}, &NextAction::worth), Column{Text{"Deal", "商机"}, {}},
                   Column{Text{"Why", "原因"}, {}}, Column{Text{"What to do", "要做的事"}, {}}};
  for (const NextAction& row : owner.actions) {
    if (table.rows.size() == kActionsShown) break;
    table.rows.push_back(
        {doc::cell(row.worth), Value(deal_label(row)), Value(reason(row)), Value(row.action)});
  }
  const auto shown = static_cast<std::int64_t>(table.rows.size());
  if (shown < owner.deals)
    table.footnote =
        Message{Text{"{shown} of {all} open deals shown, worth most first; --format json lists up to 20",
                     "显示 {all} 个未结商机中的 {shown} 个，价值从高到低；--format json 最多列出 20 个"}}
            .with("shown", shown)
            .with("all", owner.deals);
  return {"owner", owner_title(owner), {std::move(table)}};
}

}  // namespace

doc::Document NextReport::render(const NextResult& result, const Scope&) {
  doc::Document document{kInfo.title, {}, {}};
  if (result.open_count == 0) {
    document.sections.push_back(
        {"rules",
         Text{"What the open deals ask for first", "未结商机首先需要的行动"},
         {doc::Paragraph{Text{"No deal is open: find new ones.", "没有未结商机：请开拓新商机。"}}}});
    return document;
  }
  for (const OwnerActions& owner : result.owners) {
    if (document.sections.size() < kOwnersShown) document.sections.push_back(of_owner(owner));
  }
  document.sections.push_back(by_rule(result));
  if (findings(result) > 0)
    document.sections.back().blocks.emplace_back(playbook_place::what_to_do(playbook_place::kWeeklyReview));
  return document;
}

}  // namespace ae::report

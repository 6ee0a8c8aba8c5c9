#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/domain/meddic.h"
#include "ae/method/deal_brief.h"

namespace ae::method {
namespace {

using doc::Cell;
using doc::Column;
using doc::KeyFigure;
using doc::Mood;
using doc::Value;

Cell said(const std::optional<std::string>& text) { return text ? Cell(Message::verbatim(*text)) : Cell(); }

/// A figure that is shown only where the file has it.
template <typename Figure>
void add_known(doc::KeyFigures& figures, Text label, const std::optional<Figure>& figure,
               Message detail = {}) {
  if (figure) figures.figures.push_back(KeyFigure{label, doc::cell(figure), std::move(detail), std::nullopt});
}

void add_words(doc::KeyFigures& figures, Text label, const std::optional<std::string>& words) {
  if (words) figures.figures.push_back(KeyFigure{label, said(words), {}, std::nullopt});
}

Message days_words(std::int64_t days) {
  if (days < 0)
    return Message{days == -1 ? Text{"{days} day ago", "已过 {days} 天"}
                              : Text{"{days} days ago", "已过 {days} 天"}}
        .with("days", -days);
  return Message{days == 1 ? Text{"in {days} day", "还有 {days} 天"}
                           : Text{"in {days} days", "还有 {days} 天"}}
      .with("days", days);
}

Message score_words(const DealBrief& brief) {
  if (brief.score_min == brief.score_max)
    return Message{Text{"{total} of {most}", "{total} / {most}"}}
        .with("total", brief.score_min)
        .with("most", brief.score_most);
  return Message{Text{"{low} to {high} of {most}", "{low} 至 {high}，满分 {most}"}}
      .with("low", brief.score_min)
      .with("high", brief.score_max)
      .with("most", brief.score_most);
}

void add_call_figures(doc::KeyFigures& figures, const DealBrief& brief) {
  figures.figures.push_back({Text{"Stage", "阶段"}, Value(Message(name(brief.stage))),
                             Message{Text{"{chance} % by the policy", "策略赢率 {chance}%"}}.with(
                                 "chance", to_decimal(brief.probability.ratio().units(), 2)),
                             std::nullopt});
  if (brief.close_date)
    figures.figures.push_back(
        {Text{"Expected close", "预计成交日期"},
         Cell(Value(*brief.close_date), brief.days_to_close.value_or(0) < 0 ? Mood::kBad : Mood::kNeutral),
         brief.days_to_close ? days_words(*brief.days_to_close) : Message{}, std::nullopt});
  add_words(figures, Text{"Next step", "下一步"}, brief.next_step);
  add_known(figures, Text{"By", "日期"}, brief.next_step_date);
  figures.figures.push_back(
      {Text{"Scorecard", "评分卡"}, Value(score_words(brief)),
       brief.band ? Message(name(*brief.band))
                  : Message{Text{"{scored} of 6 scored", "已评 {scored}/6 项"}}.with("scored", brief.scored),
       std::nullopt});
  figures.figures.push_back(
      {Text{"MEDDIC", "MEDDIC"},
       Value(Message{Text{"{known} of {all} said by the buyer", "客户已说明 {known}/{all}"}}
                 .with("known", brief.letters_known)
                 .with("all", brief.letters)),
       {},
       std::nullopt});
}

void add_handoff_figures(doc::KeyFigures& figures, const DealBrief& brief) {
  figures.figures.push_back({Text{"Stage", "阶段"}, Value(Message(name(brief.stage))), {}, std::nullopt});
  add_known(figures, Text{"Won or lost on", "赢单或丢单日期"}, brief.closed_date);
  const auto open_date = [&](Text label, const std::optional<Date>& date) {
    const Cell open(Message(Text{"not yet", "尚未"}), Mood::kWarning);
    figures.figures.push_back({label, date ? doc::cell(date) : open, {}, std::nullopt});
  };
  open_date(Text{"First payment", "首笔款项"}, brief.paid_date);
  open_date(Text{"Handed over", "已移交"}, brief.handed_over_date);
}

doc::Paragraph first_action(const BriefAction& first) {
  const Message reason =
      first.why.empty()
          ? first.what
          : Message{Text{"{what}, {why}", "{what}，{why}"}}.with("what", first.what).with("why", first.why);
  return {Message{Text{"Do first: {action} ({reason})", "首先要做：{action}（{reason}）"}}
              .with("action", first.action)
              .with("reason", reason)};
}

doc::Section summary(const DealBrief& brief) {
  doc::KeyFigures figures;
  add_words(figures, Text{"Account", "客户"}, brief.account);
  add_words(figures, Text{"Account executive", "客户经理"}, brief.owner);
  add_words(figures, Text{"Product", "产品"}, brief.product);
  add_known(figures, Text{"Amount", "金额"}, brief.amount);
  if (brief.purpose == BriefPurpose::kCall) {
    add_call_figures(figures, brief);
  } else {
    add_handoff_figures(figures, brief);
  }
  add_words(figures, Text{"Competitor", "竞争对手"}, brief.competitor);
  add_known(figures, Text{"Doing nothing costs them a year", "不行动一年的代价"}, brief.cost_of_nothing,
            Text{"by their own answers", "按客户自己的回答"});
  doc::Section section{"summary", Text{"At a glance", "概览"}, {figures}};
  if (brief.first) section.blocks.emplace_back(first_action(*brief.first));
  return section;
}

doc::Section people(const DealBrief& brief) {
  doc::Table table;
  table.columns = {Column{Text{"Person", "联系人"}, {}}, Column{Text{"Title", "职务"}, {}},
                   Column{Text{"Role", "角色"}, {}}, Column{Text{"Influence", "影响力"}, {}},
                   Column{Text{"Last contact", "最近联系"}, {}}};
  for (const BriefPerson& person : brief.people) {
    const Cell gone(Message(Text{"has left", "已离职"}), Mood::kBad);
    const Cell never(Message(Text{"not known", "未记录"}), Mood::kWarning);
    table.rows.push_back({Value(Message::verbatim(person.name)), said(person.title),
                          person.role ? Cell(Message(name(*person.role))) : Cell(),
                          person.influence ? Cell(Message(name(*person.influence))) : Cell(),
                          person.left           ? gone
                          : person.last_contact ? doc::cell(person.last_contact)
                                                : never});
  }
  return {"people", Text{"Who is who", "相关人员"}, {std::move(table)}};
}

doc::Section letters(const DealBrief& brief) {
  doc::Table table;
  table.columns = {Column{Text{"About", "方面"}, {}}, Column{Text{"What we know", "已知内容"}, {}},
                   Column{Text{"From", "出自"}, {}}, Column{Text{"How sure", "可靠程度"}, {}}};
  for (const BriefLetter& row : brief.said) {
    const bool counts = is_known(row.state) && !row.stale;
    const Message state =
        row.stale ? Message{Text{"{state}, stale", "{state}，已过时"}}.with("state", name(row.state))
                  : Message(name(row.state));
    table.rows.push_back({Value(Message(words(row.letter).name)), said(row.answer), said(row.person),
                          Cell(state, counts ? Mood::kGood : Mood::kWarning)});
  }
  const bool call = brief.purpose == BriefPurpose::kCall;
  return {"letters",
          call ? Text{"What the buyer told us", "客户告诉我们的"} : Text{"Why they bought", "客户为何购买"},
          {std::move(table)}};
}

doc::Section missing(const DealBrief& brief) {
  doc::Table table;
  table.columns = {Column{Text{"Missing", "缺少"}, {}}, Column{Text{"State", "状态"}, {}},
                   Column{Text{"Ask or do", "要问或要做的"}, {}}};
  for (const CheckedItem& item : brief.missing)
    table.rows.push_back({Value(item.name), Cell(Message(name(item.state)), Mood::kWarning),
                          Value(Message(gate_item(item.item)->ask))});
  const bool call = brief.purpose == BriefPurpose::kCall;
  return {"missing",
          call ? Text{"What keeps it from the next stage", "进入下一阶段还缺什么"}
               : Text{"Still open", "尚未完成"},
          {std::move(table)}};
}

doc::Section questions(const DealBrief& brief) {
  doc::Table table;
  table.columns = {Column{Text{"Ask", "要问的"}, {}}, Column{Text{"Listen for", "要听什么"}, {}},
                   Column{Text{"Would settle", "可以解决"}, {}}};
  for (const FirstQuestion& question : brief.ask)
    table.rows.push_back(
        {Value(question.ask), Value(question.listen_for), Value(listed_targets(question.clears))});
  return {"ask", Text{"Ask these first", "先问这些"}, {std::move(table)}};
}

/// Advice is for objections that are still to be answered.
doc::Section objections(const DealBrief& brief) {
  const bool call = brief.purpose == BriefPurpose::kCall;
  doc::Table table;
  table.columns = {Column{Text{"They said", "客户说"}, {}}, Column{Text{"We answered", "我方回应"}, {}},
                   Column{Text{"Came of it", "结果"}, {}}};
  if (call) table.columns.push_back(Column{Text{"Advice", "建议"}, {}});
  for (const BriefObjection& row : brief.objections) {
    const Mood mood = row.outcome == ObjectionOutcome::kProgress ? Mood::kGood : Mood::kWarning;
    table.rows.push_back(
        {Value(Message::verbatim(row.said)), said(row.response), Cell(Message(name(row.outcome)), mood)});
    if (call) table.rows.back().emplace_back(Value(row.advice));
  }
  return {"objections",
          call ? Text{"Objections not settled", "未解决的异议"} : Text{"What they doubted", "客户曾有的疑虑"},
          {std::move(table)}};
}

doc::Section trades(const DealBrief& brief) {
  doc::Table table;
  table.columns = {Column{Text{"Who gives", "由谁给出"}, {}}, Column{Text{"What", "内容"}, {}},
                   Column{Text{"Kind", "类型"}, {}}, Column{Text{"Worth", "价值"}, {}}};
  for (const LedgerEntry& entry : brief.trades.entries)
    table.rows.push_back({Value(Message(name(entry.by))), Value(Message::verbatim(entry.what)),
                          Value(Message(name(entry.kind))), doc::cell(entry.worth)});
  doc::KeyFigures figures;
  add_known(figures, Text{"Effective discount after gets", "计入回报后的有效折扣"},
            doc::percent(brief.trades.effective_discount));
  const bool call = brief.purpose == BriefPurpose::kCall;
  doc::Section section{
      "trades",
      call ? Text{"Given and got so far", "迄今的让步与回报"} : Text{"What was promised", "双方的承诺"},
      {}};
  section.blocks.emplace_back(std::move(table));
  if (!figures.figures.empty()) section.blocks.emplace_back(std::move(figures));
  return section;
}

doc::Section blanks(const DealBrief& brief) {
  return {"blanks",
          Text{"Blanks", "空白项"},
          {doc::Paragraph{Message{Text{"The file does not say: {fields}", "文件中尚无：{fields}"}}.with(
                              "fields", fmt::format("{}", fmt::join(brief.blanks, ", "))),
                          Mood::kWarning}}};
}

}  // namespace

doc::Document brief_document(const DealBrief& brief) {
  doc::Document document{name(brief.purpose), {}, {summary(brief)}};
  const auto add = [&](bool has_content, const auto& section) {
    if (has_content) document.sections.push_back(section(brief));
  };
  const bool call = brief.purpose == BriefPurpose::kCall;
  if (call) add(!brief.ask.empty(), questions);
  add(!brief.said.empty(), letters);
  if (!call) add(!brief.trades.entries.empty(), trades);
  add(!brief.people.empty(), people);
  add(!brief.missing.empty(), missing);
  add(!brief.objections.empty(), objections);
  if (call) add(!brief.trades.entries.empty(), trades);
  add(!brief.blanks.empty(), blanks);
  return document;
}

}  // namespace ae::method

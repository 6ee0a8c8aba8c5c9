#include "ae/method/review_document.h"
#include "ae/method/weekly_review.h"

namespace ae::method {
namespace {

using doc::Cell;
using doc::Count;
using doc::Mood;
using doc::Value;

doc::Section agenda_section(const WeeklyReview& review) {
  doc::Section section{"agenda", Text{"Agenda", "议程"}, {}, {}};
  doc::KeyFigures figures;
  const Mood mood = review.deals > 0 ? Mood::kWarning : Mood::kGood;
  figures.figures.push_back({Text{"Open deals", "未结商机"}, Value(Count{review.open}), {}, {}});
  figures.figures.push_back(
      {Text{"To settle", "待处理"},
       Cell(Value(Count{review.deals}), mood),
       Message{Text{"findings: {count}", "发现 {count} 项"}}.with("count", review.findings),
       {}});
  figures.figures.push_back({Text{"Their amount", "涉及金额"}, doc::cell(review.amount), {}, {}});
  if (review.new_deals) {
    figures.figures.push_back(
        {Text{"New deals", "新增商机"},
         Value(Count{*review.new_deals}),
         Message{Text{"within {days} days", "{days} 天内"}}.with("days", review.new_deal_days),
         {}});
  }
  section.blocks.emplace_back(std::move(figures));
  section.blocks.emplace_back(agenda_table(review.items));
  return section;
}

doc::Section owner_section(const WeeklyReview& review) {
  doc::Table table;
  table.columns = {{Text{"Owner", "负责人"}, {}},       {Text{"Open", "未结"}, {}},
                   {Text{"To settle", "待处理"}, {}},   {Text{"Findings", "发现"}, {}},
                   {Text{"Amount", "涉及金额"}, {}},    {Text{"New deals", "新增"}, {}},
                   {Text{"New amount", "新增金额"}, {}}};
  for (const OwnerReview& row : review.by_owner) {
    const Mood found = row.deals > 0 ? Mood::kWarning : Mood::kGood;
    const Cell created =
        row.new_deals ? Cell(Value(Count{*row.new_deals}), *row.new_deals > 0 ? Mood::kGood : Mood::kWarning)
                      : Cell();
    table.rows.push_back(
        {row.owner ? Cell(Message::verbatim(*row.owner)) : Cell(Message(Text{"(no owner)", "（无负责人）"})),
         Value(Count{row.open}), Cell(Value(Count{row.deals}), found), Value(Count{row.findings}),
         doc::cell(row.amount), created, doc::cell(row.new_amount)});
  }
  return {"by_owner", Text{"By owner", "按负责人"}, {std::move(table)}, {}};
}

}  // namespace

doc::Document weekly_document(const WeeklyReview& review) {
  doc::Document document{Text{"Weekly review", "每周复盘"}, {}, {agenda_section(review)}};
  for (const ReviewItem& item : review.items) document.sections.push_back(item_section(item));
  document.sections.push_back(owner_section(review));
  if (!review.decisions) {
    document.sections.back().blocks.emplace_back(doc::Paragraph{
        Text{"To keep what is decided: --decisions decisions.csv. How to run the meeting: ae playbook "
             "pipeline-management#weekly",
             "记录处置决定：--decisions decisions.csv。如何开会：ae playbook pipeline-management#weekly"}});
  }
  if (review.decisions) document.sections.push_back(decision_section(*review.decisions, !review.dry_run));
  if (review.applied) document.sections.push_back(apply_section(*review.applied));
  return document;
}

}  // namespace ae::method

#include "ae/method/concession_answer.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ae::method {
namespace {

/// The day on which the buyer agreed with the value, where that is known.
std::optional<Date> value_shown(const DealRecord& deal) {
  const Evidence* evidence = deal.evidence_for("value_proposition_aligned");
  return evidence != nullptr ? evidence->date : std::nullopt;
}

std::vector<std::string> partners(const Concession& entry, const std::vector<Concession>& ledger) {
  std::vector<std::string> ids;
  for (const Concession& other : ledger) {
    if (other.by != entry.by && (entry.with == other.id || other.with == entry.id)) ids.push_back(other.id);
  }
  return ids;
}

std::optional<Money> sum(const DealRecord& deal, Side side) {
  Int128 total = 0;
  bool any = false;
  for (const Concession& entry : deal.concessions) {
    if (entry.by != side || !entry.worth) continue;
    total += entry.worth->minor;
    any = true;
  }
  const std::optional<std::int64_t> minor = narrow(total);
  return any && minor ? std::optional(Money{*minor, deal.currency}) : std::nullopt;
}

std::optional<Ratio> part_of(std::int64_t minor, const std::optional<Money>& list) {
  return list && list->minor > 0 ? Ratio::of(minor, list->minor) : std::nullopt;
}

doc::Section summary(const LedgerResult& result) {
  doc::KeyFigures figures;
  figures.digits = doc::Digits::kAll;
  const auto add = [&](Text label, doc::Cell value, Message detail = {}) {
    figures.figures.push_back({label, std::move(value), std::move(detail), {}});
  };
  Message unknown;
  if (result.without_worth > 0)
    unknown = Message{Text{"entries without a worth: {count}", "未标价值的条目：{count} 条"}}.with(
        "count", result.without_worth);
  add(Text{"List price", "目录价"}, doc::cell(result.list));
  add(Text{"We give", "我方让步"}, doc::cell(result.given), unknown);
  add(Text{"They give", "对方让步"}, doc::cell(result.got));
  add(Text{"Discount", "折扣"}, doc::cell(doc::percent(result.discount)));
  const bool worse = result.effective_discount && result.effective_discount->units() > 0;
  add(Text{"Effective discount after gets", "计入回报后的实际折扣"},
      doc::cell(doc::percent(result.effective_discount), worse ? doc::Mood::kNeutral : doc::Mood::kGood));
  return {"summary", Text{"Balance", "收支"}, {figures}, {}};
}

doc::Section entries_section(const LedgerResult& result) {
  doc::Table table;
  table.columns = {
      {Text{"Id", "编号"}, {}},     {Text{"Date", "日期"}, {}}, {Text{"Who gives", "由谁给出"}, {}},
      {Text{"Kind", "类型"}, {}},   {Text{"What", "内容"}, {}}, {Text{"Worth", "价值"}, {}},
      {Text{"Prompt", "缘由"}, {}}, {Text{"For", "换取"}, {}}};
  for (const LedgerEntry& entry : result.entries) {
    const bool hangs = entry.by == Side::kWe && entry.traded_for.empty();
    table.rows.push_back(
        {doc::Value(Message::verbatim(entry.id)), doc::Value(entry.date), doc::Value(Message(name(entry.by))),
         doc::Value(Message(name(entry.kind))), doc::Value(Message::verbatim(entry.what)),
         doc::cell(entry.worth), entry.prompt ? doc::Cell(Message(name(*entry.prompt))) : doc::Cell(),
         hangs ? doc::Cell(Message(Text{"nothing", "无"}), doc::Mood::kWarning)
               : doc::Cell(Message::verbatim(fmt::format("{}", fmt::join(entry.traded_for, ", "))))});
  }
  return {"entries", Text{"Ledger", "台账"}, {std::move(table)}, {}};
}

doc::Section findings_section(const LedgerResult& result) {
  if (result.findings.empty()) {
    return {
        "findings",
        Text{"Principles", "原则"},
        {doc::Paragraph{Text{"Every give of ours has its get", "我方每项让步都有回报"}, doc::Mood::kGood}},
        {}};
  }
  doc::Table table;
  table.columns = {
      {Text{"Broken", "违反"}, {}}, {Text{"Entries", "条目"}, {}}, {Text{"What to do", "如何处理"}, {}}};
  for (const LedgerFinding& finding : result.findings) {
    table.rows.push_back({doc::Cell(Message(name(finding.breach)), doc::Mood::kBad),
                          doc::Value(Message::verbatim(fmt::format("{}", fmt::join(finding.entries, ", ")))),
                          doc::Value(finding.remedy)});
  }
  return {"findings", Text{"Principles", "原则"}, {std::move(table)}, {}};
}

}  // namespace

LedgerResult ledger_of(const DealRecord& deal) {
  LedgerResult result;
  result.deal = deal.name;
  result.list = deal.discount.list ? deal.discount.list : deal.amount;
  for (const Concession& entry : deal.concessions) {
    result.entries.push_back({entry.id, entry.date, entry.by, entry.kind, entry.what, entry.worth,
                              entry.prompt, partners(entry, deal.concessions)});
    result.without_worth += entry.worth ? 0 : 1;
  }
  std::stable_sort(result.entries.begin(), result.entries.end(),
                   [](const LedgerEntry& a, const LedgerEntry& b) { return a.date < b.date; });
  result.given = sum(deal, Side::kWe);
  result.got = sum(deal, Side::kThey);
  const std::int64_t given = result.given ? result.given->minor : 0;
  const std::int64_t got = result.got ? result.got->minor : 0;
  if (result.given) result.discount = part_of(given, result.list);
  if (result.given || result.got) result.effective_discount = part_of(given - got, result.list);
  for (const BreachFound& found : breaches_in(deal.concessions, value_shown(deal))) {
    LedgerFinding finding{found.breach, {}, remedy(found.breach)};
    for (const Concession* entry : found.entries) finding.entries.push_back(entry->id);
    result.findings.push_back(std::move(finding));
  }
  return result;
}

doc::Document ledger_document(const LedgerResult& result) {
  doc::Document document{Text{"Concession ledger", "让步台账"}, {}, {}};
  if (result.entries.empty()) {
    document.sections.push_back(
        {"entries",
         Text{"Ledger", "台账"},
         {doc::Paragraph{Text{"Nothing has been given on either side; add an entry with: ae concession add "
                              "FILE --side we --what TEXT",
                              "双方尚无让步；添加：ae concession add 文件 --side we --what 内容"}}},
         {}});
    return document;
  }
  document.sections = {summary(result), entries_section(result), findings_section(result)};
  return document;
}

}  // namespace ae::method

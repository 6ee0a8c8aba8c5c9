#include "ae/method/review_document.h"

#include <algorithm>

namespace ae::method {
namespace {

using doc::Cell;
using doc::Count;
using doc::Mood;
using doc::Value;

Cell words(const std::optional<std::string>& text) { return text ? Cell(Message::verbatim(*text)) : Cell(); }

Message suggestion_words(const SuggestionFigures& suggestion) {
  if (!suggestion.value) return name(suggestion.disposition);
  return Message{Text{"{what} → {value}", "{what} → {value}"}}
      .with("what", Message(name(suggestion.disposition)))
      .with("value", *suggestion.value);
}

/// Why each disposition is suggested, once for all deals of the item.
doc::Prose reasons_of(const ReviewItem& item) {
  std::vector<std::pair<Disposition, Message>> reasons;
  for (const ReviewFinding& finding : item.findings) {
    if (!finding.suggestion) continue;
    std::pair reason(finding.suggestion->disposition, finding.suggestion->text);
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
      reasons.push_back(std::move(reason));
  }
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  doc::Prose prose;
  for (const auto& [disposition, text] : reasons) {
    prose.passages.push_back({doc::PassageKind::kBullet,
                              Message{Text{"**{what}**: {why}", "**{what}**：{why}"}}
                                  .with("what", Message(name(disposition)))
                                  .with("why", text),
                              0,
                              {}});
  }
  return prose;
}

Cell deal_cell(const ReviewFinding& finding) {
  if (!finding.name) return words(finding.id);
  if (!finding.id) return words(finding.name);
  return {Message{Text{"{id} {name}", "{id} {name}"}}.with("id", *finding.id).with("name", *finding.name)};
}

/// One row for each deal.
doc::Table deal_table(const ReviewItem& item) {
  const bool suggests =
      std::any_of(item.findings.begin(), item.findings.end(),
                  [](const ReviewFinding& finding) { return finding.suggestion.has_value(); });
  doc::Table table;
  table.columns = {{Text{"Deal", "商机"}, {}},
                   {Text{"Owner", "负责人"}, {}},
                   {Text{"Amount", "金额"}, {}},
                   {Text{"Found", "发现"}, {}}};
  if (suggests) table.columns.push_back({Text{"Suggested", "建议"}, {}});
  for (std::size_t at = 0; at < item.findings.size();) {
    const ReviewFinding& first = item.findings[at++];
    if (!first.deal) continue;
    Message found = first.text;
    for (; at < item.findings.size() && item.findings[at].is_of_deal_of(first); ++at)
      found = joined(found, item.findings[at].text);
    table.rows.push_back({deal_cell(first), words(first.owner), doc::cell(first.amount),
                          Cell(std::move(found), Mood::kWarning)});
    if (suggests)
      table.rows.back().push_back(first.suggestion ? Cell(suggestion_words(*first.suggestion)) : Cell());
  }
  const auto shown = std::ssize(table.rows);
  if (shown < item.deals) {
    table.footnote = Message{Text{"{shown} of {all} shown, largest first; --limit {all} shows every one",
                                  "显示 {all} 个中的 {shown} 个，按金额从大到小；--limit {all} 可全部显示"}}
                         .with("shown", shown)
                         .with("all", item.deals);
  }
  return table;
}

}  // namespace

Message joined(const Message& one, const Message& other) {
  return Message{Text{"{one}; {other}", "{one}；{other}"}}.with("one", one).with("other", other);
}

doc::Table agenda_table(const std::vector<ReviewItem>& items) {
  doc::Table table;
  table.columns = {{Text{"No.", "序号"}, {}},
                   {Text{"Item", "议程项"}, {}},
                   {Text{"Findings", "发现"}, {}},
                   {Text{"Deals", "商机数"}, {}},
                   {Text{"Amount", "金额"}, {}}};
  std::int64_t number = 0;
  for (const ReviewItem& item : items) {
    const Mood mood = item.findings_total > 0                          ? Mood::kWarning
                      : item.lacks.empty() && item.not_checked.empty() ? Mood::kGood
                                                                       : Mood::kNeutral;
    table.rows.push_back({Value(Count{++number}), Cell(item.text, mood), Value(Count{item.findings_total}),
                          item.deals > 0 ? Cell(Value(Count{item.deals})) : Cell(), doc::cell(item.amount)});
  }
  return table;
}

doc::Section item_section(const ReviewItem& item) {
  doc::Section section{item.item, item.text, {}, {}};
  for (const ReviewFinding& finding : item.findings) {
    if (!finding.deal)
      section.blocks.emplace_back(
          doc::Paragraph{finding.text, finding.is_good ? Mood::kGood : Mood::kWarning});
  }
  if (doc::Table table = deal_table(item); !table.rows.empty()) {
    section.blocks.emplace_back(std::move(table));
    if (doc::Prose reasons = reasons_of(item); !reasons.passages.empty())
      section.blocks.emplace_back(std::move(reasons));
  }
  if (item.deals == 0 && std::ssize(item.findings) < item.findings_total) {
    section.blocks.emplace_back(
        doc::Paragraph{Message{Text{"{shown} of {all} shown; --limit {all} shows every one",
                                    "显示 {all} 项中的 {shown} 项；--limit {all} 可全部显示"}}
                           .with("shown", std::ssize(item.findings))
                           .with("all", item.findings_total)});
  }
  if (item.findings.empty() && item.not_checked.empty() && item.lacks.empty())
    section.blocks.emplace_back(doc::Paragraph{Text{"Nothing to settle.", "没有待处理事项。"}, Mood::kGood});
  for (const Message& lack : item.lacks) section.blocks.emplace_back(doc::Paragraph{lack, Mood::kNeutral});
  return section;
}

}  // namespace ae::method

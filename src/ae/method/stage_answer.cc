#include "ae/method/stage_answer.h"

#include <algorithm>

#include <fmt/format.h>

namespace ae::method {
namespace {

std::vector<CheckedItem> checked(const std::vector<const GateItem*>& items, const ItemFacts& facts) {
  std::vector<CheckedItem> result;
  for (const GateItem* item : items) {
    const ItemState state = state_of(*item, facts);
    result.push_back({item->id, item->name, state == ItemState::kDone, state, evidence_of(*item, facts)});
  }
  return result;
}

StageProgress progress_of(const StageGate& gate, const ItemFacts& facts) {
  StageProgress progress{gate.stage, 0, 0, false};
  std::vector<const GateItem*> seen;  // an item of two lists counts once
  for (const auto& list : gate.lists) {
    for (const GateItem* item : list) {
      if (std::find(seen.begin(), seen.end(), item) != seen.end()) continue;
      seen.push_back(item);
      ++progress.total;
      progress.done += state_of(*item, facts) == ItemState::kDone ? 1 : 0;
    }
  }
  const std::optional<Stage> next = next_stage(gate.stage);
  progress.gate_open =
      next ? unmet_on_the_way(gate.stage, *next, facts).empty()
           : std::all_of(gate.lists[GateList::kExit].begin(), gate.lists[GateList::kExit].end(),
                         [&](const GateItem* item) { return state_of(*item, facts) == ItemState::kDone; });
  return progress;
}

void ask_about(std::vector<Question>& questions, const std::string& item) {
  const bool asked = std::any_of(questions.begin(), questions.end(),
                                 [&](const Question& each) { return each.item == item; });
  if (!asked) questions.push_back({item, gate_item(item)->ask});
}

doc::Mood mood_of(ItemState state) {
  if (state == ItemState::kDone) return doc::Mood::kGood;
  return state == ItemState::kMissing ? doc::Mood::kBad : doc::Mood::kWarning;
}

doc::Cell words(const std::optional<std::string>& text) {
  return text ? doc::Cell(Message::verbatim(*text)) : doc::Cell();
}

/// What happened, and behind it where it can be read.
doc::Cell said_and_where(const Evidence& evidence) {
  if (!evidence.what || !evidence.reference) return words(evidence.what ? evidence.what : evidence.reference);
  return doc::Cell(Message::verbatim(fmt::format("{} ({})", *evidence.what, *evidence.reference)));
}

void add_rows(doc::Table& table, GateList list, const std::vector<CheckedItem>& items) {
  for (const CheckedItem& item : items) {
    const Evidence evidence = item.evidence.value_or(Evidence{});
    table.rows.push_back({doc::Value(Message(name(list))), doc::Value(item.name),
                          doc::Cell(Message(name(item.state)), mood_of(item.state)), said_and_where(evidence),
                          words(evidence.who), doc::cell(evidence.date)});
  }
}

doc::Section path_section(const StageCheckResult& result) {
  doc::BarChart chart;
  chart.unit = Text{"Items done", "已完成事项"};
  for (const StageProgress& stage : result.path) {
    doc::Bar bar;
    const Message label = name(stage.stage);
    bar.label = label;
    if (stage.stage == result.stage)
      bar.label = Message{Text{"{stage} (here)", "{stage}（当前）"}}.with("stage", label);
    bar.value = doc::Cell(Message::verbatim(fmt::format("{} / {}", stage.done, stage.total)),
                          stage.gate_open ? doc::Mood::kGood : doc::Mood::kNeutral);
    bar.length = stage.total == 0 ? 0 : static_cast<double>(stage.done) / static_cast<double>(stage.total);
    chart.bars.push_back(std::move(bar));
  }
  return {"path", Text{"Path", "进展"}, {chart}, {}};
}

doc::Paragraph verdict(const StageCheckResult& result) {
  if (!result.next && result.can_advance)
    return {Text{"Everything is done: signed and paid", "全部完成：已签署并已收款"}, doc::Mood::kGood};
  const Message next = result.next ? Message(name(*result.next)) : Message(Text{"the end", "结束"});
  if (result.can_advance)
    return {Message{Text{"Ready for {next}", "可进入{next}"}}.with("next", next), doc::Mood::kGood};
  return {Message{Text{"Not ready for {next}: {count} missing", "尚不能进入{next}：缺少 {count} 项"}}
              .with("next", next)
              .with("count", static_cast<std::int64_t>(result.missing.size())),
          doc::Mood::kBad};
}

doc::Table question_table(const std::vector<Question>& questions) {
  doc::Table table;
  table.columns = {{Text{"Settles", "所解决的事项"}, {}}, {Text{"Ask or do", "要问或要做的"}, {}}};
  for (const Question& question : questions)
    table.rows.push_back({doc::Value(Message(gate_item(question.item)->name)), doc::Value(question.ask)});
  return table;
}

std::vector<Question> as_listed(const std::vector<const GateItem*>& items) {
  std::vector<Question> list;
  for (const GateItem* item : items) list.push_back({item->id, item->name});
  return list;
}

void add_item_rows(doc::Table& table, GateList list, const std::vector<Question>& items) {
  for (const Question& each : items) {
    const GateItem& item = *gate_item(each.item);
    table.rows.push_back({doc::Value(Message(name(list))), doc::Value(Message::verbatim(item.id)),
                          doc::Value(Message(item.name)), doc::Value(Message(item.evidence))});
  }
}

doc::Table unmet_table(const std::vector<UnmetGate>& missing) {
  doc::Table table;
  table.columns = {
      {Text{"Gate", "关口"}, {}}, {Text{"Missing", "缺少"}, {}}, {Text{"Ask or do", "要问或要做的"}, {}}};
  for (const UnmetGate& gate : missing) {
    table.rows.push_back({doc::Value(Message{Text{"{stage}: {list}", "{stage}：{list}"}}
                                         .with("stage", name(gate.stage))
                                         .with("list", name(gate.list))),
                          doc::Value(gate.name), doc::Value(gate.ask)});
  }
  return table;
}

doc::Paragraph advance_verdict(const StageAdvanceResult& result) {
  const auto said = [&](Text words) {
    return Message{words}
        .with("from", name(result.from))
        .with("to", name(result.to))
        .with("count", static_cast<std::int64_t>(result.missing.size()));
  };
  if (!result.advanced)
    return {said(Text{"Stays in {from}: {count} missing on the way to {to}",
                      "仍在{from}：通往{to}尚缺 {count} 项"}),
            doc::Mood::kBad};
  if (result.forced)
    return {said(Text{"{from} → {to}, with {count} missing", "{from} → {to}，尚缺 {count} 项"}),
            doc::Mood::kWarning};
  return {Message{Text{"{from} → {to}", "{from} → {to}"}}
              .with("from", name(result.from))
              .with("to", name(result.to)),
          doc::Mood::kGood};
}

}  // namespace

StageCheckResult check_stage(Stage stage, const ItemFacts& facts) {
  const StageGate& gate = *stage_gate(stage);
  StageCheckResult result;
  if (facts.deal != nullptr) result.deal = facts.deal->name;
  result.stage = stage;
  result.probability = facts.policy->probability(stage);
  result.checklist = checked(gate.lists[GateList::kChecklist], facts);
  result.entry = checked(gate.lists[GateList::kEntry], facts);
  result.exit = checked(gate.lists[GateList::kExit], facts);
  result.next = next_stage(stage);
  if (result.next) {
    for (const UnmetItem& unmet : unmet_on_the_way(stage, *result.next, facts))
      result.missing.push_back(unmet.item->id);
  } else {
    for (const CheckedItem& item : result.exit) {
      if (!item.done) result.missing.push_back(item.item);
    }
  }
  result.can_advance = result.missing.empty();
  for (const StageGate& each : stage_gates()) result.path.push_back(progress_of(each, facts));
  for (const std::string& item : result.missing) ask_about(result.questions, item);
  for (const CheckedItem& item : result.checklist) {
    if (!item.done) ask_about(result.questions, item.item);
  }
  return result;
}

doc::Document stage_check_document(const StageCheckResult& result) {
  doc::Table lists;
  lists.columns = {{Text{"List", "清单"}, {}},     {Text{"Item", "事项"}, {}}, {Text{"State", "状态"}, {}},
                   {Text{"Evidence", "证据"}, {}}, {Text{"Who", "何人"}, {}},  {Text{"When", "日期"}, {}}};
  add_rows(lists, GateList::kEntry, result.entry);
  add_rows(lists, GateList::kChecklist, result.checklist);
  add_rows(lists, GateList::kExit, result.exit);
  doc::Document document{Text{"Stage check", "阶段检查"}, {}, {path_section(result)}};
  document.sections.front().blocks.emplace_back(verdict(result));
  document.sections.push_back({"lists", name(result.stage), {lists}, {}});
  if (!result.questions.empty())
    document.sections.push_back(
        {"questions", Text{"Ask next", "接下来要问"}, {question_table(result.questions)}, {}});
  return document;
}

StageShowResult show_stages(std::optional<Stage> only, const Policy& policy) {
  StageShowResult result;
  for (const StageGate& gate : stage_gates()) {
    if (only && gate.stage != *only) continue;
    result.stages.push_back({gate.stage, policy.probability(gate.stage), gate.purpose,
                             as_listed(gate.lists[GateList::kChecklist]),
                             as_listed(gate.lists[GateList::kEntry]),
                             as_listed(gate.lists[GateList::kExit])});
  }
  return result;
}

doc::Document stage_show_document(const StageShowResult& result) {
  doc::Document document{Text{"Stages and their gates", "阶段与关口"}, {}, {}};
  for (const StageLists& stage : result.stages) {
    doc::Table table;
    table.columns = {{Text{"List", "清单"}, {}},
                     {Text{"Id", "编号"}, {}},
                     {Text{"Item", "事项"}, {}},
                     {Text{"What counts as evidence", "何为证据"}, {}}};
    add_item_rows(table, GateList::kEntry, stage.entry);
    add_item_rows(table, GateList::kChecklist, stage.checklist);
    add_item_rows(table, GateList::kExit, stage.exit);
    const Message title = Message{Text{"{stage} · {percent} %", "{stage} · {percent}%"}}
                              .with("stage", name(stage.stage))
                              .with("percent", static_cast<std::int64_t>(stage.probability.millionths() /
                                                                         (Probability::kOne / 100)));
    document.sections.push_back(
        {std::string(key(stage.stage)), title, {doc::Paragraph{stage.purpose}, table}, {}});
  }
  return document;
}

std::vector<UnmetGate> listed(const std::vector<UnmetItem>& unmet) {
  std::vector<UnmetGate> gates;
  for (const UnmetItem& each : unmet)
    gates.push_back({each.stage, each.list, each.item->id, each.item->name, each.item->ask});
  return gates;
}

doc::Document stage_advance_document(const StageAdvanceResult& result) {
  doc::Section section{"advance", Message::verbatim(result.deal), {advance_verdict(result)}, {}};
  if (result.reason)
    section.blocks.emplace_back(
        doc::Paragraph{Message{Text{"Reason: {reason}", "理由：{reason}"}}.with("reason", *result.reason)});
  if (!result.missing.empty()) section.blocks.emplace_back(unmet_table(result.missing));
  return {Text{"Advance of a stage", "阶段推进"}, {}, {std::move(section)}};
}

}  // namespace ae::method

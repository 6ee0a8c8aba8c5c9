#include "ae/method/discovery_answer.h"

#include <algorithm>

#include "ae/domain/discovery_answers.h"

namespace ae::method {
namespace {

constexpr std::size_t kFirst = 3;

/// The entry that tells most of a question: the one that counts, else the last one that was logged.
const DiscoveryEntry* entry_of(const DealRecord& deal, const std::vector<const DiscoveryEntry*>& counting,
                               std::string_view id) {
  for (const DiscoveryEntry* answer : counting) {
    if (answer->question == id) return answer;
  }
  const auto last = std::find_if(deal.discovery.rbegin(), deal.discovery.rend(),
                                 [&](const DiscoveryEntry& entry) { return entry.question == id; });
  return last == deal.discovery.rend() ? nullptr : &*last;
}

class Guide {
 public:
  Guide(const DealRecord* deal, const std::optional<std::string>& topic) : deal_(deal), topic_(topic) {
    if (deal != nullptr) counting_ = counting_answers(*deal);
  }

  GuideGroup group(QuestionGroup group) const {
    GuideGroup made{group, 0, {}};
    for (const DiscoveryQuestion& question : discovery_questions()) {
      if (question.group != group) continue;
      made.questions.push_back(asked(question.id));
      made.questions.back().listen_for = question.listen_for;
      made.questions.back().quantity = question.quantity;
    }
    if (const auto letter = enumerator_of_key<MeddicLetter>(key(group)); letter != MeddicLetter::kCount) {
      for (const LetterQuestion& question : words(letter).questions)
        made.questions.push_back(asked(question.id));
    }
    made.answered = std::count_if(made.questions.begin(), made.questions.end(),
                                  [](const GuideQuestion& question) { return question.answer.has_value(); });
    return made;
  }

 private:
  GuideQuestion asked(const std::string& id) const {
    GuideQuestion question;
    question.id = id;
    question.ask = question_about(id, topic_);
    question.fills = targets_of(id);
    const DiscoveryEntry* entry = deal_ != nullptr ? entry_of(*deal_, counting_, id) : nullptr;
    if (entry == nullptr) return question;
    question.asked = true;
    question.answer = entry->answer;
    question.who = entry->who;
    question.date = entry->asked;
    question.counts = entry->is_attested();
    if (question.counts) question.settles = entry->settles.value_or(question.fills);
    return question;
  }

  const DealRecord* deal_;
  const std::optional<std::string>& topic_;
  std::vector<const DiscoveryEntry*> counting_;
};

CostOfNothing cost_of(const DealRecord& deal, const std::optional<std::string>& topic) {
  const InactionCost cost = inaction_cost(deal);
  CostOfNothing made{cost.a_year, cost.days_a_year, {}};
  for (const CostLine& line : cost.lines) {
    const DiscoveryEntry& answer = *line.answer;
    made.lines.push_back({answer.question, question_about(answer.question, topic), answer.who, line.use,
                          answer.amount, answer.days, answer.day_cost, line.times_a_year, line.times_from,
                          line.a_year});
  }
  return made;
}

doc::Cell said(const std::optional<std::string>& text) {
  return text ? doc::Cell(Message::verbatim(*text)) : doc::Cell();
}

doc::Cell count(const std::optional<std::int64_t>& number) {
  return number ? doc::Cell(doc::Count{*number}) : doc::Cell();
}

doc::Section first_section(const DiscoveryResult& result) {
  doc::Table table;
  table.columns = {{Text{"Ask", "要问的"}, {}},
                   {Text{"Listen for", "要听什么"}, {}},
                   {Text{"Would settle", "可以解决"}, {}}};
  for (const FirstQuestion& question : result.first)
    table.rows.push_back({doc::Value(question.ask), doc::Value(question.listen_for),
                          doc::Value(listed_targets(question.clears))});
  return {"first", Text{"The questions that would clear most", "最该先问的问题"}, {std::move(table)}, {}};
}

doc::Section cost_section(const CostOfNothing& cost) {
  doc::KeyFigures figures;
  figures.figures.push_back({Text{"Cost of doing nothing", "不行动的代价"},
                             doc::cell(cost.a_year),
                             Text{"a year, by the buyer's own answers", "每年，按客户自己的回答"},
                             {}});
  if (cost.days_a_year)
    figures.figures.push_back(
        {Text{"Days lost", "损失天数"}, count(cost.days_a_year), Text{"a year", "每年"}, {}});
  doc::Table table;
  table.columns = {{Text{"Answer to", "问题"}, {}}, {Text{"Who", "何人"}, {}},
                   {Text{"Amount", "金额"}, {}},    {Text{"Days", "天数"}, {}},
                   {Text{"A day", "每天代价"}, {}}, {Text{"Times a year", "每年次数"}, {}},
                   {Text{"A year", "每年"}, {}},    {Text{"In the sum", "计入情况"}, {}}};
  for (const CostRow& line : cost.lines) {
    const auto mood = line.use == CostUse::kCounted ? doc::Mood::kGood : doc::Mood::kNeutral;
    table.rows.push_back({doc::Value(line.ask), said(line.who), doc::cell(line.amount), count(line.days),
                          doc::cell(line.day_cost), count(line.times_a_year), doc::cell(line.a_year),
                          doc::Cell(Message(name(line.use)), mood)});
  }
  table.footnote = Text{"A year = (amount + days × cost of a day) × times a year",
                        "每年 =（金额 + 天数 × 每天代价）× 每年次数"};
  return {"cost", Text{"Cost of doing nothing", "不行动的代价"}, {figures, table}, {}};
}

doc::Section settled_section(const DiscoveryResult& result) {
  doc::Table table;
  table.columns = {{Text{"Answer to", "问题"}, {}},
                   {Text{"Who", "何人"}, {}},
                   {Text{"When", "日期"}, {}},
                   {Text{"Settles", "解决的事项"}, {}}};
  for (const GuideGroup& group : result.groups) {
    for (const GuideQuestion& question : group.questions) {
      if (!question.asked || !question.answer) continue;
      const Message nothing =
          question.counts ? Text{"nothing", "无"}
                          : Text{"nothing: who answered, or when, is not there", "无：缺少回答人或日期"};
      const bool settles = !question.settles.empty();
      table.rows.push_back({doc::Value(question.ask), said(question.who), doc::cell(question.date),
                            doc::Cell(settles ? listed_targets(question.settles) : nothing,
                                      question.counts ? doc::Mood::kNeutral : doc::Mood::kWarning)});
    }
  }
  return {"settled", Text{"What the answers settle", "回答解决了什么"}, {std::move(table)}, {}};
}

doc::Cell status_of(const GuideQuestion& question) {
  if (question.answer) return {Message::verbatim(*question.answer), doc::Mood::kGood};
  if (question.asked) return {Message(Text{"asked, not answered", "已问，未答"}), doc::Mood::kWarning};
  return {};
}

Message title_of(const GuideGroup& group, bool with_count) {
  if (!with_count) return name(group.group);
  return Message{Text{"{group} · {answered} of {all} answered", "{group} · 已答 {answered} / {all}"}}
      .with("group", name(group.group))
      .with("answered", group.answered)
      .with("all", static_cast<std::int64_t>(group.questions.size()));
}

doc::Section guide_section(const GuideGroup& group, bool has_deal) {
  doc::Table table;
  table.columns = {
      {Text{"Ask", "要问的"}, {}}, {Text{"Listen for", "要听什么"}, {}}, {Text{"Id", "编号"}, {}}};
  if (has_deal) table.columns.push_back({Text{"Answer", "回答"}, {}});
  for (const GuideQuestion& question : group.questions) {
    table.rows.push_back({doc::Value(question.ask),
                          question.listen_for ? doc::Cell(*question.listen_for) : doc::Cell(),
                          doc::Value(Message::verbatim(question.id))});
    if (has_deal) table.rows.back().push_back(status_of(question));
  }
  return {std::string(key(group.group)), title_of(group, has_deal), {std::move(table)}, {}};
}

/// Something to write on.
doc::Cell blank() { return {Message::verbatim("………………")}; }

doc::Section people_section(const DealRecord& deal) {
  doc::Table table;
  table.columns = {{Text{"Name", "姓名"}, {}},
                   {Text{"Title", "职务"}, {}},
                   {Text{"Part in the decision", "在决策中的角色"}, {}},
                   {Text{"In the call", "是否参加"}, {}}};
  for (const DealContact& contact : deal.contacts) {
    if (contact.left) continue;
    table.rows.push_back({doc::Value(Message::verbatim(contact.name)), said(contact.title),
                          contact.role ? doc::Cell(Message(name(*contact.role))) : doc::Cell(), blank()});
  }
  return {"people", Text{"People", "参加人"}, {std::move(table)}, {}};
}

doc::Table writing_table() {
  doc::Table table;
  table.columns = {{Text{"Ask", "要问的"}, {}},
                   {Text{"Listen for", "要听什么"}, {}},
                   {Text{"Answer", "回答"}, {}},
                   {Text{"Who", "何人"}, {}},
                   {Text{"Number", "数字"}, {}}};
  return table;
}

std::vector<doc::Cell> writing_row(const Message& ask, const std::optional<Message>& listen_for) {
  return {doc::Value(ask), listen_for ? doc::Cell(*listen_for) : doc::Cell(), blank(), blank(), blank()};
}

doc::Section agreed_section() {
  doc::Table table;
  table.columns = {{Text{"Agreed", "约定"}, {}}, {Text{"Who", "何人"}, {}}, {Text{"By when", "何时"}, {}}};
  for (int line = 0; line < 3; ++line) table.rows.push_back({blank(), blank(), blank()});
  return {"agreed", Text{"Next steps", "下一步"}, {std::move(table)}, {}};
}

bool is_first(const DiscoveryResult& result, std::string_view id) {
  return std::any_of(result.first.begin(), result.first.end(),
                     [&](const FirstQuestion& question) { return question.id == id; });
}

}  // namespace

Message listed_targets(const std::vector<std::string>& targets) {
  Message list;
  for (const std::string& target : targets) {
    list = list.empty() ? name_of_target(target)
                        : Message{Text{"{one}; {other}", "{one}；{other}"}}
                              .with("one", list)
                              .with("other", name_of_target(target));
  }
  return list;
}

DiscoveryResult discovery(const MeddicFacts& facts, const std::optional<std::string>& topic) {
  DiscoveryResult result;
  result.topic = topic;
  if (facts.deal != nullptr) {
    result.deal = facts.deal->name;
    result.stage = facts.deal->stage;
    result.cost = cost_of(*facts.deal, topic);
  }
  for (const NextQuestion& next : questions_that_clear_most(facts, kFirst))
    result.first.push_back({next.question->id, question_about(next.question->id, topic),
                            next.question->listen_for, next.clears});
  const Guide guide(facts.deal, topic);
  for (const QuestionGroup group : enumerators<QuestionGroup>()) {
    result.groups.push_back(guide.group(group));
    result.answered += result.groups.back().answered;
    result.total += static_cast<std::int64_t>(result.groups.back().questions.size());
  }
  return result;
}

doc::Document discovery_document(const DiscoveryResult& result) {
  doc::Document document{Text{"Discovery guide", "需求挖掘指南"}, {}, {}};
  if (!result.first.empty()) document.sections.push_back(first_section(result));
  if (!result.cost.lines.empty()) document.sections.push_back(cost_section(result.cost));
  if (result.answered > 0) document.sections.push_back(settled_section(result));
  for (const GuideGroup& group : result.groups)
    document.sections.push_back(guide_section(group, result.deal.has_value()));
  return document;
}

doc::Document call_sheet(const DiscoveryResult& result, const DealRecord* deal) {
  doc::Document document{Text{"Call sheet", "通话清单"}, {}, {}};
  if (deal != nullptr && !deal->contacts.empty()) document.sections.push_back(people_section(*deal));
  doc::Table first = writing_table();
  for (const FirstQuestion& question : result.first)
    first.rows.push_back(writing_row(question.ask, question.listen_for));
  if (!first.rows.empty())
    document.sections.push_back({"first", Text{"Ask these first", "先问这些"}, {std::move(first)}, {}});
  for (const GuideGroup& group : result.groups) {
    doc::Table table = writing_table();
    for (const GuideQuestion& question : group.questions) {
      if (question.answer || is_first(result, question.id)) continue;
      table.rows.push_back(writing_row(question.ask, question.listen_for));
    }
    if (!table.rows.empty())
      document.sections.push_back({std::string(key(group.group)), name(group.group), {std::move(table)}, {}});
  }
  document.sections.push_back(agreed_section());
  return document;
}

}  // namespace ae::method

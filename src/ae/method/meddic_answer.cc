#include "ae/method/meddic_answer.h"

#include <algorithm>

#include "ae/domain/discovery_question.h"

namespace ae::method {
namespace {

LetterRow row_of(const LetterStanding& standing, const DealRecord* deal) {
  const LetterWords& said = words(standing.letter);
  LetterRow row;
  row.letter = standing.letter;
  row.state = standing.state;
  row.answer = standing.answer;
  row.person = standing.person;
  row.confirmed = standing.confirmed;
  row.stale = standing.stale;
  row.expected_by = said.expected_by;
  row.gap = standing.is_gap;
  row.answered_in = standing.answered_in;
  row.weak_signs.assign(said.weak_signs.begin(), said.weak_signs.end());
  if (is_known(standing.state) && !standing.stale) return row;
  if (const auto next = next_question(standing.letter, deal)) {
    row.question_id = std::string(*next);
    row.question = question_about(*next, std::nullopt);
  }
  return row;
}

bool counts(const LetterRow& row) { return is_known(row.state) && !row.stale; }

doc::Mood mood_of(const LetterRow& row) {
  if (counts(row)) return doc::Mood::kGood;
  if (!row.gap) return doc::Mood::kNeutral;
  return row.state == LetterState::kUnknown ? doc::Mood::kBad : doc::Mood::kWarning;
}

Message state_words(const LetterRow& row) {
  if (!row.stale) return name(row.state);
  return Message{Text{"{state}, stale", "{state}，已过时"}}.with("state", name(row.state));
}

Message label_of(const LetterRow& row) {
  return Message{Text{"{letter} · {name}", "{letter} · {name}"}}
      .with("letter", words(row.letter).letter)
      .with("name", words(row.letter).name);
}

doc::Cell said(const std::optional<std::string>& text) {
  return text ? doc::Cell(Message::verbatim(*text)) : doc::Cell();
}

doc::KeyFigures key_figures(const MeddicResult& result) {
  const auto stale = std::count_if(result.letters.begin(), result.letters.end(),
                                   [](const LetterRow& row) { return row.stale.has_value(); });
  doc::KeyFigures figures;
  figures.figures.push_back(
      {Text{"Known", "已了解"},
       doc::Cell(doc::Count{result.known}),
       Message{Text{"of {all} letters, said by the buyer", "共 {all} 个字母，由客户说明"}}.with(
           "all", static_cast<std::int64_t>(result.letters.size())),
       {}});
  const auto gaps = static_cast<std::int64_t>(result.gaps.size());
  Message against = Text{"without a stage every letter is expected", "未给出阶段时要求每个字母"};
  if (result.stage)
    against = Message{Text{"expected by {stage} and not known", "到{stage}应已了解而未了解"}}.with(
        "stage", name(*result.stage));
  figures.figures.push_back({Text{"Gaps", "缺口"},
                             doc::Cell(doc::Count{gaps}, gaps == 0 ? doc::Mood::kGood : doc::Mood::kBad),
                             std::move(against),
                             {}});
  if (stale > 0)
    figures.figures.push_back({Text{"Stale", "已过时"},
                               doc::Cell(doc::Count{stale}, doc::Mood::kWarning),
                               Text{"to be confirmed again", "须重新确认"},
                               {}});
  return figures;
}

/// One bar a letter: a third for assumed, two for said, all of it for quantified.
doc::BarChart picture(const MeddicResult& result) {
  constexpr double kSteps = 3;
  doc::BarChart chart;
  chart.unit = Text{"How well it is known", "了解程度"};
  for (const LetterRow& row : result.letters) {
    doc::Bar bar;
    bar.label = label_of(row);
    bar.value = doc::Cell(state_words(row), mood_of(row));
    bar.length = static_cast<double>(row.state) / kSteps;
    bar.solid = counts(row) ? bar.length : 0;
    chart.bars.push_back(std::move(bar));
  }
  chart.solid_label = Text{"confirmed by the buyer", "客户已确认"};
  chart.mark = static_cast<double>(LetterState::kSaid) / kSteps;
  chart.mark_label = Text{"said by the buyer", "客户已说明"};
  return chart;
}

doc::Section letters_section(const MeddicResult& result) {
  doc::Table table;
  table.columns = {{Text{"Letter", "字母"}, {}},        {Text{"State", "状态"}, {}},
                   {Text{"Answer", "内容"}, {}},        {Text{"Person", "人"}, {}},
                   {Text{"Confirmed", "确认日期"}, {}}, {Text{"Expected by", "应在此阶段了解"}, {}}};
  for (const LetterRow& row : result.letters) {
    table.rows.push_back({doc::Value(label_of(row)), doc::Cell(state_words(row), mood_of(row)),
                          row.answer ? said(row.answer) : doc::Cell(Message(words(row.letter).meaning)),
                          said(row.person), doc::cell(row.confirmed),
                          doc::Value(Message(name(row.expected_by)))});
  }
  const bool has_blank = std::any_of(result.letters.begin(), result.letters.end(),
                                     [](const LetterRow& row) { return !row.answer; });
  if (has_blank)
    table.footnote = Text{"Where there is no answer, what has to be known stands in its place",
                          "尚无内容处显示须了解的事项"};
  return {"letters", Text{"Letters", "字母"}, {std::move(table)}, {}};
}

Message reason_for(const LetterRow& row) {
  return row.stale ? Message(name(*row.stale)) : Message(name(row.state));
}

doc::Section next_section(const MeddicResult& result) {
  doc::Table table;
  table.columns = {
      {Text{"Gap", "缺口"}, {}}, {Text{"Why", "原因"}, {}}, {Text{"Ask next", "接下来要问"}, {}}};
  for (const LetterRow& row : result.letters) {
    if (!row.gap) continue;
    const Message ask =
        row.question.value_or(Text{"every question was asked: ask them again", "问题均已问过：请重新确认"});
    table.rows.push_back(
        {doc::Value(label_of(row)), doc::Cell(reason_for(row), mood_of(row)), doc::Value(ask)});
  }
  return {"next", Text{"Ask next", "接下来要问"}, {std::move(table)}, {}};
}

/// What we only assume, and how to tell that it is ours.
std::optional<doc::Section> signs_section(const MeddicResult& result) {
  doc::Table table;
  table.columns = {{Text{"Assumed", "推测"}, {}},
                   {Text{"A sign that the answer is ours", "答案出自我们的迹象"}, {}}};
  for (const LetterRow& row : result.letters) {
    if (row.state != LetterState::kAssumed) continue;
    for (const Message& sign : row.weak_signs)
      table.rows.push_back({doc::Value(label_of(row)), doc::Value(sign)});
  }
  if (table.rows.empty()) return std::nullopt;
  return doc::Section{"weak_signs", Text{"Is it theirs?", "是客户说的吗？"}, {std::move(table)}, {}};
}

}  // namespace

MeddicResult meddic(const MeddicFacts& facts) {
  MeddicResult result;
  if (facts.deal != nullptr) {
    result.deal = facts.deal->name;
    result.stage = facts.deal->stage;
  }
  if (facts.stage) result.stage = facts.stage;
  for (const LetterStanding& standing : meddic_card(facts)) {
    LetterRow row = row_of(standing, facts.deal);
    result.meddpicc = result.meddpicc || words(row.letter).optional;
    result.known += counts(row) ? 1 : 0;
    if (row.gap) result.gaps.push_back(row.letter);
    result.letters.push_back(std::move(row));
  }
  return result;
}

doc::Document meddic_document(const MeddicResult& result) {
  doc::Document document{Text{"MEDDIC", "MEDDIC"},
                         {},
                         {{"summary",
                           Text{"What the buyer has said", "客户说明的情况"},
                           {key_figures(result), picture(result)},
                           {}},
                          letters_section(result)}};
  if (!result.gaps.empty()) document.sections.push_back(next_section(result));
  if (auto signs = signs_section(result)) document.sections.push_back(*std::move(signs));
  return document;
}

}  // namespace ae::method

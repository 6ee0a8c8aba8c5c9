#include "ae/method/objection_practice.h"

#include <algorithm>

#include <fmt/format.h>

#include "ae/statistics/random.h"

namespace ae::method {
namespace {

using doc::Cell;
using doc::Value;

constexpr Text kAll{"all", "全部"};
constexpr std::string_view kStepsCommand = "ae playbook objections#steps";

/// The parts of a line between blanks and commas, fullwidth ones too.
std::vector<std::string> parts_of(std::string_view line) {
  std::string plain(line);
  for (const std::string_view mark : {"，", "、", "　", ","}) {
    for (std::size_t at = plain.find(mark); at != std::string::npos; at = plain.find(mark, at))
      plain.replace(at, mark.size(), " ");
  }
  std::vector<std::string> parts;
  for (std::size_t at = 0; (at = plain.find_first_not_of(" \t\r", at)) != std::string::npos;) {
    const std::size_t end = std::min(plain.find_first_of(" \t\r", at), plain.size());
    parts.push_back(plain.substr(at, end - at));
    at = end;
  }
  return parts;
}

bool says_all(const std::string& part) {
  return std::any_of(kAllLanguages.begin(), kAllLanguages.end(),
                     [&](Language language) { return part == kAll.in(language); });
}

/// The step of this number, which counts from 1, or of this id.
std::optional<std::size_t> step_of(const std::string& part) {
  const std::vector<ObjectionStep>& steps = objection_steps();
  for (std::size_t step = 0; step < steps.size(); ++step) {
    if (part == std::to_string(step + 1) || part == steps[step].id) return step;
  }
  return std::nullopt;
}

doc::Mood mood(std::int64_t score, std::int64_t of) {
  if (score == of) return doc::Mood::kGood;
  return score * 2 < of ? doc::Mood::kBad : doc::Mood::kWarning;
}

Message score_words(std::int64_t score, std::int64_t of) {
  return Message{Text{"{score} of {of}", "{score} / {of}"}}.with("score", score).with("of", of);
}

/// What of the objection belongs to a step; empty where the step is the same for all.
std::vector<Text> material(const Objection& objection, const ObjectionStep& step) {
  if (step.id == "probe") return objection.probing;
  if (step.id == "respond") return {objection.response};
  return {};
}

doc::Table material_table(Text label, const std::vector<Text>& lines) {
  doc::Table table;
  table.columns = {{label, {}}};
  for (const Text& line : lines) table.rows.push_back({Value(Message(line))});
  return table;
}

doc::Section total_section(const PracticeResult& result) {
  doc::KeyFigures figures;
  figures.figures.push_back(
      {Text{"Score", "得分"},
       Cell(score_words(result.score, result.out_of), mood(result.score, result.out_of)),
       Text{"steps covered, as you marked them", "做到的步骤，按自评"},
       {}});
  figures.figures.push_back(
      {Text{"Answered", "已作答"},
       Value(score_words(result.answered, result.asked)),
       result.answered < result.asked
           ? Message(Text{"ended early; this is the score so far", "提前结束；此为目前得分"})
           : Message(),
       {}});
  return {"total", Text{"In all", "总计"}, {figures}, {}};
}

doc::Section rounds_section(const PracticeResult& result) {
  doc::Table table;
  table.columns = {{Text{"Objection", "异议"}, {}},
                   {Text{"Your answer", "您的回答"}, {}},
                   {Text{"Score", "得分"}, {}},
                   {Text{"Missed", "未做到"}, {}}};
  const auto of = static_cast<std::int64_t>(objection_steps().size());
  for (const PracticeRound& round : result.rounds) {
    Message missed;
    for (const ObjectionStep& step : objection_steps()) {
      if (std::find(round.missed.begin(), round.missed.end(), step.id) == round.missed.end()) continue;
      missed = missed.empty() ? Message(step.name)
                              : Message{Text{"{before}, {step}", "{before}、{step}"}}
                                    .with("before", missed)
                                    .with("step", step.name);
    }
    table.rows.push_back(
        {Value(round.name), round.answer.empty() ? Cell() : Cell(Message::verbatim(round.answer)),
         Cell(score_words(round.score, of), mood(round.score, of)), missed.empty() ? Cell() : Cell(missed)});
  }
  return {"rounds", Text{"By objection", "各异议"}, {table}, {}};
}

doc::Section steps_section(const PracticeResult& result) {
  doc::BarChart chart{Text{"Covered", "做到"}, {}, {}};
  for (const PracticeStep& step : result.steps) {
    const double share = static_cast<double>(step.covered) / static_cast<double>(result.answered);
    chart.bars.push_back(
        {step.name, Cell(score_words(step.covered, result.answered), mood(step.covered, result.answered)),
         share, 0});
  }
  return {"steps", Text{"By step", "各步骤"}, {chart}, {}};
}

doc::Section reading_section(const PracticeResult& result) {
  doc::Prose prose;
  for (const std::string& command : result.read)
    prose.passages.push_back({doc::PassageKind::kBullet, Message::verbatim("`" + command + "`"), 0, {}});
  return {"read", Text{"Read about what was missed", "未做到的，可阅读"}, {prose}, {}};
}

}  // namespace

std::vector<PracticeQuestion> practice_questions(std::optional<std::int64_t> seed,
                                                 std::optional<std::int64_t> rounds) {
  std::vector<PracticeQuestion> questions;
  for (const Objection& each : objections()) questions.push_back({&each, each.heard.front()});
  if (seed) {
    statistics::Random random(static_cast<std::uint64_t>(*seed));
    random.shuffle(questions);
    for (PracticeQuestion& question : questions)
      question.said = question.objection->heard[random.below(question.objection->heard.size())];
  }
  if (rounds && static_cast<std::size_t>(*rounds) < questions.size())
    questions.erase(questions.begin() + *rounds, questions.end());
  return questions;
}

std::optional<StepMarks> read_marks(std::string_view line) {
  StepMarks marks(objection_steps().size());
  for (const std::string& part : parts_of(line)) {
    if (says_all(part)) {
      marks.assign(marks.size(), true);
      continue;
    }
    const std::optional<std::size_t> step = step_of(part);
    if (!step) return std::nullopt;
    marks[*step] = true;
  }
  return marks;
}

PracticeRound practice_round(const PracticeQuestion& question, std::string answer, const StepMarks& marks) {
  PracticeRound round{
      question.objection->id, question.objection->name, question.said, std::move(answer), {}, {}, 0};
  for (std::size_t step = 0; step < marks.size(); ++step)
    (marks[step] ? round.covered : round.missed).push_back(objection_steps()[step].id);
  round.score = static_cast<std::int64_t>(round.covered.size());
  return round;
}

PracticeResult practice_result(std::optional<std::int64_t> seed, std::size_t asked,
                               std::vector<PracticeRound> rounds) {
  PracticeResult result;
  result.seed = seed;
  result.asked = static_cast<std::int64_t>(asked);
  result.answered = static_cast<std::int64_t>(rounds.size());
  result.out_of = result.answered * static_cast<std::int64_t>(objection_steps().size());
  for (const ObjectionStep& step : objection_steps()) {
    const auto covered = std::count_if(rounds.begin(), rounds.end(), [&](const PracticeRound& round) {
      return std::find(round.covered.begin(), round.covered.end(), step.id) != round.covered.end();
    });
    result.steps.push_back({step.id, step.name, covered});
  }
  for (const PracticeRound& round : rounds) {
    result.score += round.score;
    if (!round.missed.empty()) result.read.push_back(fmt::format("ae objection show {}", round.objection));
  }
  if (!result.read.empty()) result.read.insert(result.read.begin(), std::string(kStepsCommand));
  result.share = Ratio::of(result.score, result.out_of);
  result.rounds = std::move(rounds);
  return result;
}

doc::Document practice_question_document(const PracticeQuestion& question, std::size_t number,
                                         std::size_t of) {
  return {Message{Text{"Objection {number} of {of}", "异议 {number} / {of}"}}
              .with("number", static_cast<std::int64_t>(number))
              .with("of", static_cast<std::int64_t>(of)),
          {},
          {{"said",
            Text{"The buyer says", "客户说"},
            {doc::Paragraph{Message{Text{"“{said}”", "“{said}”"}}.with("said", question.said)}},
            {}}}};
}

doc::Document practice_checklist_document(const PracticeQuestion& question) {
  const Objection& objection = *question.objection;
  doc::Document document{objection.name, {}, {}};
  document.sections.push_back(
      {"intent", Text{"What may be meant", "可能的意思"}, {doc::Paragraph{objection.intent}}, {}});
  doc::Table table;
  table.columns = {{Text{"No.", "序号"}, {}},
                   {Text{"Step", "步骤"}, {}},
                   {Text{"It counts when you …", "做到的标准"}, {}}};
  std::int64_t number = 0;
  for (const ObjectionStep& step : objection_steps())
    table.rows.push_back({Value(doc::Count{++number}), Value(Message(step.name)), Value(Message(step.did))});
  document.sections.push_back({"checklist", Text{"Checklist", "核对清单"}, {table}, {}});
  for (const ObjectionStep& step : objection_steps()) {
    const std::vector<Text> lines = material(objection, step);
    if (!lines.empty())
      document.sections.push_back(
          {step.id, step.name, {material_table(Text{"For example", "例如"}, lines)}, {}});
  }
  document.sections.push_back({"proof",
                               Text{"What to bring", "要准备的佐证"},
                               {material_table(Text{"Proof", "佐证"}, objection.proof)},
                               {}});
  return document;
}

doc::Document practice_document(const PracticeResult& result) {
  doc::Document document{Text{"Objections practised", "异议练习"}, {}, {}};
  if (result.answered == 0) {
    document.sections.push_back({"total",
                                 Text{"In all", "总计"},
                                 {doc::Paragraph{Text{"Nothing was answered and marked, so there is no score",
                                                      "没有作答并自评的异议，因此没有得分"}}},
                                 {}});
    return document;
  }
  document.sections = {total_section(result), rounds_section(result), steps_section(result)};
  if (!result.read.empty()) document.sections.push_back(reading_section(result));
  return document;
}

}  // namespace ae::method

#include "ae/app/practice_operation.h"

#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/ingest/source.h"
#include "ae/method/objection_practice.h"

namespace ae::app {
namespace {

using method::PracticeQuestion;
using method::PracticeRound;
using method::StepMarks;

constexpr Text kMarksWanted{
    "Numbers of the steps that you covered, such as 1 3 4; all; an empty line for none",
    "做到的步骤序号，如 1 3 4；全部则填“全部”；一个也没有则留空行"};

/// Who answers: a person, or a file in the person's place. nullopt: there is nothing more to read.
class Trainee {
 public:
  virtual ~Trainee() = default;
  virtual void show(const doc::Document& document) = 0;
  virtual std::optional<std::string> answer() = 0;
  virtual Result<std::optional<StepMarks>> marks() = 0;
};

class Person : public Trainee {
 public:
  explicit Person(const Dialogue& dialogue) : dialogue_(dialogue) {}

  void show(const doc::Document& document) override {
    if (dialogue_.show) dialogue_.show(document);
  }
  std::optional<std::string> answer() override {
    return ask(Text{"What do you answer? One line, then Enter", "您会怎么回应？写一行，按回车"});
  }
  /// Asks again until the marks can be read.
  Result<std::optional<StepMarks>> marks() override {
    while (true) {
      const std::optional<std::string> line = ask(kMarksWanted);
      if (!line) return std::optional<StepMarks>();
      if (std::optional<StepMarks> marks = method::read_marks(*line)) return marks;
    }
  }

 private:
  std::optional<std::string> ask(const Message& prompt) const {
    return dialogue_.ask ? dialogue_.ask(prompt) : std::nullopt;
  }

  const Dialogue& dialogue_;
};

class Script : public Trainee {
 public:
  explicit Script(ingest::Source source) : source_(std::move(source)) {}

  void show(const doc::Document&) override {}
  std::optional<std::string> answer() override { return line(); }
  Result<std::optional<StepMarks>> marks() override {
    const std::optional<std::string> typed = line();
    if (!typed) return std::optional<StepMarks>();
    if (std::optional<StepMarks> marks = method::read_marks(*typed)) return marks;
    return fail(
        {"bad_marks",
         Message{Text{"\"{line}\" does not say which steps were covered", "“{line}”未说明做到了哪些步骤"}}
             .with("line", *typed),
         kMarksWanted,
         {source_.name, line_, 0},
         *typed,
         {}});
  }

 private:
  std::optional<std::string> line() {
    if (at_ >= source_.bytes.size()) return std::nullopt;
    const std::size_t end = std::min(source_.bytes.find('\n', at_), source_.bytes.size());
    std::string text = source_.bytes.substr(at_, end - at_);
    if (text.ends_with('\r')) text.pop_back();
    at_ = end + 1;
    ++line_;
    return text;
  }

  ingest::Source source_;
  std::size_t at_ = 0;
  std::int64_t line_ = 0;
};

Result<std::vector<PracticeRound>> practise(const std::vector<PracticeQuestion>& questions,
                                            Trainee& trainee) {
  std::vector<PracticeRound> rounds;
  for (std::size_t index = 0; index < questions.size(); ++index) {
    const PracticeQuestion& question = questions[index];
    trainee.show(method::practice_question_document(question, index + 1, questions.size()));
    std::optional<std::string> answer = trainee.answer();
    if (!answer) break;
    trainee.show(method::practice_checklist_document(question));
    AE_TRY(const std::optional<StepMarks> marks, trainee.marks());
    if (!marks) break;
    rounds.push_back(method::practice_round(question, std::move(*answer), *marks));
  }
  return rounds;
}

Result<std::vector<PracticeRound>> rounds_of(const std::vector<PracticeQuestion>& questions,
                                             const PracticeOptions& options, const Environment& environment) {
  if (!options.answers) {
    Person person(environment.dialogue);
    return practise(questions, person);
  }
  AE_TRY(ingest::Source source, ingest::read_source(options.answers->path));
  Script script(std::move(source));
  return practise(questions, script);
}

Result<Answer> run_practice(const Invocation& invocation, const Environment& environment) {
  const PracticeOptions& options = invocation.practice;
  const std::vector<PracticeQuestion> questions = method::practice_questions(options.seed, options.rounds);
  AE_TRY(std::vector<PracticeRound> rounds, rounds_of(questions, options, environment));
  const method::PracticeResult result =
      method::practice_result(options.seed, questions.size(), std::move(rounds));
  Answer answer;
  answer.document = method::practice_document(result);
  put_result(answer, result);
  return answer;
}

}  // namespace

Operation practice_operation() {
  Operation operation{"playbook practice",
                      Text{"Practice", "练习"},
                      Text{"How well do I answer objections? Asks, and scores by checklist",
                           "我回应异议的水平如何？逐一提问，按核对清单评分"},
                      Effect::kReads,
                      flags_with({}, &Invocation::practice),
                      "[objections]",
                      "exercise",
                      "ae playbook practice objections --answers examples/practice/objections.txt",
                      {},
                      {}};
  set_schema<method::PracticeResult>(operation);
  operation.run = run_practice;
  return operation;
}

}  // namespace ae::app

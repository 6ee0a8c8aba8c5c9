#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/objection.h"

/// Practising objections: what is asked, in which order, and what the marks a person gives themselves add up
/// to. Who asks and who reads the answers is the caller's matter.
namespace ae::method {

/// An objection as it is put to the person.
struct PracticeQuestion {
  const Objection* objection = nullptr;
  Text said;  ///< one of the ways in which buyers say it
};

/// The questions in order: without a seed as in the content, each in its first wording; with one shuffled,
/// each in a wording drawn by lot, the same for the same seed. `rounds` takes the first so many; all without
/// it.
std::vector<PracticeQuestion> practice_questions(std::optional<std::int64_t> seed,
                                                 std::optional<std::int64_t> rounds);

/// Whether each step of the work on an objection was covered.
using StepMarks = std::vector<bool>;

/// Reads what a person types: numbers of steps or their ids, parted by blanks or commas of either language,
/// "all" in any language, nothing for none. nullopt when a part is none of these.
std::optional<StepMarks> read_marks(std::string_view line);

struct PracticeRound {
  std::string objection;
  Message name;
  Message said;
  std::string answer;
  std::vector<std::string> covered, missed;
  std::int64_t score = 0;

  static constexpr auto fields() {
    return std::tuple{
        field("objection", &PracticeRound::objection, Text{"Id of the objection", "异议编号"}),
        field("name", &PracticeRound::name, Text{"Name", "名称"}),
        field("said", &PracticeRound::said, Text{"What the buyer said", "客户原话"}),
        field("answer", &PracticeRound::answer, Text{"What was answered", "作答内容"}),
        field("covered", &PracticeRound::covered,
              Text{"Ids of the steps that were covered", "做到的步骤编号"}),
        field("missed", &PracticeRound::missed, Text{"Ids of the steps that were not", "未做到的步骤编号"}),
        field("score", &PracticeRound::score, Text{"Steps covered", "做到的步骤数"})};
  }
};

struct PracticeStep {
  std::string step;
  Message name;
  std::int64_t covered = 0;

  static constexpr auto fields() {
    return std::tuple{field("step", &PracticeStep::step, Text{"Id of the step", "步骤编号"}),
                      field("name", &PracticeStep::name, Text{"Name", "名称"}),
                      field("covered", &PracticeStep::covered,
                            Text{"Objections in which it was covered", "做到该步骤的异议数"})};
  }
};

struct PracticeResult {
  std::optional<std::int64_t> seed;
  std::int64_t asked = 0;
  std::int64_t answered = 0;
  std::int64_t score = 0;
  std::int64_t out_of = 0;
  std::optional<Ratio> share;
  std::vector<PracticeStep> steps;
  std::vector<PracticeRound> rounds;
  std::vector<std::string> read;

  static constexpr auto fields() {
    return std::tuple{
        field("seed", &PracticeResult::seed,
              Text{"Seed of the order; null: the content's order", "次序的种子；null 表示按内容次序"}),
        field("asked", &PracticeResult::asked,
              Text{"Objections that there were to answer", "应作答的异议数"}),
        field("answered", &PracticeResult::answered,
              Text{"Objections answered and marked; fewer than asked when the input ended early",
                   "已作答并自评的异议数；输入提前结束时少于应答数"}),
        field("score", &PracticeResult::score, Text{"Steps covered in all", "做到的步骤总数"}),
        field("out_of", &PracticeResult::out_of,
              Text{"Steps that there were in the objections answered", "已作答异议的步骤总数"}),
        field("share", &PracticeResult::share,
              Text{"score ÷ out_of; null when nothing was answered", "score ÷ out_of；未作答时为 null"}),
        field("steps", &PracticeResult::steps, Text{"How often each step was covered", "各步骤做到的次数"}),
        field("rounds", &PracticeResult::rounds,
              Text{"The objections answered, in order", "已作答的异议，按次序"}),
        field("read", &PracticeResult::read,
              Text{"Commands that show what was missed", "查看未做到内容的命令"})};
  }
};

/// One answer with its marks, one for each step.
PracticeRound practice_round(const PracticeQuestion& question, std::string answer, const StepMarks& marks);

/// Adds the rounds up.
PracticeResult practice_result(std::optional<std::int64_t> seed, std::size_t asked,
                               std::vector<PracticeRound> rounds);

/// "Objection 2 of 5", and the buyer's words.
doc::Document practice_question_document(const PracticeQuestion& question, std::size_t number,
                                         std::size_t of);

/// What to hold an answer against: what is meant, and for each step what counts.
doc::Document practice_checklist_document(const PracticeQuestion& question);

/// The score.
doc::Document practice_document(const PracticeResult& result);

}  // namespace ae::method

#include "ae/method/objection_practice.h"

#include <gtest/gtest.h>

namespace ae::method {
namespace {

std::vector<std::string> ids(const std::vector<PracticeQuestion>& questions) {
  std::vector<std::string> ids;
  for (const PracticeQuestion& each : questions) ids.push_back(each.objection->id);
  return ids;
}

TEST(ObjectionPractice, AsksInTheOrderOfTheContentWithoutASeed) {
  const auto all = practice_questions({}, {});
  ASSERT_EQ(all.size(), objections().size());
  EXPECT_EQ(all.front().objection->id, "too_expensive");
  EXPECT_EQ(all.front().said, objections().front().heard.front());
}

TEST(ObjectionPractice, ASeedShufflesAndTheSameSeedTheSameWay) {
  const auto one = practice_questions(7, {});
  EXPECT_EQ(ids(one), ids(practice_questions(7, {})));
  EXPECT_NE(ids(one), ids(practice_questions(8, {})));
  auto sorted = ids(one), content = ids(practice_questions({}, {}));
  EXPECT_NE(sorted, content);
  std::sort(sorted.begin(), sorted.end());
  std::sort(content.begin(), content.end());
  EXPECT_EQ(sorted, content);
}

TEST(ObjectionPractice, RoundsTakeTheFirstOfTheOrder) {
  EXPECT_EQ(ids(practice_questions({}, 2)).size(), 2U);
  EXPECT_EQ(practice_questions({}, 0).size(), 0U);
  EXPECT_EQ(practice_questions({}, 1000).size(), objections().size());
}

TEST(ObjectionPractice, MarksAreNumbersOrIdsInEitherWritingStyle) {
  EXPECT_EQ(read_marks("1 3"), (StepMarks{true, false, true, false, false}));
  EXPECT_EQ(read_marks(" 3,1 "), (StepMarks{true, false, true, false, false}));
  EXPECT_EQ(read_marks("1、3，5"), (StepMarks{true, false, true, false, true}));
  EXPECT_EQ(read_marks("probe confirm"), (StepMarks{false, false, true, false, true}));
  EXPECT_EQ(read_marks("all"), StepMarks(5, true));
  EXPECT_EQ(read_marks("全部"), StepMarks(5, true));
  EXPECT_EQ(read_marks(""), StepMarks(5, false));
  EXPECT_EQ(read_marks("\r"), StepMarks(5, false));
}

TEST(ObjectionPractice, WhatIsNoMarkIsRefusedAndNotTakenForNone) {
  for (const char* line : {"6", "0", "-1", "yes", "1 x", "1.5", "13"})
    EXPECT_EQ(read_marks(line), std::nullopt) << line;
}

TEST(ObjectionPractice, ScoresAddUpOverWhatWasAnswered) {
  const auto questions = practice_questions({}, 3);
  const PracticeResult result =
      practice_result({}, questions.size(),
                      {practice_round(questions[0], "Compared to what?", *read_marks("all")),
                       practice_round(questions[1], "", *read_marks("1 3"))});
  EXPECT_EQ(result.asked, 3);
  EXPECT_EQ(result.answered, 2);
  EXPECT_EQ(result.score, 7);
  EXPECT_EQ(result.out_of, 10);
  EXPECT_EQ(result.share->str(), "0.7000");
  EXPECT_EQ(result.steps[0].covered, 2);
  EXPECT_EQ(result.steps[1].covered, 1);
  EXPECT_EQ(result.rounds[1].missed, (std::vector<std::string>{"acknowledge", "respond", "confirm"}));
  EXPECT_EQ(result.read,
            (std::vector<std::string>{"ae playbook objections#steps", "ae objection show think_about_it"}));
}

TEST(ObjectionPractice, WithoutAnAnswerThereIsNoScore) {
  const PracticeResult result = practice_result({}, 3, {});
  EXPECT_EQ(result.share, std::nullopt);
  EXPECT_TRUE(result.read.empty());
}

}  // namespace
}  // namespace ae::method

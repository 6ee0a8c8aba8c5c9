#include "ae/app/review_operations.h"

#include <algorithm>
#include <limits>

#include "ae/app/monthly_facts.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/app/report_operation.h"
#include "ae/app/weekly_decisions.h"
#include "ae/app/weekly_facts.h"

namespace ae::app {
namespace {

constexpr report::Info kWeekly{
    .command = "review weekly",
    .title = {"Weekly review", "每周复盘"},
    .question = {"What has to be settled this week, deal by deal?", "本周要逐个处理哪些商机？"},
    .keeps_rows = true};

constexpr report::Info kMonthly{
    .command = "review monthly",
    .title = {"Monthly review", "每月复盘"},
    .question = {"Why do we win and lose, is there enough, do forecasts hold, and whom to coach in what?",
                 "为何赢单与丢单，商机是否足够，预测是否可靠，辅导谁、辅导什么？"},
    .attributes = true,
    .keeps_rows = true};

constexpr std::int64_t kShown = 10;  // deals of an item, for people: what half an hour takes

/// Programs get all that was found, people what they can go through, unless --limit says.
std::int64_t limit_of(const Invocation& invocation) {
  constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();
  const std::int64_t without = format_of(invocation.output) == Format::kJson ? kAll : kShown;
  return invocation.limit.limit.value_or(without);
}

unsigned threads_of(const Invocation& invocation, const Environment& environment) {
  return invocation.run.threads.threads != 0 ? invocation.run.threads.threads : environment.threads;
}

/// What every review says of its files.
void put_sources(Answer& answer, Loaded& loaded) {
  answer.document.subtitle = report_subtitle(loaded);
  answer.as_of = loaded.scope.as_of;
  answer.currency = loaded.scope.currency;
  answer.sources = std::move(loaded.reading.sources);
  answer.quarantine = std::move(loaded.reading.quarantine);
}

Result<Answer> review_weekly(const Invocation& invocation, const Environment& environment) {
  AE_TRY(Loaded loaded, load(invocation, environment, kWeekly));
  Answer answer;
  answer.notes = std::move(loaded.reading.notes);
  AE_TRY(const method::WeeklyInput input,
         weekly_facts(loaded, threads_of(invocation, environment), answer.notes));
  method::WeeklyReview review = method::weekly_review(input);
  for (const method::ReviewItem& item : review.items) answer.findings += item.findings_total;
  method::keep_first(review.items, limit_of(invocation));
  review.dry_run = invocation.change.dry_run;
  AE_TRY_VOID(keep_decisions(invocation, environment, loaded, input, review, answer));
  answer.document = method::weekly_document(review);
  put_sources(answer, loaded);
  put_result(answer, review);
  return answer;
}

Result<Answer> review_monthly(const Invocation& invocation, const Environment& environment) {
  AE_TRY(Loaded loaded, load(invocation, environment, kMonthly));
  const unsigned threads = threads_of(invocation, environment);
  loaded.scope.threads = threads;
  Answer answer;
  answer.notes = std::move(loaded.reading.notes);
  AE_TRY(method::MonthlyReview review, monthly_facts(loaded, threads, answer.notes));
  for (const method::ReviewItem& item : review.items) {
    answer.findings += std::count_if(item.findings.begin(), item.findings.end(),
                                     [](const method::ReviewFinding& finding) { return !finding.is_good; });
  }
  method::keep_first(review.items, limit_of(invocation));
  answer.document = method::monthly_document(review);
  put_sources(answer, loaded);
  put_result(answer, review);
  return answer;
}

std::vector<FlagSpec> flags_of_review() {
  std::vector<FlagSpec> flags;
  add_flags(flags, &Invocation::input);
  add_flags(flags, &Invocation::scope);
  add_flags(flags, &Invocation::limit);
  add_flags(flags, &Invocation::output);
  add_flags(flags, &Invocation::run);
  return flags;
}

}  // namespace

Operation review_weekly_operation() {
  std::vector<FlagSpec> flags = flags_of_review();
  add_flags(flags, &Invocation::decisions);
  add_flags(flags, &Invocation::change);
  Operation operation{std::string(kWeekly.command),
                      kWeekly.title,
                      kWeekly.question,
                      Effect::kWrites,
                      std::move(flags),
                      "[FILE]…",
                      "data",
                      "ae review weekly --config examples/ae.toml",
                      {},
                      review_weekly};
  set_schema<method::WeeklyReview>(operation);
  return operation;
}

Operation review_monthly_operation() {
  std::vector<FlagSpec> flags = flags_of_review();
  add_flags(flags, &Invocation::history);
  Operation operation{std::string(kMonthly.command),
                      kMonthly.title,
                      kMonthly.question,
                      Effect::kReads,
                      std::move(flags),
                      "[FILE]…",
                      "data",
                      "ae review monthly --config examples/ae.toml",
                      {},
                      review_monthly};
  set_schema<method::MonthlyReview>(operation);
  return operation;
}

}  // namespace ae::app

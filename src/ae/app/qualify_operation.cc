#include "ae/app/qualify_operation.h"

#include <fmt/format.h>

#include "ae/app/deal_input.h"
#include "ae/app/operation_result.h"
#include "ae/app/plain_flags.h"
#include "ae/ingest/read_side_files.h"
#include "ae/method/qualify_answer.h"

namespace ae::app {
namespace {

Result<Scores> scores_given(const ScoreOptions& options, const ScorecardPolicy& policy) {
  const Scores scores{{options.budget, options.authority, options.need, options.timeline, options.champion,
                       options.competition}};
  for (const Criterion criterion : enumerators<Criterion>()) {
    const std::optional<std::int64_t>& score = scores[criterion];
    if (!score || (*score >= policy.lowest && *score <= policy.highest)) continue;
    return fail(bad_value(fmt::format("--{}", key(criterion)), std::to_string(*score),
                          Message{Text{"a score from {lowest} to {highest}", "{lowest} 到 {highest} 的评分"}}
                              .with("lowest", policy.lowest)
                              .with("highest", policy.highest)));
  }
  return scores;
}

Result<Answer> run_qualify(const Invocation& invocation, const Environment& environment) {
  AE_TRY(const MethodScope scope, method_scope(invocation, environment));
  AE_TRY(const std::optional<records::DealFile> file, optional_deal(invocation, scope));
  AE_TRY(const Scores scores, scores_given(invocation.scores, scope.policy.scorecard));
  method::QualifyResult result = method::qualify(file ? &file->deal : nullptr, scores, scope.policy);
  Answer answer;
  if (invocation.scores.scored) {
    AE_TRY(const ingest::Source source, ingest::read_source(invocation.scores.scored->path));
    AE_TRY(const auto deals, ingest::read_scorecards(source, scope.policy.scorecard, answer.notes));
    result.by_band = method::record_by_band(deals, scope.policy.scorecard);
  }
  answer.document = method::qualify_document(result, scope.policy.scorecard);
  if (file) answer.document.subtitle = Message::verbatim(fmt::format("{} · {}", file->deal.name, file->name));
  answer.as_of = scope.as_of;
  answer.findings = result.bant_qualified ? 0 : 1;
  put_result(answer, result);
  return answer;
}

}  // namespace

Operation qualify_operation() {
  Operation operation{
      "qualify",
      Text{"Qualification scorecard", "资质评分卡"},
      Text{"Is this deal worth the time, and what is weak?", "这个商机值得投入吗，哪里薄弱？"},
      Effect::kReads,
      flags_with({"as_of", "policy"}, &Invocation::deal, &Invocation::scores),
      "[FILE]",
      "deal",
      "ae qualify --budget 4 --authority 3 --need 5 --timeline 2",
      {},
      {}};
  add_check_flag(operation.flags);
  set_schema<method::QualifyResult>(operation);
  operation.run = run_qualify;
  return operation;
}

}  // namespace ae::app

#pragma once

#include "ae/app/load.h"
#include "ae/app/operation.h"
#include "ae/render/json_schema.h"
#include "ae/report/fold.h"

namespace ae::app {

/// Where the figures come from and what they are relative to, in one line under the title.
Message report_subtitle(const Loaded& loaded);

/// What a report makes of an invocation.
template <report::Report R>
struct ReportAnswer {
  Answer answer;
  typename R::Output output;
  table::OpportunityTable table;  ///< what was folded
};

/// Load, fold, finalize, render. The one place where a report meets the rest of the program.
template <report::Report R>
Result<ReportAnswer<R>> answer_report(const Invocation& invocation, const Environment& environment) {
  AE_TRY(Loaded loaded, load(invocation, environment));
  const unsigned threads =
      invocation.run.threads.threads != 0 ? invocation.run.threads.threads : environment.threads;
  const typename R::Partial partial = report::fold<R>(loaded.reading.table, loaded.scope, threads);
  ReportAnswer<R> made;
  Answer& answer = made.answer;
  answer.notes = std::move(loaded.reading.notes);
  AE_TRY(made.output, R::finalize(partial, loaded.scope, answer.notes));
  answer.document = R::render(made.output, loaded.scope);
  answer.document.subtitle = report_subtitle(loaded);
  answer.write_result = [output = made.output](render::JsonWriter& json) {
    render::write_json(json, output);
  };
  answer.as_of = loaded.scope.as_of;
  answer.currency = loaded.scope.currency;
  answer.sources = std::move(loaded.reading.sources);
  answer.quarantine = std::move(loaded.reading.quarantine);
  answer.findings = R::findings(made.output);
  made.table = std::move(loaded.reading.table);
  return made;
}

/// A report as an operation.
template <report::Report R>
Operation report_operation(std::string example) {
  Operation operation{std::string(R::kInfo.command),
                      R::kInfo.title,
                      R::kInfo.question,
                      Effect::kReads,
                      {},
                      "[FILE]…",
                      "data",
                      std::move(example),
                      {},
                      {}};
  for (const auto& group : {flags_of(&Invocation::input), flags_of(&Invocation::scope),
                            flags_of(&Invocation::output), flags_of(&Invocation::run)}) {
    operation.flags.insert(operation.flags.end(), group.begin(), group.end());
  }
  if (R::kInfo.grouped) {
    const auto grouping = flags_of(&Invocation::grouping);
    operation.flags.insert(operation.flags.end(), grouping.begin(), grouping.end());
  }
  operation.write_result_schema = [](render::JsonWriter& json) {
    render::write_schema<typename R::Output>(json);
  };
  operation.run = [](const Invocation& invocation, const Environment& environment) -> Result<Answer> {
    AE_TRY(ReportAnswer<R> made, answer_report<R>(invocation, environment));
    return std::move(made.answer);
  };
  return operation;
}

}  // namespace ae::app

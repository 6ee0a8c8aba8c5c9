#pragma once

#include "ae/app/load.h"
#include "ae/app/operation.h"
#include "ae/app/what_if.h"
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

/// The partials of a report, one for each thread of a scan.
template <report::Report R>
class PartialFold : public ScanFold {
 public:
  void begin(unsigned threads) override { partials_.assign(threads, {}); }
  void take(unsigned thread, const table::OpportunityChunk& chunk) override {
    partials_[thread].add(chunk, scope);
  }

  /// All of them together; they are gone then.
  typename R::Partial take_whole() {
    typename R::Partial whole = std::move(partials_.front());
    for (auto partial = partials_.begin() + 1; partial != partials_.end(); ++partial) {
      whole.merge(*partial);
      *partial = {};
    }
    partials_.clear();
    return whole;
  }

 private:
  std::vector<typename R::Partial> partials_;
};

/// Load, fold, finalize, render. The one place where a report meets the rest of the program.
template <report::Report R>
Result<ReportAnswer<R>> answer_report(const Invocation& invocation, const Environment& environment) {
  PartialFold<R> scan;
  const bool changes = report::Comparable<R> && asks_what_if(invocation.what_if);
  AE_TRY(Loaded loaded, load(invocation, environment, R::kInfo, changes ? nullptr : &scan));
  const unsigned threads =
      invocation.run.threads.threads != 0 ? invocation.run.threads.threads : environment.threads;
  loaded.scope.threads = threads;
  ReportAnswer<R> made;
  Answer& answer = made.answer;
  answer.notes = std::move(loaded.reading.notes);
  const auto figures_of = [&](std::vector<Note>& notes) -> Result<typename R::Output> {
    typename R::Partial whole = loaded.scanned ? scan.take_whole() : typename R::Partial{};
    whole.merge(report::fold<R>(loaded.reading.table, loaded.scope, threads));
    return R::finalize(whole, loaded.scope, notes);
  };
  if constexpr (report::Comparable<R>) {
    if (changes) {
      std::vector<Note> of_base;
      AE_TRY(const typename R::Output base, figures_of(of_base));
      AE_TRY(loaded.reading.table,
             changed_table(loaded.reading.table, invocation.what_if, loaded.scope.currency));
      loaded.deals = static_cast<std::int64_t>(loaded.reading.table.rows());
      AE_TRY(loaded.scope.win_rate_shift, win_rate_shift(invocation.what_if));
      AE_TRY(made.output, figures_of(answer.notes));
      answer.what_if = compare(invocation.what_if, R::headlines(base), R::headlines(made.output));
    }
  }
  if (!answer.what_if) {
    AE_TRY(made.output, figures_of(answer.notes));
  }
  answer.document = R::render(made.output, loaded.scope);
  if (answer.what_if)
    answer.document.sections.insert(answer.document.sections.begin(), answer.what_if->section());
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
  const auto add = [&](const std::vector<FlagSpec>& flags) {
    operation.flags.insert(operation.flags.end(), flags.begin(), flags.end());
  };
  if (R::kInfo.grouped) add(flags_of(&Invocation::grouping));
  if (R::kInfo.learns) add(flags_of(&Invocation::history));
  if (R::kInfo.judges_calls) add(flags_of(&Invocation::calls));
  if (R::kInfo.compares_policies) add(flags_of(&Invocation::baseline));
  if (R::kInfo.adjusted) add(flags_of(&Invocation::adjust));
  if (report::Comparable<R>) add(flags_of(&Invocation::what_if));
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

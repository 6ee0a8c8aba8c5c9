#include "ae/app/what_if_operation.h"

#include <algorithm>

#include "ae/app/load.h"
#include "ae/app/operation_result.h"
#include "ae/app/report_operation.h"
#include "ae/app/tried_scope.h"
#include "ae/report/fold.h"
#include "ae/report/labels.h"
#include "ae/report/pipeline_report.h"
#include "ae/table/deal_store.h"

namespace ae::app {
namespace {

using report::PipelineReport;
using report::PipelineResult;

constexpr report::Info kInfo{.command = "what-if",
                             .title = {"What if?", "假设分析"},
                             .question = {"What would the pipeline report say if something were different?",
                                          "若条件不同，商机库报告会怎样？"},
                             .texts = PipelineReport::kInfo.texts};

struct Tried {
  std::optional<std::string> tried;
  Date as_of;
  std::string period;
  PipelineResult pipeline;

  static constexpr auto fields() {
    return std::tuple{field("try", &Tried::tried,
                            Text{"The changes as they were given; null: as it is", "所给的更改；null：现状"}),
                      field("as_of", &Tried::as_of, Text{"The day that counts as today", "视为今天的日期"}),
                      field("period", &Tried::period, Text{"The quarter of the report", "报告的季度"}),
                      field("pipeline", &Tried::pipeline,
                            Text{"What the pipeline report then says", "此时商机库报告的内容"})};
  }
};

struct WhatIfResult {
  std::vector<Tried> tries;

  static constexpr auto fields() {
    return std::tuple{
        field("tries", &WhatIfResult::tries,
              Text{"As it is, then every try in the order given", "先为现状，其后按给出的顺序列出每次尝试"})};
  }
};

/// Keeps the deals of a large file in columns while it is read.
class KeepingFold : public ScanFold {
 public:
  void begin(unsigned threads) override { store_.begin(threads); }
  void take(unsigned thread, const table::OpportunityChunk& chunk) override { store_.add(thread, chunk); }
  table::DealStore& store() { return store_; }

 private:
  static table::DealStore::Plan plan() {
    const ingest::ScanPlan words = scan_plan(kInfo);
    return {words.grouped, words.listed, words.texts};
  }

  table::DealStore store_{plan()};
};

/// One figure of the comparison.
struct Compared {
  Text label;
  doc::Value (*of)(const PipelineResult&);
};

template <HygieneRule kRule>
doc::Value count_of(const PipelineResult& result) {
  for (const report::HygieneFigures& row : result.hygiene) {
    if (row.rule == kRule && row.count) return doc::Count{*row.count};
  }
  return {};
}

const Compared kCompared[] = {
    {{"Weighted", "加权金额"},
     [](const PipelineResult& result) { return doc::cell(result.open.weighted).value; }},
    {{"Won", "本期赢单"},
     [](const PipelineResult& result) { return doc::cell(result.coverage.won_in_period).value; }},
    {{"Coverage", "覆盖度"},
     [](const PipelineResult& result) { return doc::cell(doc::multiple(result.coverage.total)).value; }},
    {{"Remaining", "剩余配额覆盖度"},
     [](const PipelineResult& result) { return doc::cell(doc::multiple(result.coverage.remaining)).value; }},
    {{"Past close", "成交日已过"}, count_of<HygieneRule::kCloseDatePast>},
    {{"No activity", "近期无跟进"}, count_of<HygieneRule::kNoRecentActivity>},
    {{"Overdue", "阶段超期"}, count_of<HygieneRule::kStageOverdue>}};

Message name_of(const Tried& tried) {
  return tried.tried ? Message::verbatim(*tried.tried) : Message(Text{"As it is", "现状"});
}

doc::Table comparison(const WhatIfResult& result, bool differences) {
  doc::Table table;
  table.columns.push_back({Text{"Try", "尝试"}, {}});
  for (const Compared& figure : kCompared) table.columns.push_back({figure.label, {}});
  const PipelineResult& base = result.tries.front().pipeline;
  for (const Tried& tried : result.tries) {
    if (differences && !tried.tried) continue;
    std::vector<doc::Cell>& row = table.rows.emplace_back();
    row.emplace_back(doc::Value(name_of(tried)));
    for (const Compared& figure : kCompared) {
      const doc::Value value = figure.of(tried.pipeline);
      row.emplace_back(differences ? difference(figure.of(base), value) : value);
    }
  }
  if (!differences)
    table.footnote = Text{
        "Won in the period; coverage of the quota and of what remains of it; open deals past their close "
        "date, "
        "without recent activity, too long in their stage",
        "赢单指本期；覆盖度按配额与剩余配额；其后为预计成交日已过、近期无跟进、阶段超期的未结商机数"};
  return table;
}

/// The weighted amounts, the longest bar the largest.
std::optional<doc::BarChart> chart(const WhatIfResult& result) {
  std::int64_t most = 0;
  for (const Tried& tried : result.tries) {
    if (!tried.pipeline.open.weighted) return std::nullopt;
    most = std::max(most, tried.pipeline.open.weighted->minor);
  }
  if (most == 0) return std::nullopt;
  doc::BarChart bars{Text{"Weighted by stage", "按阶段加权"}, {}, {}};
  for (const Tried& tried : result.tries) {
    const Money& weighted = *tried.pipeline.open.weighted;
    doc::Bar bar{name_of(tried), doc::Value(weighted)};
    bar.length = std::max(0.0, static_cast<double>(weighted.minor) / static_cast<double>(most));
    bars.bars.push_back(std::move(bar));
  }
  return bars;
}

doc::Document document_of(const WhatIfResult& result, const Loaded& loaded) {
  doc::Section figures{"figures", Text{"The figures", "各项指标"}, {}};
  if (auto bars = chart(result)) figures.blocks.emplace_back(std::move(*bars));
  figures.blocks.emplace_back(comparison(result, false));
  doc::Section differences{
      "differences", Text{"Differences to as it is", "与现状之差"}, {comparison(result, true)}};
  return {kInfo.title, report_subtitle(loaded), {std::move(figures), std::move(differences)}};
}

Error no_tries() {
  return {"no_tries",
          Text{"Nothing was given to try", "没有给出要尝试的更改"},
          Text{"Name a change: ae what-if deals.csv --try stages.proposal.probability=50",
               "请给出更改：ae what-if deals.csv --try stages.proposal.probability=50"},
          {},
          "",
          {}};
}

/// What is said of a try and not of the report as it is.
void add_new_notes(std::vector<Note>& notes, std::size_t of_base, const std::vector<Note>& more,
                   const std::string& tried) {
  for (const Note& note : more) {
    const bool known = std::any_of(notes.begin(), notes.begin() + static_cast<std::ptrdiff_t>(of_base),
                                   [&](const Note& each) { return each == note; });
    if (known) continue;
    Note of_try = note;
    of_try.text = Message{Text{"{try}: {note}", "{try}：{note}"}}.with("try", tried).with("note", note.text);
    notes.push_back(std::move(of_try));
  }
}

Note stages_of_the_file() {
  return {"stages_of_the_file",
          Severity::kInfo,
          Text{"On whatever day: deals stand in the stages in which the file has them",
               "无论假设哪一天，商机均按文件中的阶段计算"},
          {}};
}

Result<Answer> run(const Invocation& invocation, const Environment& environment) {
  if (invocation.tried.tries.empty()) return fail(no_tries());
  KeepingFold keep;
  AE_TRY(Loaded loaded, load(invocation, environment, kInfo, &keep));
  loaded.scope.threads =
      invocation.run.threads.threads != 0 ? invocation.run.threads.threads : environment.threads;
  if (loaded.scanned) loaded.reading.table = keep.store().take();
  Answer answer;
  answer.notes = std::move(loaded.reading.notes);
  const auto report = [&](const report::Scope& scope, std::vector<Note>& notes) {
    return PipelineReport::finalize(report::fold<PipelineReport>(loaded.reading.table, scope, scope.threads),
                                    scope, notes);
  };
  WhatIfResult result;
  AE_TRY(PipelineResult base, report(loaded.scope, answer.notes));
  const std::size_t of_base = answer.notes.size();
  result.tries.push_back({std::nullopt, loaded.scope.as_of, loaded.scope.period.name, std::move(base)});
  bool other_days = false;
  for (const std::string& changes : invocation.tried.tries) {
    AE_TRY(const report::Scope scope,
           tried_scope(changes, invocation.scope, environment.today, loaded.scope));
    std::vector<Note> notes;
    AE_TRY(PipelineResult tried, report(scope, notes));
    add_new_notes(answer.notes, of_base, notes, changes);
    other_days |= scope.as_of != loaded.scope.as_of;
    result.tries.push_back({changes, scope.as_of, scope.period.name, std::move(tried)});
  }
  if (other_days) answer.notes.push_back(stages_of_the_file());
  answer.document = document_of(result, loaded);
  answer.as_of = loaded.scope.as_of;
  answer.currency = loaded.scope.currency;
  answer.sources = std::move(loaded.reading.sources);
  answer.quarantine = std::move(loaded.reading.quarantine);
  answer.findings =
      PipelineReport::findings(result.tries.front().pipeline);  // of what is, not of what may be
  put_result(answer, result);
  return answer;
}

}  // namespace

Operation what_if_operation() {
  Operation operation{std::string(kInfo.command),
                      kInfo.title,
                      kInfo.question,
                      Effect::kReads,
                      {},
                      "[FILE]…",
                      "data",
                      "ae what-if examples/opportunities.csv --currency USD --rates examples/rates.csv --try "
                      "stages.proposal.probability=50 --try \"as_of=2026-03-31, quota=4000000\"",
                      {},
                      run};
  for (const auto& group :
       {flags_of(&Invocation::tried), flags_of(&Invocation::input), flags_of(&Invocation::scope),
        flags_of(&Invocation::output), flags_of(&Invocation::run)})
    operation.flags.insert(operation.flags.end(), group.begin(), group.end());
  set_schema<WhatIfResult>(operation);
  return operation;
}

}  // namespace ae::app

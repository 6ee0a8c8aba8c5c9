// How long a pipeline report takes again on deals that are in memory: what_if FILE [THREADS] [RUNS]
//
// Reads a file of bench/make_opportunities.cc once into columns, as `ae what-if` does, then makes the whole
// report again and again, each time as of another day, and tells milliseconds as JSON, with the open deals of
// the first day.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "ae/ingest/scan_opportunities.h"
#include "ae/report/fold.h"
#include "ae/report/pipeline_report.h"
#include "ae/table/deal_store.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

class Keeper : public ae::ingest::ChunkTaker {
 public:
  explicit Keeper(ae::table::DealStore& store) : store_(store) {}
  void begin(unsigned threads) override { store_.begin(threads); }
  void take(unsigned thread, const ae::table::OpportunityChunk& chunk) override { store_.add(thread, chunk); }

 private:
  ae::table::DealStore& store_;
};

}  // namespace

int main(int count, char** arguments) {
  using ae::OpportunityField;
  using Report = ae::report::PipelineReport;
  if (count < 2) return 2;
  const unsigned threads = count > 2 ? static_cast<unsigned>(std::atoi(arguments[2])) : 2;
  const int runs = count > 3 ? std::atoi(arguments[3]) : 11;
  ae::ingest::ReadOptions options;
  options.threads = threads;
  ae::ingest::ScanPlan plan;
  plan.texts = Report::kInfo.texts;
  plan.grouped = ae::table::fields_of({OpportunityField::kOwner, OpportunityField::kTeam});
  plan.listed = ae::table::fields_of({OpportunityField::kId, OpportunityField::kName});
  ae::table::DealStore store({plan.grouped, plan.listed, plan.texts});
  Keeper keeper(store);
  const Clock::time_point start = Clock::now();
  const auto reading = ae::ingest::scan_opportunities(arguments[1], options, plan, keeper);
  if (!reading) return 1;
  const ae::table::OpportunityTable table = store.take();
  const double kept = milliseconds_since(start);
  ae::report::Scope scope;
  scope.currency = reading->currency;
  std::vector<double> times;
  std::int64_t open = 0;
  for (int run = 0; run < runs; ++run) {
    const Clock::time_point begin = Clock::now();
    scope.as_of = *ae::Date::from_ymd(2025, 6, 30) + run;
    scope.period = scope.calendar.quarter_containing(scope.as_of);
    const auto partial = ae::report::fold<Report>(table, scope, threads);
    std::vector<ae::Note> notes;
    const auto result = Report::finalize(partial, scope, notes);
    if (!result) return 1;
    open = result->open.count;
    times.push_back(milliseconds_since(begin));
  }
  std::sort(times.begin(), times.end());
  std::printf("{\"deals\": %zu, \"open\": %lld, \"kept\": %.1f, \"shortest\": %.2f, \"median\": %.2f}\n",
              table.rows(), static_cast<long long>(open), kept, times.front(), times[times.size() / 2]);
}

#include "ae/app/coaching_cases.h"

#include <map>

#include "ae/report/hygiene_checks.h"
#include "ae/report/number_bands.h"

namespace ae::app {
namespace {

using enum OpportunityField;
using method::CoachingCase;
using method::CoachingMetric;

/// Collects the cases of every owner.
class Collector {
 public:
  Collector(const Loaded& loaded, const std::optional<std::int64_t>& won_cycle_limit_days)
      : table_(loaded.reading.table),
        scope_(loaded.scope),
        won_cycle_limit_days_(won_cycle_limit_days),
        knows_last_stages_(last_stages_are_known()) {
    read_numbers(kDiscount);
    read_numbers(kPushes);
  }

  std::vector<CoachingCase> cases() {
    for (const table::OpportunityChunk& chunk : table_.chunks) {
      if (!chunk.has(kOwner)) continue;
      const report::ChunkDeals deals(chunk, scope_);
      const report::HygieneChecks checks(deals);
      for (std::size_t row = 0; row < chunk.rows(); ++row) add(chunk, checks, row);
    }
    std::vector<CoachingCase> all;
    for (auto& [key, each] : cases_) all.push_back(std::move(each));
    return all;
  }

 private:
  CoachingCase& of(const std::string& owner, CoachingMetric metric, Stage stage = Stage::kUnknown) {
    CoachingCase& found = cases_[{owner, metric, stage}];
    found.owner = owner;
    found.metric = metric;
    found.stage = stage;
    return found;
  }

  bool last_stages_are_known() const {
    bool any = false;
    for (const table::OpportunityChunk& chunk : table_.chunks) {
      for (std::size_t row = 0; row < chunk.rows(); ++row) {
        if (chunk.state[row] != DealState::kLost) continue;
        if (chunk.last_stage[row] == Stage::kUnknown) return false;
        any = true;
      }
    }
    return any;
  }

  /// The numbers of a field in each source, which writes them in its own way.
  void read_numbers(OpportunityField field) {
    std::map<std::uint32_t, report::DealsByWords> words;
    for (const table::OpportunityChunk& chunk : table_.chunks) {
      for (std::size_t row = 0; chunk.has(field) && row < chunk.rows(); ++row) {
        if (const std::string_view word = chunk.text(field).at(row); !word.empty())
          words[chunk.source[row]][std::string(word)];
      }
    }
    for (const auto& [source, of_source] : words)
      numbers_[{field, source}] = report::numbers_of(field, of_source);
  }

  std::optional<double> number(const table::OpportunityChunk& chunk, std::size_t row,
                               OpportunityField field) const {
    const auto of_source = numbers_.find({field, chunk.source[row]});
    if (!chunk.has(field) || of_source == numbers_.end()) return std::nullopt;
    const auto found = of_source->second.find(std::string(chunk.text(field).at(row)));
    if (found == of_source->second.end()) return std::nullopt;
    return static_cast<double>(found->second) / 1e6;
  }

  void add(const table::OpportunityChunk& chunk, const report::HygieneChecks& checks, std::size_t row) {
    const std::string owner(chunk.text(kOwner).at(row));
    if (owner.empty()) return;
    if (const auto pushes = number(chunk, row, kPushes))
      of(owner, CoachingMetric::kPushes).numbers.add(*pushes);
    if (report::is_open(chunk, row)) {
      const auto broken = checks.broken(row, won_cycle_limit_days_);
      of(owner, CoachingMetric::kHygieneFindings).numbers.add(static_cast<double>(broken.size()));
      return;
    }
    const bool won = chunk.state[row] == DealState::kWon;
    CoachingCase& rate = of(owner, CoachingMetric::kWinRate);
    ++rate.trials;
    rate.successes += won ? 1 : 0;
    if (knows_last_stages_) add_conversions(owner, won ? Stage::kClosedWon : chunk.last_stage[row]);
    if (won) add_won(owner, chunk, row);
  }

  /// A won deal went on from every stage, a lost one from those before its last.
  void add_conversions(const std::string& owner, Stage last) {
    for (const Stage stage : kOpenStages) {
      if (stage > last) break;
      CoachingCase& conversion = of(owner, CoachingMetric::kConversion, stage);
      ++conversion.trials;
      conversion.successes += stage < last ? 1 : 0;
    }
  }

  void add_won(const std::string& owner, const table::OpportunityChunk& chunk, std::size_t row) {
    const Date created = chunk.dates(kCreatedDate)[row];
    const Date closed = chunk.dates(kClosedDate)[row];
    if (!created.is_none() && closed >= created)
      of(owner, CoachingMetric::kCycleDays).numbers.add(static_cast<double>(closed - created));
    if (scope_.currency && report::has_amount(chunk, row))
      of(owner, CoachingMetric::kWonAmount).numbers.add(static_cast<double>(chunk.amount[row]));
    if (const auto discount = number(chunk, row, kDiscount))
      of(owner, CoachingMetric::kDiscount).numbers.add(*discount);
  }

  const table::OpportunityTable& table_;
  const report::Scope& scope_;
  std::optional<std::int64_t> won_cycle_limit_days_;
  bool knows_last_stages_;
  std::map<std::pair<OpportunityField, std::uint32_t>, std::map<std::string, std::int64_t>> numbers_;
  std::map<std::tuple<std::string, CoachingMetric, Stage>, CoachingCase> cases_;
};

}  // namespace

std::vector<CoachingCase> coaching_cases(const Loaded& loaded,
                                         const std::optional<std::int64_t>& won_cycle_limit_days) {
  return Collector(loaded, won_cycle_limit_days).cases();
}

}  // namespace ae::app

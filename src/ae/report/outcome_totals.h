#pragma once

#include <map>
#include <optional>
#include <string>

#include "ae/domain/outcome.h"
#include "ae/report/figures.h"
#include "ae/report/number_counts.h"
#include "ae/report/rows.h"
#include "ae/report/win_rate.h"

namespace ae::report {

/// What came of selling: of everyone, of each owner and of each team. The figures are those that
/// `ae pipeline` has as velocity and coverage, and the owners' among them; all closed deals count, whenever
/// they closed, but for what is won in the period.
class OutcomeTotals {
 public:
  /// The sums of one owner, one team or everyone.
  struct Sums {
    ClosedDeals closed;
    DealSum open;
    DealSum won_in_period;
    NumberCounts won_cycles;  ///< days

    void add(const table::OpportunityChunk& chunk, std::size_t row, const Scope& scope);
    void merge(const Sums& other);
    bool operator==(const Sums&) const = default;
  };

  void add(const table::OpportunityChunk& chunk, const Scope& scope);
  void merge(const OutcomeTotals& other);

  const Sums& all() const { return all_; }
  /// Blank owners and teams stand under "".
  const std::map<std::string, Sums>& by_owner() const { return by_owner_; }
  const std::map<std::string, Sums>& by_team() const { return by_team_; }
  /// The team that most deals of an owner name, the first by name of equals.
  std::map<std::string, std::string> team_of_owner() const;

  static Outcome outcome(const Sums& sums, const std::optional<Money>& quota, Figures& figures);

  bool operator==(const OutcomeTotals&) const = default;

 private:
  Sums all_;
  std::map<std::string, Sums> by_owner_, by_team_;
  std::map<std::string, std::map<std::string, std::int64_t>> teams_;  ///< deals by owner and team
};

}  // namespace ae::report

#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "ae/report/scope.h"
#include "ae/table/opportunity_table.h"

namespace ae::forecast {

/// One deal as forecasting looks at it. The members' order is the order in which deals are sorted.
struct DealFact {
  std::uint32_t source = 0;  ///< index of the source, in the order of reading
  std::int64_t line = 0;
  std::string id, name, owner, team, product;
  std::string stage_name;  ///< of a stage that the method has no name for
  Stage stage = Stage::kUnknown;
  DealState state = DealState::kOpen;
  ForecastCategory category = ForecastCategory::kNone;  ///< as the source gives it
  Probability imported;                                 ///< the source's own
  std::int64_t amount = table::kNoAmount;               ///< minor units of `currency`
  table::AmountSource amount_source = table::AmountSource::kFile;
  Currency currency;
  Date created;
  Date close;         ///< expected while open
  Date closed;        ///< none while open
  std::string words;  ///< of fields_to_learn_from(), packed by pack()

  bool has_amount() const { return amount != table::kNoAmount; }
  bool is_open() const { return state == DealState::kOpen; }

  auto operator<=>(const DealFact&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.source, self.line, self.id, self.name, self.owner, self.team, self.product, self.stage_name,
            self.stage, self.state, self.category, self.imported, self.amount, self.amount_source,
            self.currency, self.created, self.close, self.closed, self.words);
  }
};

/// All deals, as a partial: a multiset, so chunks may come in any order and any number.
class DealFacts {
 public:
  void add(const table::OpportunityChunk& chunk);
  void merge(const DealFacts& other);

  /// In order of place.
  std::vector<DealFact> sorted() const;

  bool operator==(const DealFacts& other) const { return sorted() == other.sorted(); }
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.deals_);
  }

 private:
  std::vector<DealFact> deals_;
};

}  // namespace ae::forecast

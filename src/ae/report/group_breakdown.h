#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/report/chunk_deals.h"
#include "ae/report/figures.h"
#include "ae/report/kind_sums_by_word.h"

namespace ae::report {

/// What there is to say of one owner, one team, one anything: the figures without the name of their key.
struct GroupFigures {
  std::optional<std::string> name;  ///< null: the cell is blank
  std::int64_t count = 0;
  std::optional<Money> amount;
  std::optional<Money> weighted;
  std::optional<Money> won_in_period;
  std::optional<Money> quota;
  std::optional<Ratio> attainment;
  std::optional<Ratio> coverage;
  std::optional<Ratio> win_rate;
};

/// Deals by the words of one text field. Every group that has a deal is there, open or closed.
class GroupBreakdown {
 public:
  explicit GroupBreakdown(OpportunityField field = OpportunityField::kOwner) : field_(field) {}

  void add(const ChunkDeals& deals);
  void merge(const GroupBreakdown& other) { groups_.merge(other.groups_); }

  /// By open amount, largest first, unknown amounts last, then by name. `quota_of` gives a group's quota by
  /// its name.
  template <typename QuotaOf>
  std::vector<GroupFigures> figures(const Policy& policy, Figures& figures, QuotaOf&& quota_of) const {
    std::vector<GroupFigures> rows;
    for (const auto& [name, group] : groups_.values())
      rows.push_back(figures_of(name, group, policy, quota_of(name), figures));
    sort(rows);
    return rows;
  }

  bool operator==(const GroupBreakdown&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.field_, self.groups_);
  }

 private:
  static GroupFigures figures_of(const std::string& name, const KindSums& group, const Policy& policy,
                                 const std::optional<Money>& quota, Figures& figures);
  static void sort(std::vector<GroupFigures>& rows);

  OpportunityField field_;
  KindSumsByWord groups_;
};

}  // namespace ae::report

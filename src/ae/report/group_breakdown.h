#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ae/report/figures.h"
#include "ae/report/rows.h"

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

  void add(const table::OpportunityChunk& chunk, const Scope& scope);
  void merge(const GroupBreakdown& other);

  /// By open amount, largest first, unknown amounts last, then by name. `quota_of` gives a group's quota by
  /// its name.
  template <typename QuotaOf>
  std::vector<GroupFigures> figures(Figures& figures, QuotaOf&& quota_of) const {
    std::vector<GroupFigures> rows;
    for (const auto& [name, group] : groups_)
      rows.push_back(figures_of(name, group, quota_of(name), figures));
    sort(rows);
    return rows;
  }

  bool operator==(const GroupBreakdown&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.field_, self.groups_);
  }

 private:
  struct Group {
    DealSum open;
    MoneySum weighted;  ///< × millionths
    DealSum won_in_period;
    std::int64_t won = 0;
    std::int64_t lost = 0;

    void merge(const Group& other);
    bool operator==(const Group&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.open, self.weighted, self.won_in_period, self.won, self.lost);
    }
  };
  static void add_row(Group& group, const table::OpportunityChunk& chunk, std::size_t row,
                      const Scope& scope);
  static GroupFigures figures_of(const std::string& name, const Group& group,
                                 const std::optional<Money>& quota, Figures& figures);
  static void sort(std::vector<GroupFigures>& rows);

  OpportunityField field_;
  std::map<std::string, Group> groups_;
};

}  // namespace ae::report

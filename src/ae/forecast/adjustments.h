#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/forecast/deal_facts.h"

namespace ae::forecast {

/// One adjustment of a manager, with whom it is about.
struct AdjustmentFigures {
  OpportunityField dimension = OpportunityField::kOwner;
  std::string value;
  Money amount;
  std::string note;

  static constexpr auto fields() {
    using Self = AdjustmentFigures;
    return std::tuple{
        field("dimension", &Self::dimension, Text{"owner or team", "owner（负责人）或 team（团队）"}),
        field("value", &Self::value, Text{"Its name", "其名称"}),
        field("amount", &Self::amount,
              Text{"What is added to the forecast; below 0: taken from it", "加到预测上的金额；负数为扣减"}),
        field("note", &Self::note, Text{"Why", "原因"})};
  }
};

/// The adjustments of the scope, each for the owner of that name, else for the team. Error: no_such_group,
/// with what may have been meant, when no deal has an owner or a team of the name.
Result<std::vector<AdjustmentFigures>> adjustments_of(const std::vector<DealFact>& facts,
                                                      const report::Scope& scope);

/// The forecast with all adjustments; nullopt when there are none, or no forecast, or it does not fit.
std::optional<Money> adjusted(const std::optional<Money>& forecast,
                              const std::vector<AdjustmentFigures>& adjustments);

/// What is adjusted of each owner or team, in minor units. A team has its own adjustments and those of its
/// owners; an owner's team is that of most of the owner's deals, the first by name of equals, so that every
/// adjustment is part of one team at most. A team's own adjustment is part of no owner.
std::map<std::string, Int128> adjustments_by(OpportunityField dimension, const std::vector<DealFact>& facts,
                                             const std::vector<AdjustmentFigures>& adjustments);

/// From the forecast to the adjusted total, line by line.
doc::Section adjustments_section(const std::optional<Money>& forecast, const std::optional<Money>& total,
                                 const std::vector<AdjustmentFigures>& adjustments);

}  // namespace ae::forecast

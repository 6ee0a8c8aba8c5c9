#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/base/enum_array.h"
#include "ae/base/text.h"
#include "ae/domain/forecast_category.h"

namespace ae {

/// What is decided about a deal in a review.
enum class Disposition : std::uint8_t {
  kKeep,       ///< as it is; what is blank gets filled in
  kReDate,     ///< another close date
  kReStage,    ///< another open stage
  kDowngrade,  ///< a weaker forecast category
  kClose,      ///< lost, for a reason
  kMerge,      ///< the same deal as another, which stays
  kCount
};

constexpr std::string_view key(Disposition disposition) {
  constexpr std::string_view kKeys[] = {"keep", "re_date", "re_stage", "downgrade", "close", "merge"};
  return kKeys[static_cast<std::size_t>(disposition)];
}

Text name(Disposition disposition);
/// What it takes as its new value: "a date, 2026-03-31", "the reason of the loss". kKeep takes none.
Text new_value_of(Disposition disposition);

/// The disposition that people call so: by its key or its name in any language; case, blanks, '-' and '_' do
/// not count.
std::optional<Disposition> disposition_named(std::string_view name);

/// The category one step weaker: of Commit, Best Case; of Upside, Omitted. nullopt for what has none below
/// it.
std::optional<ForecastCategory> one_weaker(ForecastCategory category);

}  // namespace ae

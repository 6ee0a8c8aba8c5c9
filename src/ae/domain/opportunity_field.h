#pragma once

#include <cstdint>
#include <string_view>

#include "ae/base/enum_array.h"
#include "ae/base/text.h"

namespace ae {

/// The canonical fields of an opportunity: what a column of any export can mean.
enum class OpportunityField : std::uint8_t {
  kId,
  kName,
  kAccount,
  kOwner,
  kManager,
  kTeam,
  kSegment,
  kRegion,
  kProduct,
  kStage,
  kAmount,
  kCurrency,
  kProbability,
  kForecastCategory,
  kCreatedDate,
  kCloseDate,
  kClosedDate,
  kStageDate,
  kLastActivityDate,
  kNextStep,
  kNextStepDate,
  kLeadSource,
  kType,
  kCompetitor,
  kDiscount,
  kMargin,
  kPushes,
  kContacts,
  kLossReason,
  kIsClosed,
  kIsWon,
  kIsDeleted,
  kCount
};

/// What the cells of a field hold.
enum class FieldKind : std::uint8_t {
  kText,
  kNumber,  ///< kept as its words; who asks for it reads them
  kStage,
  kMoney,
  kCurrency,
  kProbability,
  kCategory,
  kDate,
  kBoolean
};

/// Stable name: "forecast_category"; what --map, --where and JSON use.
std::string_view key(OpportunityField field);
Text name(OpportunityField field);
FieldKind kind(OpportunityField field);
/// Whether the cells are kept as the words that they hold.
bool is_kept_as_words(FieldKind kind);

}  // namespace ae

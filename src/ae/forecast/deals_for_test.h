#pragma once

#include <optional>
#include <string>

#include "ae/forecast/deal.h"

/// Deals for the tests of forecasts.
namespace ae::forecast {

inline Date day(const std::string& iso) { return Date::from_iso(iso).value_or(Date{}); }

/// Won or lost `age` days after it was created.
inline Deal closed_deal(bool won, Date created, int age, std::optional<double> amount = 1'000'00) {
  Deal deal;
  deal.state = won ? DealState::kWon : DealState::kLost;
  deal.stage = won ? Stage::kClosedWon : Stage::kClosedLost;
  deal.created = created;
  deal.closed = created + age;
  deal.amount = amount;
  return deal;
}

inline Deal open_deal(Date created, Stage stage = Stage::kUnknown, Date close = {},
                      std::optional<double> amount = std::nullopt) {
  Deal deal;
  deal.stage = stage;
  deal.created = created;
  deal.close = close;
  deal.amount = amount;
  return deal;
}

}  // namespace ae::forecast

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "ae/base/date.h"
#include "ae/base/fields.h"
#include "ae/base/text.h"

namespace ae {

/// What came of an objection.
enum class ObjectionOutcome : std::uint8_t { kProgress, kStalled, kLost, kOpen, kCount };

constexpr std::string_view key(ObjectionOutcome outcome) {
  constexpr std::string_view kKeys[] = {"progress", "stalled", "lost", "open"};
  return kKeys[static_cast<std::size_t>(outcome)];
}

Text name(ObjectionOutcome outcome);

/// An objection that the buyer made in a deal.
struct DealObjection {
  Date date;
  std::string objection;  ///< id, as in domain/objection.h
  std::string said;
  std::optional<std::string> response;
  std::optional<ObjectionOutcome> outcome;  ///< none: open

  static constexpr auto fields() {
    return std::tuple{field("date", &DealObjection::date, Text{"Day on which it was said", "提出日期"}),
                      field("objection", &DealObjection::objection,
                            Text{"Which objection: `ae objection list` has the ids",
                                 "哪一种异议：编号见 `ae objection list`"}),
                      field("said", &DealObjection::said, Text{"What the buyer said", "客户原话"}),
                      field("response", &DealObjection::response, Text{"What we answered", "我方的回应"}),
                      field("outcome", &DealObjection::outcome,
                            Text{"What came of it; open without it", "结果；未写明时为 open"})};
  }
};

}  // namespace ae

#pragma once

#include <optional>

#include "ae/app/flag.h"
#include "ae/method/deal_brief.h"

namespace ae::app {

/// What deal brief alone takes.
struct BriefOptions {
  std::optional<method::BriefPurpose> purpose;

  static constexpr auto fields() {
    return std::tuple{flag("for", &BriefOptions::purpose, "PURPOSE",
                           Text{"What the page is for; a handoff for a won deal, else a call",
                                "页面用途；赢单默认为移交，否则为通话"})};
  }
};

}  // namespace ae::app

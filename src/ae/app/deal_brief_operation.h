#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// `ae deal brief FILE`: one page for a call, or for the handoff of a won deal.
Operation deal_brief_operation();

}  // namespace ae::app

#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// The tier of a discount, who approves it and what it needs: of a deal, of values given as flags, or of
/// both.
Operation discount_check_operation();

/// Writes the discount that is asked for into the deal's file and makes the request that goes to the
/// approver. Refused when something is missing.
Operation discount_request_operation();

/// The ledger of what each side gives, with the principles that it breaks.
Operation concession_list_operation();
Operation concession_add_operation();

/// The sheet that a negotiation is prepared with.
Operation negotiate_operation();

}  // namespace ae::app

#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// The qualification scorecard of a deal, of scores given as flags, or of both: flags stand in for the deal's
/// scores and nothing is written. With --scored, what scores have been worth on closed deals.
Operation qualify_operation();

}  // namespace ae::app

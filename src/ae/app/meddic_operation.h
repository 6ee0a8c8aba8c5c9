#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// `ae meddic`: what the buyer has said about each letter.
Operation meddic_operation();

}  // namespace ae::app

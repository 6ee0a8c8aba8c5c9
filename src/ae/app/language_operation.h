#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// `ae language check`: lists what people would read in one language only.
Operation language_check_operation();

}  // namespace ae::app

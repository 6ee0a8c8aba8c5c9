#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// ae account-plan: the plan of one account, from data and from a Markdown file that people edit.
Operation account_plan_operation();

}  // namespace ae::app

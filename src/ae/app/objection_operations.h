#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// `ae objection list`, `find`, `show`, `log` and `stats`.
Operation objection_list_operation();
Operation objection_find_operation();
Operation objection_show_operation();
Operation objection_log_operation();
Operation objection_stats_operation();

}  // namespace ae::app

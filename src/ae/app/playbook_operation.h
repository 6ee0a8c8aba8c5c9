#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// ae playbook [TOPIC[#SECTION]] [--find WORDS]: the guides, one of them, or where they speak of something.
/// Errors: unknown_topic, unknown_section, with near names.
Operation playbook_operation();

}  // namespace ae::app

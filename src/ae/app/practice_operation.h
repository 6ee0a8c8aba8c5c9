#pragma once

#include "ae/app/operation.h"

namespace ae::app {

/// `ae playbook practice`: puts objections to the person, and scores by checklist.
Operation practice_operation();

}  // namespace ae::app

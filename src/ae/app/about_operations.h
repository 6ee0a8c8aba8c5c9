#pragma once

#include "ae/app/operation.h"

/// The operations by which the program tells about itself.
namespace ae::app {

/// Every number of the policy in force, with what it means.
Operation policy_show_operation();

/// Whether a policy file is sound; an unsound one is the error that says where.
Operation policy_check_operation();

/// Every operation with the schema of its parameters and of its result.
Operation catalog_operation();

}  // namespace ae::app

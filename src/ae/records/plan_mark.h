#pragma once

#include <string>
#include <string_view>

#include "ae/domain/account_plan.h"

/// Marks of what data filled into a plan: eight hexadecimal digits of a hash (FNV-1a, folded to 32 bits).
/// Rows are told apart by their first cell, and by their order where that is the same.
namespace ae::records {

std::string cell_mark(PlanPart part, std::string_view row, std::string_view column, std::string_view text);
std::string row_mark(PlanPart part, std::string_view row);
std::string line_mark(std::string_view region, std::string_view line);

}  // namespace ae::records

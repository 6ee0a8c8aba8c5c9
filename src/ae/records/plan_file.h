#pragma once

#include <string>
#include <string_view>

#include "ae/base/result.h"
#include "ae/domain/account_plan.h"

/// An account plan as a Markdown file that people edit. read_plan(write_plan(plan)) is the plan.
namespace ae::records {

/// Errors: those of lay_out_plan.
Result<AccountPlan> read_plan(std::string_view bytes, const std::string& source);

/// The file of a plan in the order of the template, with its headings in the languages and a placeholder
/// where a part is blank.
std::string write_plan(const AccountPlan& plan, const Languages& languages);

/// The part of it under its heading, without what people noted there.
std::string write_part(const AccountPlan& plan, PlanPart part, const Languages& languages);

}  // namespace ae::records

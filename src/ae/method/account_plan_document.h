#pragma once

#include <vector>

#include "ae/doc/document.h"
#include "ae/method/account_plan_result.h"

/// The account plan for people.
namespace ae::method {

/// The whole plan, in the order of the template; what is blank says so.
doc::Document account_plan_document(const AccountPlanResult& result);

/// What of it is made from data, for the Markdown file of the plan, where people keep the rest.
std::vector<doc::Block> health_blocks(const AccountPlanResult& result, Date as_of);
/// Who has how much influence in which relation to us, and what is missing there.
std::vector<doc::Block> map_blocks(const AccountPlanResult& result);
std::vector<doc::Block> whitespace_blocks(const AccountPlanResult& result);
std::vector<doc::Block> product_blocks(const AccountPlanResult& result);
/// Overdue actions and those that lack an owner or a date, or that there are none.
std::vector<doc::Block> action_blocks(const AccountPlanResult& result);

}  // namespace ae::method

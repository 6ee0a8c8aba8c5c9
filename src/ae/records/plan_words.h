#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ae/domain/account_plan.h"

/// How the headings and columns of a plan's file are called, in either language or both ("Risks / 风险").
namespace ae::records {

std::optional<PlanPart> part_named(std::string_view heading);

/// The column of the part; its place in columns_of(part).
std::optional<std::size_t> column_named(PlanPart part, std::string_view header);

std::optional<OverviewField> overview_field_named(std::string_view words);

/// "# Account plan: Name" without its mark: the name; the whole text when it is no such title.
std::string account_of_title(std::string_view title);

/// "Account plan: Name", in Markdown.
std::string title_of(std::string_view account, const Languages& languages);

}  // namespace ae::records

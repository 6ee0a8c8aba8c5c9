#pragma once

#include <string>
#include <string_view>

namespace ae::ingest {

/// The form in which names of columns, stages and categories are compared: ASCII in lower case; blanks and `_
/// - . /` as one blank, none at the ends; CamelCase parted; `*`, `:`, `?` and invisible marks dropped;
/// fullwidth brackets and signs as their ASCII ones.
///
///     "StageName" → "stage name"   "CLOSE_DATE *" → "close date"   "Closed/Won" → "closed won"
///     "OpportunityID" → "opportunity id"
std::string normalised_name(std::string_view name);

}  // namespace ae::ingest

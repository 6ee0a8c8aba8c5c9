#pragma once

#include <string>
#include <string_view>

namespace ae::ingest {

/// The form in which names of columns, stages and categories are compared: compatibility characters as their
/// plain ones (NFKC), without case; blanks and `_ - . /` as one blank, none at the ends; CamelCase parted;
/// `*`,
/// `:`, `?`, a leading `'` and invisible marks dropped.
///
///     "StageName" → "stage name"   "CLOSE_DATE *" → "close date"   "Closed/Won" → "closed won"
///     "OpportunityID" → "opportunity id"   "'Étape：" → "étape"   "ｽﾃｰｼﾞ" → "ステージ"
std::string normalised_name(std::string_view name);

/// The form in which names are compared that may differ in blanks and in case alone: "GTX Pro" and "GTXpro".
std::string without_blanks_and_case(std::string_view name);

}  // namespace ae::ingest

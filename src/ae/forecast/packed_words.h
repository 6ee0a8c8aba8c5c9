#pragma once

#include <string>
#include <string_view>

#include "ae/base/enum_array.h"
#include "ae/forecast/win_features.h"

namespace ae::forecast {

/// The words of fields_to_learn_from() that are not blank, in one string: a million deals are kept so. Words
/// with a control character in them are left out.
std::string pack(const EnumArray<OpportunityField, std::string_view>& texts);

/// They apart again, by the keys of their fields; borrowed from `packed`.
FeatureWords unpack(std::string_view packed);

}  // namespace ae::forecast

// error: a Text needs the same \{placeholders\} in every language
#include "ae/base/text.h"

constexpr ae::Text kDeals{"{count} deals", "{number} 个商机"};

// error: no matching function for call to .*Text|no matching constructor
#include "ae/base/text.h"

constexpr ae::Text kCoverage{"Coverage"};

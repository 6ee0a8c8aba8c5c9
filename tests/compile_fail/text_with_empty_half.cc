// error: a Text needs words in every language
#include "ae/base/text.h"

constexpr ae::Text kCoverage{"Coverage", ""};

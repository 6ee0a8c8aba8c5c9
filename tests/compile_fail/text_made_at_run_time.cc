// error: is not a constant expression|must be initialized by a constant expression
#include "ae/base/text.h"

ae::Text translate(const char* english, const char* chinese) { return ae::Text{english, chinese}; }

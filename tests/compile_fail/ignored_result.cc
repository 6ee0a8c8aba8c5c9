// error: ignoring return(ed)? value.*(unused-result|nodiscard)
#include "ae/base/result.h"

ae::Result<int> read_count();

void careless() { read_count(); }

#pragma once

#include "ae/report/hygiene_report.h"

namespace ae::report {

/// The weekly review's checks with counts and money.
doc::Section hygiene_section(const HygieneResult& hygiene);

/// The deals that have been in their stage for too long, the largest first; as many as people read.
doc::Section ageing_section(const HygieneResult& hygiene);

}  // namespace ae::report

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/domain/deal_record.h"

/// The checks that faults_of is made of, where they stand in files of their own.
namespace ae {

/// deal_date_in_future, when `date` is after `as_of`.
void check_not_after(std::vector<DealFault>& faults, std::string path, const std::optional<Date>& date,
                     Date as_of);

/// Whether the Economic Buyer and the Champion are contacts, and dates have come. Codes: deal_unknown_person.
void check_meddic(std::vector<DealFault>& faults, const DealRecord& deal, Date as_of);

/// Whether questions and what they settle are there, and numbers make sense. Codes: deal_unknown_question,
/// deal_unknown_target, deal_count_out_of_range.
void check_discovery(std::vector<DealFault>& faults, const DealRecord& deal, Date as_of);

}  // namespace ae

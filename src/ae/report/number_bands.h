#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/note.h"
#include "ae/domain/opportunity_field.h"
#include "ae/domain/policy.h"
#include "ae/report/win_rate.h"

namespace ae::report {

/// A few bands that the numbers of a field are compared in. Discount: none, standard, moderate, deep,
/// exception, by the policy. Margin: below_0, 0-20, 20-40, 40-60, 60+ percent, each from its lower end. Times
/// pushed: 0, 1, 2, 3+. Contacts: 1, 2, 3-4, 5+.
struct NumberBand {
  std::string key;
  Message words;
};

/// Every band of the field, from small to large. Requires kind(field) == FieldKind::kNumber.
std::vector<NumberBand> bands_of(OpportunityField field, const Policy& policy);

/// The closed deals of one source by the words in the column.
using DealsByWords = std::map<std::string, ClosedDeals>;

/// What the words of a field say: the closed deals of each of bands_of(field, policy), in order.
struct BandedDeals {
  std::vector<ClosedDeals> bands;
  std::int64_t unread = 0;     ///< closed deals whose cell is no number of the field
  bool not_a_percent = false;  ///< a discount or margin above 100: money. Then no band has a deal.
};

/// Reads the words of one source.
///
/// Counts are whole numbers; no contact is unread, since a deal has at least one. Discounts and margins are
/// read as PercentColumn reads them.
BandedDeals banded(OpportunityField field, const DealsByWords& words, const Policy& policy);

/// The numbers that the words of one source stand for, in millionths, read as for bands: of a discount the
/// part of the price that is off. Words that are none are left out; all are when the discount is an amount of
/// money.
std::map<std::string, std::int64_t> numbers_of(OpportunityField field, const DealsByWords& words);

}  // namespace ae::report

// Whatever the bytes: quotas, prices, activities, calendars and exchange rates are read, quotas above zero,
// prices of a product and a line, activities of an owner, or refused with words in every language. The first
// byte chooses which.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ae/base/assert.h"
#include "ae/ingest/read_activities.h"
#include "ae/ingest/read_side_files.h"

namespace {

using ae::ingest::Source;

template <class T>
void check_words(const ae::Result<T>& result) {
  if (result) return;
  for (const ae::Language language : ae::kAllLanguages) {
    AE_ASSERT(!result.error().message.in(language).empty());
    AE_ASSERT(!result.error().hint.in(language).empty());
  }
}

void check_quotas(const Source& source) {
  std::vector<ae::Note> notes;
  const auto quotas = ae::ingest::read_quotas(source, ae::FiscalCalendar{}, *ae::Date::from_ymd(2026, 6, 30),
                                              *ae::Currency::from_code("USD"), notes);
  check_words(quotas);
  if (!quotas) return;
  for (const ae::Quota& quota : *quotas) {
    AE_ASSERT(quota.amount.minor > 0);
    AE_ASSERT(!quota.owner.empty() || !quota.team.empty());
  }
}

void check_prices(const Source& source, std::optional<ae::Currency> currency) {
  const auto list = ae::ingest::read_price_list(source, currency);
  check_words(list);
  if (!list) return;
  for (const ae::ingest::ListPrice& price : list->prices) AE_ASSERT(price.line > 0 && !price.product.empty());
}

void check_activities(const Source& source) {
  std::vector<ae::Note> notes;
  const auto activities = ae::ingest::read_activities(source, {}, notes);
  check_words(activities);
  if (!activities) return;
  for (const ae::Activity& activity : *activities) AE_ASSERT(activity.count >= 0 && !activity.owner.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const Source source{"a.csv", std::string(bytes + 1, bytes + size)};
  std::vector<ae::Note> notes;
  switch (bytes[0] % 6U) {
    case 0:
      check_quotas(source);
      break;
    case 1:
      check_prices(source, ae::Currency::from_code("EUR"));
      break;
    case 2:
      check_prices(source, std::nullopt);
      break;
    case 3:
      check_activities(source);
      break;
    case 4:
      check_words(ae::ingest::read_work_calendar(source, notes));
      break;
    default:
      check_words(ae::ingest::read_exchange_rates(source, notes));
  }
  return 0;
}

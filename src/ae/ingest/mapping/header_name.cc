#include "ae/ingest/mapping/header_name.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/plain_characters.h"
#include "ae/ingest/values/unit.h"

namespace ae::ingest {
namespace {

/// The header behind "Deal - ", "Opportunity: ", "商机.": the record that it belongs to and a mark.
std::string_view without_record(std::string_view header) {
  static constexpr std::string_view kRecords[] = {"deal",      "opportunity", "lead",
                                                  "potential", "商机",        "销售机会"};
  for (const std::string_view record : kRecords) {
    const bool begins = header.size() > record.size() &&
                        std::equal(record.begin(), record.end(), header.begin(), [](char a, char b) {
                          return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
                        });
    if (!begins) continue;
    const std::string_view rest = trimmed(header.substr(record.size()));
    const bool marked = !rest.empty() && (rest.front() == '-' || rest.front() == ':' || rest.front() == '.');
    if (marked) return trimmed(rest.substr(1));
  }
  return header;
}

/// Parts a normalised name from the brackets at its end.
std::pair<std::string, std::string> parted(std::string normalised) {
  std::replace(normalised.begin(), normalised.end(), '[', '(');
  std::replace(normalised.begin(), normalised.end(), ']', ')');
  const std::size_t open = normalised.rfind('(');
  if (open == std::string::npos || open == 0 || normalised.back() != ')') return {normalised, {}};
  return {std::string(trimmed(std::string_view(normalised).substr(0, open))),
          normalised.substr(open + 1, normalised.size() - open - 2)};
}

bool unit_fits(const HeaderName& header, OpportunityField field) {
  const std::string& unit = header.unit;
  if (unit.empty()) return true;
  switch (kind(field)) {
    case FieldKind::kMoney:
      return header.scaled || header.currency.kind != CurrencyMark::Kind::kNone;
    case FieldKind::kProbability:
      return unit == "%";
    case FieldKind::kNumber:
      return unit == "%" && (field == OpportunityField::kDiscount || field == OpportunityField::kMargin);
    case FieldKind::kDate:
      return unit.starts_with("utc") || unit.starts_with("gmt");
    default:
      return false;
  }
}

}  // namespace

HeaderName::HeaderName(std::string_view header) : full(normalised_name(header)) {
  std::tie(name, unit) = parted(full);
  if (!unit.empty()) currency = parse_currency_name(unit).value_or(CurrencyMark{});
  if (const std::optional<HeaderUnit> amounts = unit_of_header(header)) {
    scaled = true;
    currency = amounts->currency;
  }
  const std::string plain = in_plain_characters(header);
  bare = parted(normalised_name(without_record(trimmed(plain)))).first;
}

bool HeaderName::is(const std::string& synonym, OpportunityField field) const {
  if (full == synonym) return true;
  return (name == synonym || bare == synonym) && unit_fits(*this, field);
}

}  // namespace ae::ingest

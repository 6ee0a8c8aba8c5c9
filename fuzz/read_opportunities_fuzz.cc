// Whatever the bytes: reading ends in a table whose rows add up, the same for every chunk size and number of
// threads, or in an error with words in every language. The first byte chooses options; a byte 0x1E parts two
// files.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ae/base/assert.h"
#include "ae/ingest/read_opportunities.h"

namespace {

using ae::ingest::Reading;
using ae::ingest::ReadOptions;
using ae::ingest::Source;

ReadOptions options_of(std::uint8_t choice) {
  ReadOptions options;
  if ((choice & 1U) != 0) options.date_order = ae::ingest::DateOrder::kDmy;
  if ((choice & 2U) != 0) options.decimal_mark = ae::ingest::DecimalMark::kComma;
  if ((choice & 4U) != 0) options.currency = ae::Currency::from_code("JPY");
  if ((choice & 8U) != 0) options.strict = true;
  if ((choice & 16U) != 0) options.include_deleted = true;
  if ((choice & 32U) != 0) options.columns[ae::OpportunityField::kAmount] = "value";
  return options;
}

std::vector<Source> sources_of(std::string text) {
  const std::size_t part = text.find('\x1E');
  if (part == std::string::npos) return {{"a.csv", std::move(text)}};
  return {{"a.csv", text.substr(0, part)}, {"b.csv", text.substr(part + 1)}};
}

void check(const Reading& reading) {
  std::int64_t kept = 0;
  std::int64_t quarantined = 0;
  for (const auto& source : reading.sources) {
    AE_ASSERT(source.rows == source.kept + source.quarantined + source.duplicates);
    kept += source.kept;
    quarantined += source.quarantined;
  }
  AE_ASSERT(static_cast<std::size_t>(kept) == reading.table.rows());
  AE_ASSERT(static_cast<std::size_t>(quarantined) == reading.quarantine.size());
  for (const auto& row : reading.quarantine) AE_ASSERT(!row.reason.empty() && row.place.line > 0);
}

void check_same(const Reading& a, const Reading& b) {
  AE_ASSERT(a.table.rows() == b.table.rows());
  AE_ASSERT(a.notes == b.notes);
  AE_ASSERT(a.currency == b.currency);
  std::vector<std::int64_t> amounts_of_a;
  std::vector<std::int64_t> amounts_of_b;
  for (const auto& chunk : a.table.chunks) {
    amounts_of_a.insert(amounts_of_a.end(), chunk.amount.begin(), chunk.amount.end());
  }
  for (const auto& chunk : b.table.chunks) {
    amounts_of_b.insert(amounts_of_b.end(), chunk.amount.begin(), chunk.amount.end());
  }
  AE_ASSERT(amounts_of_a == amounts_of_b);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::vector<Source> sources = sources_of(std::string(bytes + 1, bytes + size));
  ReadOptions options = options_of(bytes[0]);
  const ae::Result<Reading> whole = ae::ingest::read_opportunities(sources, options);
  options.chunk_rows = 1;
  const ae::Result<Reading> chunked = ae::ingest::read_opportunities(sources, options);
  AE_ASSERT(whole.has_value() == chunked.has_value());
  if (whole) {
    check(*whole);
    check_same(*whole, *chunked);
    return 0;
  }
  AE_ASSERT(whole.error().code == chunked.error().code);
  for (const ae::Language language : ae::kAllLanguages) {
    AE_ASSERT(!whole.error().message.in(language).empty());
    AE_ASSERT(!whole.error().hint.in(language).empty());
  }
  return 0;
}

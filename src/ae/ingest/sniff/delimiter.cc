#include "ae/ingest/sniff/delimiter.h"

#include <cstddef>
#include <tuple>

#include "ae/ingest/csv/records.h"

namespace ae::ingest {
namespace {

/// How well a delimiter fits: agreeing records per thousand, then cells in the header.
using Fit = std::tuple<std::size_t, std::size_t>;

Fit fit_of(std::string_view text, char delimiter) {
  constexpr std::size_t kSample = std::size_t{32} << 10;
  csv::Scan scan = csv::scan(text.substr(0, kSample), delimiter);
  std::size_t complete = scan.records.size();
  if (complete < 3 && text.size() > kSample) {  // a cell longer than the sample
    scan = csv::scan(text, delimiter);
    complete = scan.records.size();
  } else if (text.size() > kSample && !scan.open_quote) {
    --complete;  // the sample's end cuts the last one
  }
  if (complete == 0) return {};
  const std::size_t width = scan.records[0].size();
  if (width < 2) return {};
  std::size_t agreeing = 0;
  for (std::size_t record = 0; record < complete; ++record) {
    if (scan.records[record].size() == width) ++agreeing;
  }
  return {agreeing * 1000 / complete, width};
}

}  // namespace

char find_delimiter(std::string_view text) {
  char best = ',';
  Fit best_fit{};
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const Fit fit = fit_of(text, delimiter);
    if (fit > best_fit) {
      best = delimiter;
      best_fit = fit;
    }
  }
  return best;
}

}  // namespace ae::ingest

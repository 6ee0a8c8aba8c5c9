#pragma once

// What the fuzz targets of scans share: a file in memory, scanned and read plainly, with the same outcome.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

#include "ae/base/assert.h"
#include "ae/ingest/scan_opportunities.h"

namespace scan_check {

using ae::ingest::Reading;

/// A file in memory.
class MemoryFile {
 public:
  explicit MemoryFile(const std::string& bytes) : descriptor_(memfd_create("deals", 0)) {
    AE_ASSERT(descriptor_ >= 0);
    AE_ASSERT(write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

inline std::string words_of(const ae::table::OpportunityRow& row) {
  std::string words = std::to_string(row.line) + '|' + std::to_string(static_cast<int>(row.stage)) + '|' +
                      std::to_string(static_cast<int>(row.state)) + '|' + std::to_string(row.amount) +
                      std::string(row.currency.code()) + '|' + std::to_string(row.probability.millionths()) +
                      '|' + std::to_string(static_cast<int>(row.category));
  for (const auto field : ae::enumerators<ae::OpportunityField>())
    (words += '|') += std::string(row.texts[field]) + row.dates[field].iso();
  return words;
}

inline void add_rows(const ae::table::OpportunityChunk& chunk, std::vector<std::string>& rows) {
  for (std::size_t row = 0; row < chunk.rows(); ++row) rows.push_back(words_of(chunk.row(row)));
}

class Collector : public ae::ingest::ChunkTaker {
 public:
  void begin(unsigned) override { rows.clear(); }
  void take(unsigned, const ae::table::OpportunityChunk& chunk) override {
    const std::scoped_lock lock(mutex_);
    add_rows(chunk, rows);
  }
  std::vector<std::string> rows;

 private:
  std::mutex mutex_;
};

inline void check_same(const Reading& scanned, const Reading& plain) {
  AE_ASSERT(scanned.notes == plain.notes);
  AE_ASSERT(scanned.currency == plain.currency);
  AE_ASSERT(scanned.sources.front().rows == plain.sources.front().rows);
  AE_ASSERT(scanned.sources.front().kept == plain.sources.front().kept);
  AE_ASSERT(scanned.quarantine.size() == plain.quarantine.size());
  for (std::size_t row = 0; row < plain.quarantine.size(); ++row) {
    AE_ASSERT(scanned.quarantine[row].place == plain.quarantine[row].place);
    AE_ASSERT(scanned.quarantine[row].value == plain.quarantine[row].value);
    AE_ASSERT(scanned.quarantine[row].reason == plain.quarantine[row].reason);
    AE_ASSERT(scanned.quarantine[row].amount_at_stake == plain.quarantine[row].amount_at_stake);
  }
}

/// `chooser` chooses the size of the blocks and the number of threads, `shape` how words are kept.
inline void check_scan(const std::string& bytes, std::uint8_t chooser, std::size_t shape) {
  const MemoryFile file(bytes);
  ae::ingest::ReadOptions options;
  options.threads = 1U + chooser % 3U;
  ae::ingest::ScanPlan plan;
  plan.texts.set();
  if (shape % 2 == 0) plan.grouped.set();  // else words stay where they are until asked for
  if (shape % 3 == 0) plan.listed.set();
  plan.from = 0;
  plan.block = std::size_t{64} * (1U + chooser / 3U);
  Collector collector;
  const auto scanned = ae::ingest::scan_opportunities(file.path(), options, plan, collector);
  if (!scanned) return;
  const ae::Result<ae::ingest::Source> source = ae::ingest::read_source(file.path());
  AE_ASSERT(source.has_value());
  const ae::Result<Reading> plain = ae::ingest::read_opportunities({&*source, 1}, options);
  AE_ASSERT(plain.has_value());
  check_same(*scanned, *plain);
  std::vector<std::string> rows;
  for (const auto& chunk : plain->table.chunks) add_rows(chunk, rows);
  std::sort(rows.begin(), rows.end());
  std::sort(collector.rows.begin(), collector.rows.end());
  AE_ASSERT(rows == collector.rows);
}

}  // namespace scan_check

// What scan_testing.h declares.

#include "ae/ingest/scan_testing.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <mutex>

#include <gtest/gtest.h>

namespace ae::ingest::testing {
namespace {

using enum OpportunityField;

/// A row in words, so that it can be compared and read.
std::string words_of(const table::OpportunityRow& row) {
  std::string words = std::to_string(row.line) + "|" + std::to_string(static_cast<int>(row.stage)) + "|" +
                      std::to_string(static_cast<int>(row.state)) + "|" +
                      std::to_string(static_cast<int>(row.last_stage)) + "|" + std::to_string(row.amount) +
                      "|" + std::string(row.currency.code()) + "|" +
                      std::to_string(row.probability.millionths()) + "|" +
                      std::to_string(static_cast<int>(row.category)) + "|" + std::to_string(row.source);
  for (const OpportunityField field : enumerators<OpportunityField>())
    words += "|" + std::string(row.texts[field]) + "|" + row.dates[field].iso();
  return words;
}

class Collector : public ChunkTaker {
 public:
  void begin(unsigned) override { rows_.clear(); }
  void take(unsigned, const table::OpportunityChunk& chunk) override {
    const std::scoped_lock lock(mutex_);
    for (std::size_t row = 0; row < chunk.rows(); ++row) rows_.push_back(words_of(chunk.row(row)));
  }
  std::vector<std::string> rows() {
    std::sort(rows_.begin(), rows_.end());
    return rows_;
  }

 private:
  std::mutex mutex_;
  std::vector<std::string> rows_;
};

std::string words_of(const Place& place) {
  return place.source + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// Everything about a reading but its rows.
std::vector<std::string> facts_of(const Reading& reading) {
  std::vector<std::string> facts;
  for (const SourceSummary& source : reading.sources) {
    facts.push_back(source.name + " " + source.container + " " + source.encoding + " " + source.delimiter +
                    " " + source.dialect + " " + source.preset.value_or("-") + " " +
                    std::to_string(source.rows) + " " + std::to_string(source.kept) + " " +
                    std::to_string(source.quarantined) + " " + std::to_string(source.duplicates));
  }
  for (const Note& note : reading.notes)
    facts.push_back(note.code + " " + note.text.in(Language::kEnglish) + " " + words_of(note.place));
  for (const QuarantinedRow& row : reading.quarantine) {
    facts.push_back(words_of(row.place) + " " + row.field + " " + row.value + " " +
                    row.reason.in(Language::kEnglish) + " " +
                    (row.amount_at_stake ? std::to_string(row.amount_at_stake->minor) : "-"));
  }
  facts.push_back(reading.currency ? std::string(reading.currency->code()) : "several");
  return facts;
}

ScanPlan plan_of(std::size_t block) {
  ScanPlan plan;
  plan.texts.set();
  plan.grouped.set();
  plan.grouped[static_cast<std::size_t>(kName)] = false;
  plan.listed[static_cast<std::size_t>(kName)] = block % 128 == 0;
  plan.from = 0;
  plan.head = 1;  // the least that is taken: 128 KB
  plan.block = block;
  return plan;
}

}  // namespace

TemporaryFile::TemporaryFile(const std::string& bytes, const std::string& extension)
    : path_((std::filesystem::temp_directory_path() /
             ("ae_scan_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + extension))
                .string()) {
  std::ofstream(path_, std::ios::binary) << bytes;
}

TemporaryFile::~TemporaryFile() { std::filesystem::remove(path_); }

bool scans(const std::string& path, const ReadOptions& options) {
  const Result<Source> source = read_source(path);
  if (!source) return false;
  const Result<Reading> plain = read_opportunities({&*source, 1}, options);
  std::vector<std::string> plain_rows;
  if (plain) {
    for (const table::OpportunityChunk& chunk : plain->table.chunks)
      for (std::size_t row = 0; row < chunk.rows(); ++row) plain_rows.push_back(words_of(chunk.row(row)));
    std::sort(plain_rows.begin(), plain_rows.end());
  }
  std::set<bool> scanned;
  for (const std::size_t block : {64U, 100U, 4096U, 524288U}) {
    for (const unsigned threads : {1U, 3U}) {  // a large file is read twice
      const bool large = source->bytes.size() > 100'000;
      if (large && !(block == 4096 && threads == 3) && !(block > 4096 && threads == 1)) continue;
      ReadOptions with_threads = options;
      with_threads.threads = threads;
      Collector rows;
      const std::optional<Reading> reading = scan_opportunities(path, with_threads, plan_of(block), rows);
      scanned.insert(reading.has_value());
      if (!reading) continue;
      EXPECT_TRUE(plain.has_value()) << path << " is read by the scan and refused by the plain reader";
      if (!plain) return true;
      EXPECT_EQ(rows.rows(), plain_rows) << path << " in blocks of " << block;
      EXPECT_EQ(facts_of(*reading), facts_of(*plain)) << path << " in blocks of " << block;
    }
  }
  EXPECT_EQ(scanned.size(), 1U) << path << ": blocks and threads decide whether it is scanned";
  return *scanned.begin();
}

}  // namespace ae::ingest::testing

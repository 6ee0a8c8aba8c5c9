#include "ae/ingest/scan_passes.h"

#include <algorithm>
#include <atomic>
#include <unordered_set>
#include <utility>

#include "ae/base/parallel.h"
#include "ae/ingest/assembly.h"
#include "ae/ingest/scan/batch_reader.h"

namespace ae::ingest {
namespace {

using scan::BatchReader;
using scan::Evidence;
using scan::Fingerprints;
using scan::Supposed;

constexpr int kMostPasses = 3;
constexpr std::size_t kMostRepeated = 200'000;  // ids; their rows are held in memory

/// Whether the table of a sheet goes on to its end, with nothing in it but rows.
bool is_plain(const Sheet& sheet) {
  const Layout& layout = sheet.layout;
  const bool table = layout.totals.empty() && layout.repeated_headers.empty() && layout.footers.empty() &&
                     !layout.other_table && layout.end == sheet.records.size() &&
                     sheet.header + 1 < sheet.records.size();
  return table && sheet.records[sheet.header].size() > 1 && !sheet.surplus && sheet.map.attributes.empty();
}

bool is_plain(const ColumnFormats& formats, const CurrencyRule& currencies) {
  const auto days_are_written = std::all_of(formats.day_count.begin(), formats.day_count.end(),
                                            [](const auto& count) { return !count; });
  const EnumArray<CurrencyMark::Kind, Currency>& shared = currencies.marks.front().currency;
  const bool no_shared_signs =
      std::all_of(shared.begin(), shared.end(), [](Currency currency) { return currency.is_none(); });
  return formats.notes.empty() && formats.amount_power == 0 && days_are_written && no_shared_signs;
}

/// One pass over the rows on several threads.
class Pass {
 public:
  Pass(RowBlocks& blocks, const Supposed& supposed, ChunkTaker& taker)
      : blocks_(blocks), taker_(taker), progress_(supposed.options.progress) {
    const std::size_t most = std::max<std::size_t>(1, blocks.count());
    const auto threads = static_cast<unsigned>(std::clamp<std::size_t>(supposed.options.threads, 1, most));
    for (unsigned thread = 0; thread < threads; ++thread)
      readers_.push_back(std::make_unique<BatchReader>(supposed));
  }

  /// False when the table is left to the plain reader.
  bool run() {
    const auto threads = static_cast<unsigned>(readers_.size());
    taker_.begin(threads);
    blocks_.begin_pass();
    parallel_for(threads, threads, [&](std::size_t thread) { work(static_cast<unsigned>(thread)); });
    for (const auto& reader : readers_) reader->finish();
    return !stopped_;
  }

  std::vector<std::unique_ptr<BatchReader>>& readers() { return readers_; }

 private:
  void work(unsigned thread) {
    const std::unique_ptr<RowBlocks::Reader> blocks = blocks_.reader();
    BatchReader& reader = *readers_[thread];
    const std::size_t count = blocks_.count();
    for (std::size_t block = next_++; block < count; block = next_++) {
      if (thread == 0 && progress_) progress_(blocks_.bytes() / count * block, blocks_.bytes());
      const scan::RowBatch* const batch = blocks->read(block);
      if (batch != nullptr && batch->rows() == 0) continue;  // no row begins in it
      if (batch == nullptr || !reader.read(*batch)) {
        stopped_ = true;
        blocks_.stop();
        return;
      }
      if (reader.plain_rows().rows() > 0) taker_.take(thread, reader.plain_rows());
      if (reader.other_rows().rows() > 0) taker_.take(thread, reader.other_rows());
    }
  }

  RowBlocks& blocks_;
  ChunkTaker& taker_;
  const ReadProgress& progress_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> stopped_{false};
  std::vector<std::unique_ptr<BatchReader>> readers_;
};

std::unordered_set<std::uint64_t> repeated_ids(std::span<const std::unique_ptr<BatchReader>> readers) {
  std::vector<const Fingerprints*> all;
  for (const auto& reader : readers) all.push_back(&reader->fingerprints());
  return repeated(all, static_cast<unsigned>(readers.size()));
}

/// Rows and places by their lines, as a scan has them.
void count_by_lines(BuiltChunk& built, const csv::Records& records) {
  const auto line_of = [&](std::size_t record) { return static_cast<std::size_t>(records.line(record)); };
  for (UnknownNames* unknown : {&built.stages, &built.categories, &built.probabilities}) {
    for (auto& [name, seen] : unknown->names) seen.first.record = line_of(seen.first.record);
  }
  for (QuarantinedRow& row : built.quarantine) row.record = line_of(row.record);
}

/// Judges the rows that share ids, as the plain reader does, and reads those that are kept. The text of the
/// rows has to outlive what is built, which borrows nothing.
BuiltChunk judge_held(std::vector<scan::HeldRow> held, const Supposed& supposed) {
  std::sort(held.begin(), held.end(),
            [](const scan::HeldRow& a, const scan::HeldRow& b) { return a.line < b.line; });
  std::string text;
  std::vector<std::int64_t> lines;
  for (const scan::HeldRow& row : held) {
    text += row.text;
    lines.push_back(row.line);
  }
  Sheet sheet;
  sheet.name = supposed.head.name;
  sheet.map = supposed.head.map;
  sheet.records = csv::scan(text, supposed.head.delimiter).records;
  sheet.records.set_lines(lines);
  if (supposed.head.records.are_grid()) sheet.records.make_grid();
  sheet.shapes.assign(held.size(), RowShape::kLive);
  const RowReader reader(sheet, supposed.formats, supposed.currencies, supposed.stages, 0);
  BuiltChunk built = build_chunk({&reader, 1}, judge_ids({&reader, 1}), {0, 0, held.size()});
  count_by_lines(built, sheet.records);
  return built;
}

/// The one currency of all kept amounts, as the plain reader has it.
std::optional<Currency> currency_of(const Evidence& evidence, Currency bare) {
  if (evidence.in_amounts.size() > 1) return std::nullopt;
  return evidence.in_amounts.empty() ? bare : *evidence.in_amounts.begin();
}

bool in_order_of_lines(const QuarantinedRow& a, const QuarantinedRow& b) { return a.record < b.record; }

}  // namespace

std::optional<Beginning> beginning_of(std::vector<Sheet> sheets, const ReadOptions& options) {
  Beginning beginning;
  beginning.sheets = std::move(sheets);
  if (!is_plain(beginning.sheet())) return std::nullopt;
  Result<CurrencyRule> currencies = settle_currencies(beginning.sheets, options);
  if (!currencies) return std::nullopt;
  beginning.currencies = std::move(*currencies);
  Result<ColumnFormats> formats = decide_formats(beginning.sheet(), options, beginning.currencies, 0);
  if (!formats || !is_plain(*formats, beginning.currencies)) return std::nullopt;
  beginning.formats = std::move(*formats);
  return beginning;
}

std::optional<Reading> scan_blocks(RowBlocks& blocks, Beginning& beginning, const ReadOptions& options,
                                   const ScanPlan& plan, ChunkTaker& taker) {
  const StageNames stages(options.stages, beginning.sheet().map.names());
  std::unordered_set<std::uint64_t> repeated;
  const Supposed supposed{beginning.sheet(), beginning.currencies, beginning.formats, stages,  options,
                          plan.texts,        plan.grouped,         plan.listed,       repeated};
  std::optional<Pass> pass;
  Evidence evidence;
  CurrencyRule currencies;
  // What was supposed may turn out wrong, and ids may stand more than once: the next pass then knows better.
  for (int passes = 1;; ++passes) {
    pass.emplace(blocks, supposed, taker);
    if (!pass->run()) return std::nullopt;
    evidence = {};
    for (const auto& reader : pass->readers()) evidence.merge(reader->evidence());
    currencies = rule_of(evidence.named(), options);
    std::optional<ColumnFormats> formats = evidence.formats(beginning.formats, options);
    if (!formats) return std::nullopt;
    const bool as_supposed = currencies.bare == beginning.currencies.bare && *formats == beginning.formats;
    const bool ids_known = !repeated.empty();
    if (!ids_known) repeated = repeated_ids(pass->readers());
    if (as_supposed && ids_known == !repeated.empty()) break;
    if (passes == kMostPasses || repeated.size() > kMostRepeated) return std::nullopt;
    beginning.currencies.bare = currencies.bare;
    beginning.formats = std::move(*formats);
  }
  Assembly assembly(beginning.sheets);
  std::vector<scan::HeldRow> held;
  for (const auto& reader : pass->readers()) {
    assembly.add(0, reader->built());
    held.insert(held.end(), reader->held_rows().begin(), reader->held_rows().end());
  }
  if (!held.empty()) {
    BuiltChunk built = judge_held(std::move(held), supposed);
    BatchReader::count_currencies_of(built.chunk, evidence);
    if (built.chunk.rows() > 0) taker.take(0, built.chunk);
    built.chunk = built.chunk.like();
    assembly.add(0, built);
  }
  Reading reading = assembly.finish({&beginning.formats, 1}, currencies);
  std::sort(reading.quarantine.begin(), reading.quarantine.end(), in_order_of_lines);
  reading.table.chunks.emplace_back(beginning.sheet().map.fields());
  reading.currency = currency_of(evidence, currencies.bare);
  const bool refused = !reading.quarantine.empty() && (options.strict || reading.sources.front().kept == 0);
  if (refused) return std::nullopt;
  return reading;
}

}  // namespace ae::ingest

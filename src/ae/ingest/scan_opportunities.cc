#include "ae/ingest/scan_opportunities.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <unordered_set>
#include <vector>

#include "ae/base/parallel.h"
#include "ae/ingest/assembly.h"
#include "ae/ingest/read_sheets.h"
#include "ae/ingest/scan/batch_reader.h"
#include "ae/ingest/scan/block_reader.h"
#include "ae/ingest/sniff/dialect.h"

namespace ae::ingest {
namespace {

using scan::BatchReader;
using scan::BlockOrder;
using scan::BlockReader;
using scan::Evidence;
using scan::File;
using scan::Fingerprints;
using scan::RowsOfFile;
using scan::Signs;
using scan::Supposed;

constexpr int kMostPasses = 3;
constexpr std::size_t kLongestHead = std::size_t{1} << 20;
constexpr std::size_t kMostRepeated = 200'000;  // ids; their rows are held in memory
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// The beginning of a file in whole rows; nullopt when it holds none.
std::optional<Source> head_of(const File& file, const std::string& path, std::size_t bytes) {
  Source head{path, std::string(std::min(bytes, file.size()) + scan::kLookahead, '\0')};
  const std::size_t count = head.bytes.size() - scan::kLookahead;
  if (!file.read(0, count, head.bytes.data())) return std::nullopt;
  scan::Marks marks;
  // Without a delimiter: only lines are asked for.
  scan::find_marks({head.bytes.data(), count}, Signs{'\n', '"'}, {}, marks);
  if (marks.size() == 0) return std::nullopt;
  head.bytes.resize(marks[marks.size() - 1] + 1);
  return head;
}

/// Whether a sheet is of the kind whose further rows can be scanned.
bool is_plain(const Sheet& sheet) {
  const Layout& layout = sheet.layout;
  const bool text = sheet.contents.container == "csv" && !sheet.contents.cells && !sheet.contents.unpacked &&
                    !sheet.converted && (sheet.encoding == "UTF-8" || sheet.encoding == "UTF-8 BOM");
  const bool dialect = sheet.dialect == "RFC 4180, LF" || sheet.dialect == "RFC 4180, CRLF";
  const bool table = layout.totals.empty() && layout.repeated_headers.empty() && layout.footers.empty() &&
                     !layout.other_table && layout.end == sheet.records.size() &&
                     sheet.header + 1 < sheet.records.size();
  const bool columns =
      sheet.records[sheet.header].size() > 1 && !sheet.surplus && sheet.map.attributes.empty();
  return text && dialect && table && columns;
}

bool is_plain(const ColumnFormats& formats, const CurrencyRule& currencies) {
  const auto days_are_written = std::all_of(formats.day_count.begin(), formats.day_count.end(),
                                            [](const auto& count) { return !count; });
  const EnumArray<CurrencyMark::Kind, Currency>& shared = currencies.marks.front().currency;
  const bool no_shared_signs =
      std::all_of(shared.begin(), shared.end(), [](Currency currency) { return currency.is_none(); });
  return formats.notes.empty() && formats.amount_power == 0 && days_are_written && no_shared_signs;
}

/// What the beginning of a file says about all of it.
struct Beginning {
  std::vector<Sheet> sheets;  ///< one, of the beginning
  CurrencyRule currencies;
  ColumnFormats formats;
  RowsOfFile rows;

  const Sheet& sheet() const { return sheets.front(); }
};

std::optional<Beginning> look_at(const Source& head, const ReadOptions& options) {
  Beginning beginning;
  Result<std::vector<Sheet>> sheets = open_sheets({&head, 1}, options);
  if (!sheets || !is_plain(sheets->front())) return std::nullopt;
  beginning.sheets = std::move(*sheets);
  Result<CurrencyRule> currencies = settle_currencies(beginning.sheets, options);
  if (!currencies) return std::nullopt;
  beginning.currencies = std::move(*currencies);
  Result<ColumnFormats> formats = decide_formats(beginning.sheet(), options, beginning.currencies, 0);
  if (!formats || !is_plain(*formats, beginning.currencies)) return std::nullopt;
  beginning.formats = std::move(*formats);
  const Sheet& sheet = beginning.sheet();
  const std::size_t mark = head.bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  beginning.rows.begin = mark + sheet.records[sheet.header + 1].front().offset;
  beginning.rows.first_line = sheet.records.line(sheet.header + 1);
  beginning.rows.signs = {sheet.delimiter, sheet.quote};
  beginning.rows.width = sheet.records[sheet.header].size();
  beginning.rows.crlf = sheet.dialect == "RFC 4180, CRLF";
  return beginning;
}

/// One pass over the rows on several threads.
class Pass {
 public:
  Pass(const File& file, const RowsOfFile& rows, const Supposed& supposed, ChunkTaker& taker)
      : file_(file), rows_(rows), taker_(taker), progress_(supposed.options.progress), order_(rows.blocks()) {
    const std::size_t blocks = std::max<std::size_t>(1, rows.blocks());
    const auto threads = static_cast<unsigned>(std::clamp<std::size_t>(supposed.options.threads, 1, blocks));
    for (unsigned thread = 0; thread < threads; ++thread)
      readers_.push_back(std::make_unique<BatchReader>(supposed));
  }

  /// False when the file is left to the plain reader.
  bool run() {
    const auto threads = static_cast<unsigned>(readers_.size());
    taker_.begin(threads);
    parallel_for(threads, threads, [&](std::size_t thread) { work(static_cast<unsigned>(thread)); });
    for (const auto& reader : readers_) reader->finish();
    return !order_.stopped();
  }

  std::vector<std::unique_ptr<BatchReader>>& readers() { return readers_; }

 private:
  void work(unsigned thread) {
    BlockReader blocks(file_, rows_, order_);
    BatchReader& reader = *readers_[thread];
    for (std::size_t block = next_++; block < rows_.blocks(); block = next_++) {
      if (thread == 0 && progress_) progress_(block * rows_.block, rows_.end);
      const scan::RowBatch* const batch = blocks.read(block);
      if (batch != nullptr && batch->rows() == 0) continue;  // the inside of a long row
      if (batch == nullptr || !reader.read(*batch)) {
        order_.stop();
        return;
      }
      if (reader.plain_rows().rows() > 0) taker_.take(thread, reader.plain_rows());
      if (reader.other_rows().rows() > 0) taker_.take(thread, reader.other_rows());
    }
  }

  const File& file_;
  const RowsOfFile& rows_;
  ChunkTaker& taker_;
  const ReadProgress& progress_;
  BlockOrder order_;
  std::atomic<std::size_t> next_{0};
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

std::optional<Reading> scan_opportunities(const std::string& path, const ReadOptions& options,
                                          const ScanPlan& plan, ChunkTaker& taker) {
  const std::optional<File> file = File::open(path);
  if (!file || file->size() < plan.from || options.attributes || options.encoding) return std::nullopt;
  std::optional<Source> head;
  std::optional<Beginning> beginning;
  // What dialect and layout look at has to be in the beginning: where rows are long, that takes more of it.
  for (std::size_t bytes = std::max(plan.head, 2 * kDialectSample);; bytes *= 8) {
    head = head_of(*file, path, bytes);
    if (!head) return std::nullopt;
    beginning = look_at(*head, options);
    if (!beginning) return std::nullopt;
    const bool enough =
        head->bytes.size() == file->size() ||
        (head->bytes.size() > kDialectSample && beginning->sheet().records.size() > kLayoutSample);
    if (enough) break;
    if (bytes > kLongestHead) return std::nullopt;
  }
  beginning->rows.end = file->size();
  beginning->rows.block = plan.block;
  const StageNames stages(options.stages, beginning->sheet().map.names());
  std::unordered_set<std::uint64_t> repeated;
  const Supposed supposed{beginning->sheet(), beginning->currencies, beginning->formats, stages,  options,
                          plan.texts,         plan.grouped,          plan.listed,        repeated};
  std::optional<Pass> pass;
  Evidence evidence;
  CurrencyRule currencies;
  // What was supposed may turn out wrong, and ids may stand more than once: the next pass then knows better.
  for (int passes = 1;; ++passes) {
    pass.emplace(*file, beginning->rows, supposed, taker);
    if (!pass->run()) return std::nullopt;
    evidence = {};
    for (const auto& reader : pass->readers()) evidence.merge(reader->evidence());
    currencies = rule_of(evidence.named(), options);
    std::optional<ColumnFormats> formats = evidence.formats(beginning->formats, options);
    if (!formats) return std::nullopt;
    const bool as_supposed = currencies.bare == beginning->currencies.bare && *formats == beginning->formats;
    const bool ids_known = !repeated.empty();
    if (!ids_known) repeated = repeated_ids(pass->readers());
    if (as_supposed && ids_known == !repeated.empty()) break;
    if (passes == kMostPasses || repeated.size() > kMostRepeated) return std::nullopt;
    beginning->currencies.bare = currencies.bare;
    beginning->formats = std::move(*formats);
  }
  Assembly assembly(beginning->sheets);
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
  Reading reading = assembly.finish({&beginning->formats, 1}, currencies);
  std::sort(reading.quarantine.begin(), reading.quarantine.end(), in_order_of_lines);
  reading.table.chunks.emplace_back(beginning->sheet().map.fields());
  reading.currency = currency_of(evidence, currencies.bare);
  const bool refused = !reading.quarantine.empty() && (options.strict || reading.sources.front().kept == 0);
  if (refused) return std::nullopt;
  return reading;
}

}  // namespace ae::ingest

#include "ae/ingest/xlsx/plain_sheet.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

#include "ae/base/parallel.h"
#include "ae/ingest/csv/grid_builder.h"
#include "ae/ingest/xlsx/open_book.h"
#include "ae/ingest/xlsx/row_parser.h"
#include "ae/ingest/xlsx/shared_strings.h"
#include "ae/ingest/xlsx/sheet_cutter.h"
#include "ae/ingest/xlsx/sheet_notes.h"
#include "ae/ingest/xlsx/xml_reading.h"

namespace ae::ingest::xlsx {
namespace {

bool has_digit(const PlainRow& row) {
  const auto in_text = [](std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [&](const auto& cell) { return in_text(cell.text); });
}

/// What stands around the rows of a sheet.
class Frame {
 public:
  Frame() : reading_(visitor_) {
    visitor_.open = [this](std::string_view element, const Attributes&) {
      if (element == "mergeCell") ++merged_ranges;
      if (element == "row" || element == "c") rows_ = true;
    };
  }
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;
  ~Frame() = default;

  /// False when it is no XML, or rows stand in it.
  bool take(std::string_view piece) { return reading_.take(piece) && !rows_; }
  bool finish() { return reading_.finish() && !rows_; }

  std::int64_t merged_ranges = 0;

 private:
  XmlVisitor visitor_;
  XmlReading reading_;
  bool rows_ = false;
};

/// The blocks of a sheet on their way from the thread that unpacks them to those that read them.
class Blocks {
 public:
  explicit Blocks(const TableStart& table) : table_(table) {}

  /// Takes a block, for which `rows` becomes a text that is done with; false when the sheet is given up.
  /// Never waits: a block for which no thread has time is read at once.
  bool add(std::string& rows, RowParser& parser) {
    constexpr std::size_t kMostWaiting = 8;
    DelimitedRows* into = nullptr;
    {
      const std::scoped_lock lock(mutex_);
      if (odd_) return false;
      into = &read_.emplace_back();
      if (waiting_.size() < kMostWaiting) {
        waiting_.push_back({std::exchange(rows, {}), into});
        change_.notify_one();
        if (!done_.empty()) {
          rows = std::move(done_.back());
          done_.pop_back();
        }
        return true;
      }
    }
    read(rows, *into, parser);
    return true;
  }
  void end() {
    const std::scoped_lock lock(mutex_);
    ended_ = true;
    change_.notify_all();
  }
  void give_up() {
    const std::scoped_lock lock(mutex_);
    odd_ = true;
    change_.notify_all();
  }

  /// Reads blocks until all are read or the sheet is given up.
  void work(RowParser& parser) {
    std::unique_lock lock(mutex_);
    while (true) {
      change_.wait(lock, [&] { return odd_ || ended_ || !waiting_.empty(); });
      if (odd_ || waiting_.empty()) return;
      Block block = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      read(block.xml, *block.rows, parser);
      lock.lock();
      done_.push_back(std::move(block.xml));
    }
  }

  /// In order, once all threads are done; nullopt when the sheet was given up.
  std::optional<std::deque<DelimitedRows>> rows() && {
    std::int64_t line = 0;
    for (const DelimitedRows& rows : read_) {
      if (rows.lines.empty()) continue;
      odd_ |= rows.lines.front() <= line;
      line = rows.lines.back();
    }
    if (odd_) return std::nullopt;
    return std::move(read_);
  }

 private:
  struct Block {
    std::string xml;
    DelimitedRows* rows;
  };

  void read(std::string_view xml, DelimitedRows& rows, RowParser& parser) {
    // Cells that share a long text, or gaps, would fill the memory from a few bytes of XML.
    const std::size_t most = 2 * xml.size() + (std::size_t{1} << 20);
    constexpr std::size_t kXmlPerText = 3;
    rows.text.reserve(xml.size() / kXmlPerText);
    const bool plain = parser.parse(xml, [&](const PlainRow& row) {
      if (row.line <= table_.header_line) return true;
      if (row.cells.back().column >= table_.width || !has_digit(row)) return false;
      rows.append(row, table_.width);
      return rows.text.size() < most;
    });
    rows.finish();
    if (!plain) give_up();
  }

  const TableStart& table_;  ///< known once there are blocks
  std::mutex mutex_;
  std::condition_variable change_;
  std::deque<Block> waiting_;
  std::vector<std::string> done_;   ///< texts of blocks that are read, for their room
  std::deque<DelimitedRows> read_;  ///< of all blocks; a deque: each stays where it is
  bool ended_ = false;
  bool odd_ = false;
};

/// The rows of a block as a grid; nullopt when they are not plain.
std::optional<csv::Records> records_of(std::string_view rows, RowParser& parser) {
  csv::GridBuilder grid;
  const bool plain = parser.parse(rows, [&](const PlainRow& row) {
    grid.begin_row(row.line);
    for (const PlainRow::Cell& cell : row.cells) grid.put(cell.column, cell.text);
    return !grid.is_mostly_gaps();
  });
  if (!plain) return std::nullopt;
  return std::move(grid).finish();
}

}  // namespace

std::optional<PlainSheet> read_plain_sheet(std::string_view bytes, const std::string& sheet,
                                           const std::string& source, const SheetPlan& plan,
                                           const TakeHead& take_head) {
  Result<OpenBook> book = open_book(bytes, sheet, source);
  if (!book || !book->archive.has(book->chosen.file)) return std::nullopt;
  csv::GridBuilder keeper;
  const auto strings = read_shared_strings(book->archive, book->workbook.strings_file, source, keeper);
  if (!strings) return std::nullopt;

  TableStart table;
  Blocks blocks(table);
  Frame frame;
  std::vector<RowParser> parsers(std::max(1U, plan.threads), RowParser(book->workbook, *strings));
  const auto unpack = [&](RowParser& parser) {
    bool begun = false;
    bool whole = false;
    const auto begin = [&](std::string_view rows) {
      RowParser head_parser(book->workbook, *strings);
      std::optional<csv::Records> head = records_of(rows, head_parser);
      const std::optional<TableStart> found = head ? take_head(std::move(*head), whole) : std::nullopt;
      table = found.value_or(TableStart{});
      return begun = found.has_value();
    };
    SheetCutter cutter(
        {[&](std::string_view piece) { return frame.take(piece); },
         [&](std::string& rows) { return (begun || begin(rows)) && blocks.add(rows, parser); }},
        plan.head, plan.block);
    const Result<void> unpacked =
        book->archive.read(book->chosen.file, [&](std::string_view piece) { return cutter.take(piece); });
    whole = !begun;
    return unpacked && cutter.finish() && begun && frame.finish();
  };
  parallel_for(parsers.size(), plan.threads, [&](std::size_t thread) {
    if (thread == 0 && !unpack(parsers[thread])) blocks.give_up();
    if (thread == 0) blocks.end();
    blocks.work(parsers[thread]);
  });
  std::optional<std::deque<DelimitedRows>> rows = std::move(blocks).rows();
  if (!rows) return std::nullopt;
  SheetFacts facts;
  facts.merged_ranges = frame.merged_ranges;
  for (const RowParser& parser : parsers) {
    facts.hidden_rows += parser.facts().hidden_rows;
    facts.formulas_without_value += parser.facts().formulas_without_value;
  }
  return PlainSheet{std::move(*rows), sheet_notes(*book, sheet, facts, source)};
}

}  // namespace ae::ingest::xlsx

#include "ae/ingest/scan_opportunities.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "ae/ingest/read_sheets.h"
#include "ae/ingest/scan/block_reader.h"
#include "ae/ingest/scan_passes.h"
#include "ae/ingest/scan_workbook.h"
#include "ae/ingest/sniff/dialect.h"
#include "ae/ingest/xlsx/zip_archive.h"

namespace ae::ingest {
namespace {

using scan::BlockOrder;
using scan::BlockReader;
using scan::File;
using scan::RowsOfFile;
using scan::Signs;

constexpr std::size_t kLongestHead = std::size_t{1} << 20;
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

/// Whether a sheet is of the kind of text that is scanned.
bool is_plain_text(const Sheet& sheet) {
  return sheet.contents.container == "csv" && !sheet.contents.cells && !sheet.contents.unpacked &&
         !sheet.converted && (sheet.encoding == "UTF-8" || sheet.encoding == "UTF-8 BOM") &&
         (sheet.dialect == "RFC 4180, LF" || sheet.dialect == "RFC 4180, CRLF");
}

std::optional<Beginning> look_at(const Source& head, const ReadOptions& options) {
  Result<std::vector<Sheet>> sheets = open_sheets({&head, 1}, options);
  if (!sheets || !is_plain_text(sheets->front())) return std::nullopt;
  return beginning_of(std::move(*sheets), options);
}

/// Where the rows below a beginning are.
RowsOfFile rows_of(const Beginning& beginning, const Source& head, const File& file, std::size_t block) {
  const Sheet& sheet = beginning.sheet();
  const std::size_t mark = head.bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  RowsOfFile rows;
  rows.begin = mark + sheet.records[sheet.header + 1].front().offset;
  rows.end = file.size();
  rows.block = block;
  rows.first_line = sheet.records.line(sheet.header + 1);
  rows.signs = {sheet.delimiter, sheet.quote};
  rows.width = sheet.records[sheet.header].size();
  rows.crlf = sheet.dialect == "RFC 4180, CRLF";
  return rows;
}

/// The rows of a file in blocks of so many bytes.
class BlocksOfFile : public RowBlocks {
 public:
  BlocksOfFile(const File& file, const RowsOfFile& rows) : file_(file), rows_(rows) {}

  std::size_t count() const override { return rows_.blocks(); }
  std::size_t bytes() const override { return rows_.end; }
  void begin_pass() override { order_.emplace(rows_.blocks()); }
  std::unique_ptr<Reader> reader() override { return std::make_unique<OfBlock>(file_, rows_, *order_); }
  void stop() override { order_->stop(); }

 private:
  class OfBlock : public Reader {
   public:
    OfBlock(const File& file, const RowsOfFile& rows, BlockOrder& order) : blocks_(file, rows, order) {}
    const scan::RowBatch* read(std::size_t block) override { return blocks_.read(block); }

   private:
    BlockReader blocks_;
  };

  const File& file_;
  const RowsOfFile& rows_;
  std::optional<BlockOrder> order_;
};

bool is_zip(const File& file) {
  char beginning[4] = {};
  return file.size() > sizeof beginning && file.read(0, sizeof beginning, beginning) &&
         xlsx::is_zip({beginning, sizeof beginning});
}

}  // namespace

std::optional<Reading> scan_opportunities(const std::string& path, const ReadOptions& options,
                                          const ScanPlan& plan, ChunkTaker& taker) {
  const std::optional<File> file = File::open(path);
  if (!file || file->size() < plan.from || options.attributes || options.encoding) return std::nullopt;
  if (is_zip(*file)) return scan_workbook(path, options, plan, taker);
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
  const RowsOfFile rows = rows_of(*beginning, *head, *file, plan.block);
  BlocksOfFile blocks(*file, rows);
  return scan_blocks(blocks, *beginning, options, plan, taker);
}

}  // namespace ae::ingest

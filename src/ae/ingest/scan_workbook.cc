#include "ae/ingest/scan_workbook.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include "ae/ingest/read_sheets.h"
#include "ae/ingest/scan_passes.h"
#include "ae/ingest/sniff/total_row.h"
#include "ae/ingest/xlsx/plain_sheet.h"

namespace ae::ingest {
namespace {

using scan::RowBatch;

RowBatch batch_of(const xlsx::DelimitedRows& rows, std::size_t width) {
  RowBatch batch;
  batch.text = rows.text.data();
  batch.ends = std::span(rows.ends).subspan(1);
  batch.width = width;
  batch.lines = rows.lines;
  return batch;
}

/// Rows that are in memory.
class BlocksInMemory : public RowBlocks {
 public:
  BlocksInMemory(const std::deque<xlsx::DelimitedRows>& rows, std::size_t width) {
    for (const xlsx::DelimitedRows& block : rows) {
      batches_.push_back(batch_of(block, width));
      bytes_ += block.text.size();
    }
  }

  std::size_t count() const override { return batches_.size(); }
  std::size_t bytes() const override { return bytes_; }
  void begin_pass() override {}
  std::unique_ptr<Reader> reader() override { return std::make_unique<OfBatches>(batches_); }
  void stop() override {}

  const std::vector<RowBatch>& batches() const { return batches_; }

 private:
  class OfBatches : public Reader {
   public:
    explicit OfBatches(const std::vector<RowBatch>& batches) : batches_(batches) {}
    const RowBatch* read(std::size_t block) override { return &batches_[block]; }

   private:
    const std::vector<RowBatch>& batches_;
  };

  std::vector<RowBatch> batches_;
  std::size_t bytes_ = 0;
};

/// The sheet whose beginning these records are.
std::optional<Beginning> look_at(csv::Records head, const std::string& source, const ReadOptions& options) {
  std::vector<Sheet> sheets(1);
  Sheet& sheet = sheets.front();
  sheet.name = source;
  sheet.contents.container = "xlsx";
  sheet.encoding = "UTF-8";
  sheet.records = std::move(head);
  if (!find_table(sheet, options) || !recognise_columns(sheets, options)) return std::nullopt;
  return beginning_of(std::move(sheets), options);
}

/// Whether the last row may be a footer for being shorter than the table and beginning as footers do.
bool ends_with_footer(const std::vector<RowBatch>& batches) {
  const auto last =
      std::find_if(batches.rbegin(), batches.rend(), [](const RowBatch& batch) { return batch.rows() > 0; });
  if (last == batches.rend()) return false;
  std::deque<std::string> kept;
  const auto cell = [&](std::size_t column) {
    return scan::ColumnOfBatch(*last, column, kept)[last->rows() - 1];
  };
  return cell(last->width - 1).empty() && is_footer_line(cell(0));
}

}  // namespace

std::optional<Reading> scan_workbook(const std::string& path, const ReadOptions& options,
                                     const ScanPlan& plan, ChunkTaker& taker) {
  Result<Source> source = read_source(path);
  if (!source) return std::nullopt;
  constexpr std::size_t kXmlPerText = 8;  // bytes of XML that a byte of text takes, at most in most sheets
  xlsx::SheetPlan sheet_plan;
  sheet_plan.head = std::max(sheet_plan.head, plan.head * kXmlPerText);
  sheet_plan.block = plan.block;
  sheet_plan.threads = options.threads;
  std::optional<Beginning> beginning;
  const auto take_head = [&](csv::Records head, bool whole) -> std::optional<xlsx::TableStart> {
    if (!whole && head.size() <= kLayoutSample) return std::nullopt;
    beginning = look_at(std::move(head), path, options);
    if (!beginning) return std::nullopt;
    const Sheet& sheet = beginning->sheet();
    return xlsx::TableStart{sheet.header_line(), sheet.records[sheet.header].size()};
  };
  std::optional<xlsx::PlainSheet> rows =
      xlsx::read_plain_sheet(source->bytes, options.sheet, path, sheet_plan, take_head);
  if (!rows) return std::nullopt;
  source->bytes = {};
  BlocksInMemory blocks(rows->blocks, beginning->sheet().records[beginning->sheet().header].size());
  if (ends_with_footer(blocks.batches())) return std::nullopt;
  beginning->sheets.front().contents.notes = std::move(rows->notes);
  return scan_blocks(blocks, *beginning, options, plan, taker);
}

}  // namespace ae::ingest

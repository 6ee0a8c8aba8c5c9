#include "ae/ingest/container/contents.h"

#include "ae/ingest/container/foreign_format.h"
#include "ae/ingest/container/gzip.h"
#include "ae/ingest/container/zstandard.h"
#include "ae/ingest/html/read_html.h"
#include "ae/ingest/json/read_json.h"
#include "ae/ingest/sniff/encoding.h"
#include "ae/ingest/xlsx/read_xlsx.h"
#include "ae/ingest/xlsx/zip_archive.h"

namespace ae::ingest {
namespace {

/// A packed file may hold a packed file; more often than this nobody packs.
constexpr int kMostLayers = 3;

/// Takes compression off, layer by layer; names each in `packing`.
Result<std::shared_ptr<const Source>> unpack(const Source& source, std::string& packing) {
  std::shared_ptr<const Source> unpacked;
  for (int layer = 0; layer < kMostLayers; ++layer) {
    const std::string_view bytes = unpacked ? unpacked->bytes : source.bytes;
    const bool gzip = is_gzip(bytes);
    if (!gzip && !is_zstandard(bytes)) break;
    AE_TRY(std::string inner, gzip ? unpack_gzip(bytes, source.name) : unpack_zstandard(bytes, source.name));
    packing.insert(0, gzip ? "+gzip" : "+zstd");
    unpacked = std::make_shared<const Source>(Source{source.name, std::move(inner)});
  }
  return unpacked;
}

/// How a text begins, for a look at its first signs: without a byte order mark, and UTF-16 without its zero
/// bytes.
std::string beginning_of(std::string_view bytes) {
  constexpr std::size_t kEnough = 1024;
  std::string beginning(bytes.substr(0, kEnough));
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (beginning.starts_with(mark)) beginning.erase(0, mark.size());
  }
  std::erase(beginning, '\0');
  return beginning;
}

/// Takes the table out of an input that is not packed any more, unless it is delimited text.
Result<void> read_cells(const Source& inner, const std::string& sheet, Contents& contents) {
  const std::string beginning = beginning_of(inner.bytes);
  if (xlsx::is_zip(inner.bytes)) {
    AE_TRY(xlsx::SheetTable table, xlsx::read_xlsx(inner.bytes, sheet, inner.name));
    contents.container = "xlsx";
    contents.cells = std::move(table.records);
    contents.notes = std::move(table.notes);
  } else if (json::looks_like_json(beginning)) {
    AE_TRY(const CheckedText checked, checked_text(inner));
    AE_TRY(json::JsonTable table, json::read_json(checked.text, inner.name));
    contents.container = table.lines ? "jsonl" : "json";
    contents.cells = std::move(table.records);
  } else if (html::looks_like_html(beginning)) {
    AE_TRY(const CheckedText checked, checked_text(inner));
    AE_TRY(contents.cells, html::read_html(checked.text, inner.name));
    contents.container = "html";
  }
  return {};
}

}  // namespace

Result<Contents> open_container(const Source& source, const std::string& sheet) {
  Contents contents;
  std::string packing;
  AE_TRY(contents.unpacked, unpack(source, packing));
  const Source& inner = contents.text(source);
  if (const auto foreign = foreign_format(inner.bytes)) return fail(not_a_table(source.name, *foreign));
  contents.container = "csv";
  AE_TRY_VOID(read_cells(inner, sheet, contents));
  contents.container += packing;
  if (contents.cells) contents.unpacked.reset();  // they have characters of their own
  return contents;
}

}  // namespace ae::ingest

#include "ae/ingest/container/contents.h"

#include "ae/ingest/container/foreign_format.h"
#include "ae/ingest/container/gzip.h"
#include "ae/ingest/container/zstandard.h"
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

}  // namespace

Result<Contents> open_container(const Source& source, const std::string& sheet) {
  Contents contents;
  std::string packing;
  AE_TRY(contents.unpacked, unpack(source, packing));
  const Source& inner = contents.text(source);
  if (const auto foreign = foreign_format(inner.bytes)) return fail(not_a_table(source.name, *foreign));
  if (xlsx::is_zip(inner.bytes)) {
    AE_TRY(xlsx::SheetTable table, xlsx::read_xlsx(inner.bytes, sheet, source.name));
    contents.container = "xlsx" + packing;
    contents.cells = std::move(table.records);
    contents.notes = std::move(table.notes);
    return contents;
  }
  contents.container = "csv" + packing;
  return contents;
}

}  // namespace ae::ingest

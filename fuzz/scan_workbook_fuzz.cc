// Whatever stands in a sheet: the scan of a workbook gives what the plain reader gives, or leaves it to that.
// The first byte chooses the size of the blocks and the number of threads.

#include "ae/ingest/xlsx/testing_archive.h"
#include "scan_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < 2) return 0;
  const ae::ingest::xlsx::testing::Parts parts{
      std::string(bytes + 1, bytes + size), "<sst><si><t>Proposal</t></si><si><t>Closed, Won</t></si></sst>",
      "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
      "numFmtId=\"10\"/></cellXfs></styleSheet>"};
  scan_check::check_scan(ae::ingest::xlsx::testing::workbook_of(parts), bytes[0], size);
  return 0;
}

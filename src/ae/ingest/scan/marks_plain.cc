#include "ae/ingest/scan/mark_writer.h"

namespace ae::ingest::scan {
namespace {

ByteMasks masks_of(std::string_view bytes, const Signs& signs) {
  ByteMasks is;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const std::uint64_t bit = std::uint64_t{1} << at;
    const char byte = bytes[at];
    if (byte == signs.quote) is.quote |= bit;
    if (byte == signs.delimiter) is.delimiter |= bit;
    if (byte == '\n') is.lf |= bit;
    if (byte == '\r') is.cr |= bit;
    if (static_cast<unsigned char>(byte) >= 0x80) is.high |= bit;
    if (byte == '\0') is.nul |= bit;
  }
  is.turned = prefix_xor(is.quote);
  return is;
}

}  // namespace

void find_marks_plainly(std::string_view text, const Signs& signs, const Carry& carry, Marks& marks) {
  MarkWriter writer(text, carry, marks);
  for (std::size_t at = 0; at < text.size(); at += 64) {
    const std::string_view bytes = text.substr(at, 64);
    writer.put(static_cast<std::uint32_t>(at), writer.add(at, masks_of(bytes, signs), bytes.size()));
  }
  writer.finish();
}

}  // namespace ae::ingest::scan

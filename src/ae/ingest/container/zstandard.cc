#include "ae/ingest/container/zstandard.h"

#include <memory>
#include <vector>
#include <zstd.h>

namespace ae::ingest {
namespace {

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

}  // namespace

bool is_zstandard(std::string_view bytes) { return bytes.starts_with("\x28\xB5\x2F\xFD"); }

Result<std::string> unpack_zstandard(std::string_view bytes, const std::string& source,
                                     const UnpackLimit& limit) {
  const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
  if (!stream) return fail(damaged_file(source, "zstd"));
  std::string unpacked;
  std::vector<char> piece(ZSTD_DStreamOutSize());
  ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
  std::size_t left = 1;  // 0 at the end of a frame
  while (input.pos < input.size || left != 0) {
    ZSTD_outBuffer output{piece.data(), piece.size(), 0};
    const std::size_t before = input.pos;
    left = ZSTD_decompressStream(stream.get(), &output, &input);
    const bool stuck = left != 0 && output.pos == 0 && input.pos == before;
    if (ZSTD_isError(left) != 0 || stuck) return fail(damaged_file(source, "zstd"));
    unpacked.append(piece.data(), output.pos);
    if (!limit.allows(bytes.size(), unpacked.size())) return fail(too_large_when_unpacked(source));
  }
  return unpacked;
}

}  // namespace ae::ingest

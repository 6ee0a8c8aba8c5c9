#include "ae/ingest/container/gzip.h"

#include "ae/ingest/container/inflater.h"

namespace ae::ingest {

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

Result<std::string> unpack_gzip(std::string_view bytes, const std::string& source, const UnpackLimit& limit) {
  const std::size_t packed = bytes.size();
  std::string unpacked;
  Inflater inflater(DeflateForm::kGzip);
  while (bytes.find_first_not_of('\0') != std::string_view::npos) {
    const Inflater::End end = inflater.run(bytes, [&](std::string_view piece) {
      unpacked += piece;
      return limit.allows(packed, unpacked.size());
    });
    if (end == Inflater::End::kStopped) return fail(too_large_when_unpacked(source));
    if (end == Inflater::End::kDamaged) return fail(damaged_file(source, "gzip"));
  }
  return unpacked;
}

}  // namespace ae::ingest

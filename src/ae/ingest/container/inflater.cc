#include "ae/ingest/container/inflater.h"

#include <algorithm>
#include <array>
#include <limits>
#include <zlib.h>

namespace ae::ingest {

struct Inflater::State {
  z_stream stream{};
  bool ready = false;
  std::array<unsigned char, std::size_t{64} * 1024> piece{};
};

Inflater::Inflater(DeflateForm form) : state_(std::make_unique<State>()) {
  constexpr int kGzipWindow = 16 + MAX_WBITS;
  const int window = form == DeflateForm::kGzip ? kGzipWindow : -MAX_WBITS;
  state_->ready = inflateInit2(&state_->stream, window) == Z_OK;
}

Inflater::~Inflater() {
  if (state_->ready) inflateEnd(&state_->stream);
}

Inflater::End Inflater::run(std::string_view& bytes, const std::function<bool(std::string_view)>& take) {
  z_stream& stream = state_->stream;
  if (!state_->ready || inflateReset(&stream) != Z_OK) return End::kDamaged;
  while (true) {
    const std::size_t offered = std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max());
    // zlib does not write to its input; its interface is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
    stream.avail_in = static_cast<uInt>(offered);
    stream.next_out = state_->piece.data();
    stream.avail_out = static_cast<uInt>(state_->piece.size());
    const int outcome = inflate(&stream, Z_NO_FLUSH);
    bytes.remove_prefix(offered - stream.avail_in);
    if (outcome != Z_OK && outcome != Z_STREAM_END) return End::kDamaged;
    const std::size_t made = state_->piece.size() - stream.avail_out;
    if (!take({reinterpret_cast<const char*>(state_->piece.data()), made})) return End::kStopped;  // NOLINT
    if (outcome == Z_STREAM_END) return End::kComplete;
  }
}

}  // namespace ae::ingest

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace ae::ingest {

/// How DEFLATE data is wrapped.
enum class DeflateForm : std::uint8_t { kGzip, kRaw };

/// Unpacks DEFLATE piece by piece, so that whoever takes the pieces can stop in time.
class Inflater {
 public:
  enum class End : std::uint8_t { kComplete, kStopped, kDamaged };

  explicit Inflater(DeflateForm form);
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater();

  /// Unpacks one stream from the beginning of `bytes` and hands each piece to `take`, which says whether to
  /// go on. `bytes` then begins behind the stream. Damaged: it breaks off, or its checksum is wrong.
  End run(std::string_view& bytes, const std::function<bool(std::string_view piece)>& take);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ae::ingest

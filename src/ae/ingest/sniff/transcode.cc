#include "ae/ingest/sniff/transcode.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <iconv.h>

#include "ae/base/utf8.h"

namespace ae::ingest {
namespace {

class Converter {
 public:
  Converter(const Encoding& to, const Encoding& from)
      : handle_(iconv_open(std::string(to.iconv).c_str(), std::string(from.iconv).c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (opened()) iconv_close(handle_);
  }

  bool opened() const { return std::bit_cast<std::intptr_t>(handle_) != -1; }

  /// False when the input stops before its end.
  bool convert(std::string_view& input, std::string& text) {
    std::size_t filled = 0;
    while (true) {
      text.resize(std::max<std::size_t>(filled + input.size() + input.size() / 2 + 64, text.size()));
      char* from = const_cast<char*>(input.data());  // iconv does not write to it
      std::size_t left = input.size();
      char* to = text.data() + filled;
      std::size_t room = text.size() - filled;
      const bool done = iconv(handle_, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
      const int reason = errno;
      filled = text.size() - room;
      input.remove_prefix(input.size() - left);
      if (!done && reason == E2BIG) continue;
      text.resize(filled);
      return done;
    }
  }

 private:
  iconv_t handle_;
};

}  // namespace

Transcoded transcode(std::string_view bytes, const Encoding& encoding) {
  Transcoded result;
  Converter converter(kUtf8, encoding);
  if (!converter.opened()) {
    result.stopped = 0;
    return result;
  }
  std::string_view rest = bytes;
  if (!converter.convert(rest, result.text)) result.stopped = bytes.size() - rest.size();
  // The tables of some encodings lead to what Unicode has no character for.
  const std::size_t invalid = first_invalid_utf8(result.text);
  if (invalid != result.text.size()) {
    result.text.resize(invalid);
    result.stopped = result.stopped.value_or(bytes.size());
  }
  return result;
}

Encoded encode(std::string_view text, const Encoding& encoding) {
  Encoded result;
  Converter converter(encoding, kUtf8);
  if (!converter.opened()) {
    result.stopped = 0;
    return result;
  }
  std::string_view rest = text;
  if (!converter.convert(rest, result.bytes)) result.stopped = text.size() - rest.size();
  return result;
}

}  // namespace ae::ingest

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "ae/base/text.h"

/// Partials as bytes, so that they can be cached, sent and merged elsewhere. A type takes part by listing its
/// members once:
///
///     template <typename Self, typename Archive>
///     static void members(Self& self, Archive& archive) { archive(self.count, self.amount); }
///
/// Form: a version byte, then the members in order; integers little-endian at their size, sizes as 64 bits.
namespace ae::report {

inline constexpr std::uint8_t kByteFormVersion = 4;

class Encoder {
 public:
  template <typename... Values>
  void operator()(const Values&... values) {
    (write(values), ...);
  }
  std::string bytes() && { return std::move(bytes_); }

 private:
  template <typename Value>
  void write(const Value& value) {
    if constexpr (requires { Value::members(value, *this); }) {
      Value::members(value, *this);
    } else {
      static_assert(std::is_trivially_copyable_v<Value> && std::has_unique_object_representations_v<Value>,
                    "a member is neither plain bytes nor lists its members");
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
  }
  void write(const std::string& value) {
    write(std::uint64_t{value.size()});
    bytes_ += value;
  }
  template <typename Key, typename Value>
  void write(const std::map<Key, Value>& values) {
    write(std::uint64_t{values.size()});
    for (const auto& [key, value] : values) (*this)(key, value);
  }
  template <typename First, typename Second>
  void write(const std::pair<First, Second>& value) {
    (*this)(value.first, value.second);
  }
  template <typename Value>
  void write(const std::vector<Value>& values) {
    write(std::uint64_t{values.size()});
    for (const Value& value : values) write(value);
  }

  std::string bytes_;
};

/// Reads what Encoder wrote. Bytes that end early or claim more than there is set failed() and leave the rest
/// as it was.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  template <typename... Values>
  void operator()(Values&... values) {
    (read(values), ...);
  }
  bool failed() const { return failed_; }
  bool finished() const { return !failed_ && bytes_.empty(); }

 private:
  template <typename Value>
  void read(Value& value) {
    if constexpr (requires { Value::members(value, *this); }) {
      Value::members(value, *this);
    } else if (bytes_.size() < sizeof value) {
      failed_ = true;
    } else {
      bytes_.copy(reinterpret_cast<char*>(&value), sizeof value);
      bytes_.remove_prefix(sizeof value);
    }
  }
  void read(std::string& value) {
    const std::uint64_t size = read_size();
    value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
  }
  template <typename Key, typename Value>
  void read(std::map<Key, Value>& values) {
    for (std::uint64_t left = read_size(); left > 0 && !failed_; --left) {
      Key key{};
      read(key);
      read(values[std::move(key)]);
    }
  }
  template <typename First, typename Second>
  void read(std::pair<First, Second>& value) {
    (*this)(value.first, value.second);
  }
  template <typename Value>
  void read(std::vector<Value>& values) {
    for (std::uint64_t left = read_size(); left > 0 && !failed_; --left) read(values.emplace_back());
  }
  /// Every element takes at least a byte, so a size beyond the bytes left is a lie.
  std::uint64_t read_size() {
    std::uint64_t size = 0;
    read(size);
    if (size <= bytes_.size()) return size;
    failed_ = true;
    return 0;
  }

  std::string_view bytes_;
  bool failed_ = false;
};

template <typename Partial>
std::string encode(const Partial& partial) {
  Encoder encoder;
  encoder(kByteFormVersion, partial);
  return std::move(encoder).bytes();
}

/// nullopt for another version and for bytes that are no partial.
template <typename Partial>
std::optional<Partial> decode(std::string_view bytes) {
  Decoder decoder(bytes);
  std::uint8_t version = 0;
  Partial partial;
  decoder(version);
  if (version != kByteFormVersion) return std::nullopt;
  decoder(partial);
  if (!decoder.finished()) return std::nullopt;
  return partial;
}

}  // namespace ae::report

#include "ae/ingest/xlsx/zip_archive.h"

#include "ae/ingest/container/checksum.h"
#include "ae/ingest/container/inflater.h"
#include "ae/ingest/container/unpack_limit.h"

namespace ae::ingest::xlsx {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kEndSize = 22;
constexpr std::size_t kDirectoryEntrySize = 46;
constexpr std::size_t kLocalHeaderSize = 30;
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;

/// A little-endian number; the caller knows that it lies inside.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t byte = size; byte-- > 0;)
    number = number << 8U | static_cast<unsigned char>(bytes[at + byte]);
  return number;
}

std::uint16_t short_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(number_at(bytes, at, 2));
}

/// ASCII letters in lower case, slashes forward.
std::string folded(std::string_view name) {
  std::string result(name);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\\') c = '/';
  }
  return result.starts_with('/') ? result.substr(1) : result;
}

}  // namespace

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const std::string& source) {
  ZipArchive archive;
  archive.bytes_ = bytes;
  archive.source_ = source;
  constexpr std::size_t kLongestComment = 65535;
  const std::size_t from =
      bytes.size() > kEndSize + kLongestComment ? bytes.size() - kEndSize - kLongestComment : 0;
  const std::size_t end = bytes.substr(from).rfind("PK\x05\x06"sv);
  if (end == std::string_view::npos || from + end + kEndSize > bytes.size())
    return fail(damaged_file(source, "zip"));
  AE_TRY_VOID(archive.read_directory(from + end));
  return archive;
}

Result<void> ZipArchive::read_directory(std::size_t end) {
  const std::size_t count = short_at(bytes_, end + 10);
  std::size_t at = number_at(bytes_, end + 16, 4);
  for (std::size_t index = 0; index < count; ++index) {
    if (at + kDirectoryEntrySize > bytes_.size() || bytes_.substr(at, 4) != "PK\x01\x02"sv)
      return fail(damaged_file(source_, "zip"));
    const std::size_t name_size = short_at(bytes_, at + 28);
    Entry entry;
    entry.flags = short_at(bytes_, at + 8);
    entry.method = short_at(bytes_, at + 10);
    entry.checksum = number_at(bytes_, at + 16, 4);
    entry.packed = number_at(bytes_, at + 20, 4);
    entry.offset = number_at(bytes_, at + 42, 4);
    if (at + kDirectoryEntrySize + name_size > bytes_.size()) return fail(damaged_file(source_, "zip"));
    entries_.emplace(folded(bytes_.substr(at + kDirectoryEntrySize, name_size)), entry);
    at += kDirectoryEntrySize + name_size + short_at(bytes_, at + 30) + short_at(bytes_, at + 32);
  }
  return {};
}

bool ZipArchive::has(std::string_view name) const { return entries_.contains(folded(name)); }

Result<std::string_view> ZipArchive::packed_bytes(const Entry& entry) const {
  constexpr unsigned kEncrypted = 1;
  const bool inside = entry.offset + kLocalHeaderSize <= bytes_.size();
  if (!inside || (entry.flags & kEncrypted) != 0 || (entry.method != kStored && entry.method != kDeflated))
    return fail(damaged_file(source_, "zip"));
  const std::size_t data = entry.offset + kLocalHeaderSize + short_at(bytes_, entry.offset + 26) +
                           short_at(bytes_, entry.offset + 28);
  if (data > bytes_.size() || entry.packed > bytes_.size() - data) return fail(damaged_file(source_, "zip"));
  return bytes_.substr(data, entry.packed);
}

Result<void> ZipArchive::read(std::string_view name, const std::function<bool(std::string_view)>& take) {
  const auto found = entries_.find(folded(name));
  if (found == entries_.end()) return {};
  AE_TRY(std::string_view packed, packed_bytes(found->second));
  const UnpackLimit limit;
  Checksum checksum;
  bool too_large = false;
  const auto take_piece = [&](std::string_view piece) {
    unpacked_ += piece.size();
    checksum.add(piece);
    too_large = !limit.allows(bytes_.size(), unpacked_);
    return !too_large && take(piece);
  };
  Inflater::End end = Inflater::End::kComplete;
  if (found->second.method == kStored) {
    if (!take_piece(packed)) end = Inflater::End::kStopped;
  } else {
    end = Inflater(DeflateForm::kRaw).run(packed, take_piece);
  }
  if (too_large) return fail(too_large_when_unpacked(source_));
  const bool wrong = end == Inflater::End::kComplete && checksum.value() != found->second.checksum;
  if (wrong || end == Inflater::End::kDamaged) return fail(damaged_file(source_, "zip"));
  return {};
}

Result<std::string> ZipArchive::text(std::string_view name) {
  std::string text;
  AE_TRY_VOID(read(name, [&](std::string_view piece) {
    text += piece;
    return true;
  }));
  return text;
}

}  // namespace ae::ingest::xlsx

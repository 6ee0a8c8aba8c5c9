#include "ae/render/xlsx/zip_writer.h"

#include <algorithm>
#include <array>
#include <limits>
#include <zlib.h>

#include "ae/base/assert.h"

namespace ae::render::spreadsheet {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034B50;
constexpr std::uint32_t kCentralHeader = 0x02014B50;
constexpr std::uint32_t kEndOfDirectory = 0x06054B50;
constexpr std::uint16_t kVersion = 20;  // 2.0: DEFLATE
constexpr std::uint16_t kNameIsUtf8 = 1U << 11;
constexpr std::uint16_t kDeflate = 8;
constexpr std::uint16_t kMidnight = 0;
constexpr std::uint16_t kFirstDay = 0x21;  // 1980-01-01, where the format begins to count
constexpr std::size_t kChecksumAt = 14;    // in a local header
constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();

void put16(std::string& bytes, std::uint64_t value) {
  bytes += static_cast<char>(value & 0xFF);
  bytes += static_cast<char>((value >> 8) & 0xFF);
}

void put32(std::string& bytes, std::uint64_t value) {
  put16(bytes, value & 0xFFFF);
  put16(bytes, (value >> 16) & 0xFFFF);
}

/// What the headers of both places share.
void put_facts(std::string& bytes, std::uint32_t checksum, std::uint64_t packed, std::uint64_t unpacked,
               std::size_t name_size) {
  put16(bytes, kVersion);
  put16(bytes, kNameIsUtf8);
  put16(bytes, kDeflate);
  put16(bytes, kMidnight);
  put16(bytes, kFirstDay);
  put32(bytes, checksum);
  put32(bytes, packed);
  put32(bytes, unpacked);
  put16(bytes, name_size);
  put16(bytes, 0);  // no extra field
}

}  // namespace

struct ZipWriter::Deflater {
  z_stream stream{};

  Deflater() {
    // Raw DEFLATE (the minus), window and memory as zlib recommends.
    const int begun =
        deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    AE_ASSERT(begun == Z_OK);
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream); }
};

ZipWriter::ZipWriter() = default;
ZipWriter::~ZipWriter() = default;

void ZipWriter::begin(std::string_view name) {
  AE_ASSERT(deflater_ == nullptr);
  deflater_ = std::make_unique<Deflater>();
  entries_.push_back({std::string(name), bytes_.size(), 0, 0, 0});
  put32(bytes_, kLocalHeader);
  put_facts(bytes_, 0, 0, 0, name.size());  // filled in by end()
  bytes_ += name;
  data_at_ = bytes_.size();
}

void ZipWriter::add(std::string_view bytes) {
  constexpr std::size_t kPiece = std::size_t{1} << 30;  // zlib counts in 32 bits
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kPiece)))
    pack(bytes.substr(0, kPiece), false);
}

void ZipWriter::pack(std::string_view bytes, bool is_last) {
  AE_ASSERT(deflater_ != nullptr);
  Entry& entry = entries_.back();
  entry.unpacked += bytes.size();
  const auto* input = reinterpret_cast<const Bytef*>(bytes.data());
  // crc32 takes a null pointer for "begin anew".
  if (!bytes.empty())
    entry.checksum =
        static_cast<std::uint32_t>(crc32(entry.checksum, input, static_cast<uInt>(bytes.size())));
  z_stream& stream = deflater_->stream;
  stream.next_in = const_cast<Bytef*>(input);
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::array<Bytef, 1U << 16> piece;
  do {
    stream.next_out = piece.data();
    stream.avail_out = static_cast<uInt>(piece.size());
    deflate(&stream, is_last ? Z_FINISH : Z_NO_FLUSH);
    bytes_.append(reinterpret_cast<const char*>(piece.data()), piece.size() - stream.avail_out);
  } while (stream.avail_out == 0);
}

void ZipWriter::end() {
  pack({}, true);
  deflater_.reset();
  Entry& entry = entries_.back();
  entry.packed = bytes_.size() - data_at_;
  std::string facts;
  put32(facts, entry.checksum);
  put32(facts, entry.packed);
  put32(facts, entry.unpacked);
  bytes_.replace(entry.offset + kChecksumAt, facts.size(), facts);
}

std::optional<std::string> ZipWriter::finish() {
  AE_ASSERT(deflater_ == nullptr);
  const std::uint64_t directory = bytes_.size();
  for (const Entry& entry : entries_) {
    if (entry.offset > kMost || entry.packed > kMost || entry.unpacked > kMost) return std::nullopt;
    put32(bytes_, kCentralHeader);
    put16(bytes_, kVersion);
    put_facts(bytes_, entry.checksum, entry.packed, entry.unpacked, entry.name.size());
    put16(bytes_, 0);  // no comment
    put16(bytes_, 0);  // first disk
    put16(bytes_, 0);
    put32(bytes_, 0);  // no attributes
    put32(bytes_, entry.offset);
    bytes_ += entry.name;
  }
  const std::uint64_t size = bytes_.size() - directory;
  if (directory > kMost || size > kMost) return std::nullopt;
  put32(bytes_, kEndOfDirectory);
  put32(bytes_, 0);  // one disk
  put16(bytes_, entries_.size());
  put16(bytes_, entries_.size());
  put32(bytes_, size);
  put32(bytes_, directory);
  put16(bytes_, 0);  // no comment
  return std::move(bytes_);
}

}  // namespace ae::render::spreadsheet

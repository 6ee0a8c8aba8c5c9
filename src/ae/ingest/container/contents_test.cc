#include "ae/ingest/container/contents.h"

#include <zlib.h>
#include <zstd.h>

#include <gtest/gtest.h>

#include "ae/ingest/container/gzip.h"
#include "ae/ingest/container/zstandard.h"

namespace ae::ingest {
namespace {

std::string gzipped(std::string text) {
  std::string packed(compressBound(text.size()) + 64, '\0');
  z_stream stream{};
  constexpr int kGzipWindow = 16 + MAX_WBITS;
  EXPECT_EQ(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(text.data());  // NOLINT
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());  // NOLINT
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd_packed(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 1));
  return packed;
}

const std::string kText = "id,stage\n1,Demo\n";

TEST(Gzip, MembersFollowEachOtherAndZerosPad) {
  EXPECT_EQ(unpack_gzip(gzipped(kText), "a").value(), kText);
  EXPECT_EQ(unpack_gzip(gzipped(kText) + gzipped("2,Won\n") + std::string(512, '\0'), "a").value(),
            kText + "2,Won\n");
  EXPECT_EQ(unpack_gzip(gzipped(""), "a").value(), "");
}

TEST(Gzip, DamageIsNeverPassedOver) {
  const std::string packed = gzipped(kText);
  for (std::size_t size = 4; size < packed.size(); ++size) {
    EXPECT_EQ(unpack_gzip(packed.substr(0, size), "a").error().code, "damaged_file") << size;
  }
  EXPECT_EQ(unpack_gzip(packed + "tail", "a").error().code, "damaged_file");
  std::string wrong_sum = packed;
  wrong_sum[packed.size() - 6] ^= 1;
  EXPECT_EQ(unpack_gzip(wrong_sum, "a").error().code, "damaged_file");
}

TEST(Zstandard, FramesFollowEachOther) {
  EXPECT_EQ(unpack_zstandard(zstd_packed(kText) + zstd_packed("2,Won\n"), "a").value(), kText + "2,Won\n");
  const std::string packed = zstd_packed(kText);
  EXPECT_EQ(unpack_zstandard(packed.substr(0, packed.size() - 2), "a").error().code, "damaged_file");
}

TEST(Unpacking, StopsAtItsLimit) {
  const UnpackLimit small{1000, 10, 100};
  const std::string text(5000, 'x');
  EXPECT_EQ(unpack_gzip(gzipped(text), "a", small).error().code, "too_large_when_unpacked");
  EXPECT_EQ(unpack_zstandard(zstd_packed(text), "a", small).error().code, "too_large_when_unpacked");
}

TEST(Contents, PackedTwiceIsUnpackedTwice) {
  const Source source{"deals.csv.gz.zst", zstd_packed(gzipped(kText))};
  const Result<Contents> contents = open_container(source, "");
  ASSERT_TRUE(contents.has_value());
  EXPECT_EQ(contents->container, "csv+gzip+zstd");
  EXPECT_EQ(contents->text(source).bytes, kText);
}

TEST(Contents, WordsThatBeginLikeAProgramAreText) {
  const Source source{"deals.csv", "MZ Berlin,stage\n1,Demo\n"};
  EXPECT_EQ(open_container(source, "")->container, "csv");
}

}  // namespace
}  // namespace ae::ingest

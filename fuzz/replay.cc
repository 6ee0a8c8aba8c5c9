// Stands in for libFuzzer's main: gives every file of a folder to the target once. replay FOLDER

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

std::vector<std::uint8_t> read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !std::filesystem::is_directory(argv[1]) || std::filesystem::is_empty(argv[1])) {
    std::fputs("no corpus: give a folder with at least one input\n", stderr);
    return 1;
  }
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    std::fprintf(stderr, "%s\n", entry.path().c_str());  // the last one named is the one that failed
    const std::vector<std::uint8_t> input = read(entry.path());
    LLVMFuzzerTestOneInput(input.data(), input.size());
  }
  LLVMFuzzerTestOneInput(nullptr, 0);
  return 0;
}

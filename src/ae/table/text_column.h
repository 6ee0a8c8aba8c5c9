#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ae::table {

/// A column of words, each distinct word stored once. Code 0 is the empty cell in every column, so codes
/// compare within one column only.
class TextColumn {
 public:
  static constexpr std::uint32_t kEmpty = 0;

  TextColumn();

  void append(std::string_view words);
  std::size_t size() const { return codes_.size(); }
  std::uint32_t code(std::size_t row) const { return codes_[row]; }
  std::string_view at(std::size_t row) const { return word(codes_[row]); }

  /// Distinct words, the empty one first; codes are their places.
  std::size_t distinct() const { return words_.size(); }
  std::string_view word(std::uint32_t code) const { return *words_[code]; }

 private:
  std::vector<std::uint32_t> codes_;
  std::vector<std::shared_ptr<const std::string>>
      words_;  // shared: their characters never move when columns do
  std::unordered_map<std::string_view, std::uint32_t> code_of_word_;
};

}  // namespace ae::table

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace ae::table {

/// A column of words, each distinct word stored once. Code 0 is the empty cell in every column, so codes
/// compare within one column only.
class TextColumn {
 public:
  static constexpr std::uint32_t kEmpty = 0;

  void append(std::string_view words);
  /// The code of words, which the column knows from then on.
  std::uint32_t code_for(std::string_view words) { return code_of(words); }
  /// Makes the column `rows` cells long, new ones empty. It knows the words that it knew.
  void lengthen(std::size_t rows) { codes_.resize(rows, kEmpty); }
  /// Gives a cell the code of words that the column knows. Requires row < size().
  void set(std::size_t row, std::uint32_t code) { codes_[row] = code; }
  /// The codes of all cells, for readers that fill whole columns with codes that the column knows.
  std::span<std::uint32_t> codes() { return codes_; }
  std::span<const std::uint32_t> codes() const { return codes_; }

  /// Who has the words of a column and tells them when they are asked for.
  class Lender {
   public:
    virtual ~Lender() = default;
    /// The word with this code, never kEmpty. Stays where it is until the lender has other words.
    virtual std::string_view word(std::uint32_t code) const = 0;
    /// A dictionary's column of words, when equal cells have equal codes; nullptr when they may have several.
    virtual const TextColumn* dictionary() const { return nullptr; }
  };

  /// Makes the column `rows` cells long, whose codes, all to be written, mean something to the lender: equal
  /// words may have several, unless it has a dictionary. For columns in which nearly every cell differs and
  /// few are looked at, and for those that share a dictionary. The lender has to outlive the column's words.
  void borrow(const Lender& lender, std::size_t rows);
  /// Leaves the cells out that are not kept.
  void keep_rows(std::span<const std::uint8_t> kept);
  std::size_t size() const { return codes_.size(); }
  std::uint32_t code(std::size_t row) const { return codes_[row]; }
  std::string_view at(std::size_t row) const { return word(codes_[row]); }

  /// A number that columns share only when every code means the same word in them: it stays the column's own
  /// while that learns words, and changes when it forgets them. Never 0.
  std::uint64_t family() const;

  /// Distinct words, the empty one first; codes are their places.
  std::size_t distinct() const {
    const TextColumn* const lent = lender_ == nullptr ? nullptr : lender_->dictionary();
    return lent != nullptr ? lent->distinct() : words_.size() + 1;
  }
  /// Stays where it is as long as the column or a copy of it lives.
  std::string_view word(std::uint32_t code) const {
    if (code == kEmpty) return {};
    return lender_ == nullptr ? words_[code - 1] : lender_->word(code);
  }

 private:
  /// A place in the hash table: free, or the code of a word with part of its hash.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t code = kEmpty;
  };
  /// What is left of the last block. A copy of the column shares the block and not the room in it.
  struct Room {
    char* at = nullptr;
    std::size_t left = 0;

    Room() = default;
    Room(const Room&) {}
    Room(Room&& other) noexcept : at(std::exchange(other.at, nullptr)), left(std::exchange(other.left, 0)) {}
    Room& operator=(const Room& other) {
      if (this != &other) left = 0;
      return *this;
    }
    Room& operator=(Room&& other) noexcept {
      at = std::exchange(other.at, nullptr);
      left = std::exchange(other.left, 0);
      return *this;
    }
    ~Room() = default;
  };

  /// Of a copy: none yet, as it may learn other words.
  struct Family {
    std::uint64_t number = 0;

    Family() = default;
    Family(const Family&) {}
    Family(Family&& other) noexcept : number(std::exchange(other.number, 0)) {}
    Family& operator=(const Family& other) {
      if (this != &other) number = 0;
      return *this;
    }
    Family& operator=(Family&& other) noexcept {
      number = std::exchange(other.number, 0);
      return *this;
    }
    ~Family() = default;
  };

  std::uint32_t code_of(std::string_view words);
  /// The free slot, or the one that holds the word.
  Slot& slot_of(std::string_view words, std::uint32_t hash);
  void grow();
  std::string_view keep(std::string_view words);

  std::vector<std::uint32_t> codes_;
  std::vector<std::string_view> words_;                ///< without the empty one
  std::vector<Slot> slots_;                            ///< open addressing; a power of two, at most half full
  std::vector<std::shared_ptr<const char[]>> blocks_;  ///< the words' characters
  Room room_;
  mutable Family family_;
  const Lender* lender_ = nullptr;  ///< has the words instead
};

}  // namespace ae::table

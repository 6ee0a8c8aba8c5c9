#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ae/report/chunk_deals.h"
#include "ae/report/plain_sums.h"
#include "ae/table/text_column.h"

namespace ae::report {

/// The sums of deals of every kind for each word of a column. In large files these take longer than any other
/// fold, so deals in one currency wait in plain sums by the word's code.
class KindSumsByWord {
 public:
  KindSumsByWord() = default;
  KindSumsByWord(const KindSumsByWord& other) : values_(other.values()) {}
  KindSumsByWord(KindSumsByWord&& other) noexcept = default;
  KindSumsByWord& operator=(const KindSumsByWord& other);
  KindSumsByWord& operator=(KindSumsByWord&& other) noexcept = default;
  ~KindSumsByWord() = default;

  /// Adds all deals of a chunk under the words of one of its columns.
  void add(const ChunkDeals& deals, const table::TextColumn& words);
  void merge(const KindSumsByWord& other);

  /// Of every word that has a deal.
  const std::map<std::string, KindSums>& values() const;

  bool operator==(const KindSumsByWord& other) const { return values() == other.values(); }
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    self.settle();
    archive(self.values_);
  }

 private:
  /// Makes room for the words of a column.
  void prepare(const table::TextColumn& words);
  /// The value of a word, which is made when there is none.
  KindSums& value_of(const table::TextColumn& words, std::uint32_t code);
  /// Gives values to the words that have plain sums and none yet, while the words are at hand.
  void give_values(const table::TextColumn& words);
  /// Adds a plain sum to the value of its word and kind.
  void put(std::size_t number, const DealSum& sum) const;
  void settle() const;

  mutable std::map<std::string, KindSums> values_;
  std::uint64_t family_ = 0;                  ///< of the codes
  std::vector<KindSums*> by_code_;            ///< nullptr: none yet
  std::vector<std::uint32_t> without_value_;  ///< codes that may have none
  mutable PlainSums plain_;                   ///< by code, then kind
};

}  // namespace ae::report

#include "ae/report/kind_sums_by_word.h"

#include <utility>

namespace ae::report {
namespace {

constexpr auto kKinds = static_cast<std::size_t>(DealKind::kCount);

}  // namespace

KindSumsByWord& KindSumsByWord::operator=(const KindSumsByWord& other) {
  if (this != &other) *this = KindSumsByWord(other);
  return *this;
}

void KindSumsByWord::add(const ChunkDeals& deals, const table::TextColumn& words) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const std::size_t rows = chunk.rows();
  const std::uint32_t* const codes = words.codes().data();
  const DealKind* const kinds = deals.kinds().data();
  prepare(words);
  if (!deals.adds_plainly()) {
    for (std::size_t row = 0; row < rows; ++row)
      value_of(words, codes[row]).add(kinds[row], chunk.currency[row], chunk.amount[row]);
    return;
  }
  plain_.expect(by_code_.size() * kKinds, chunk.currency.front(), rows,
                [&](std::size_t number, const DealSum& sum) { put(number, sum); });
  PlainSum* const sums = plain_.data();
  const PlainColumns& plain = deals.plain();
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t number = codes[row] * kKinds + static_cast<std::size_t>(kinds[row]);
    sums[number].add(plain[row]);
  }
  give_values(words);
}

void KindSumsByWord::prepare(const table::TextColumn& words) {
  if (family_ != words.family()) {
    settle();
    by_code_.clear();
    without_value_.clear();
    family_ = words.family();
  }
  for (std::size_t code = by_code_.size(); code < words.distinct(); ++code)
    without_value_.push_back(static_cast<std::uint32_t>(code));
  if (by_code_.size() < words.distinct()) by_code_.resize(words.distinct());
}

KindSums& KindSumsByWord::value_of(const table::TextColumn& words, std::uint32_t code) {
  KindSums*& value = by_code_[code];
  if (value == nullptr) value = &values_[std::string(words.word(code))];
  return *value;
}

void KindSumsByWord::give_values(const table::TextColumn& words) {
  std::erase_if(without_value_, [&](std::uint32_t code) {
    std::uint64_t counts = 0;
    for (std::size_t kind = 0; kind < kKinds; ++kind) counts |= plain_[code * kKinds + kind].counts;
    if (counts != 0) value_of(words, code);
    return counts != 0;
  });
}

void KindSumsByWord::settle() const {
  plain_.settle([&](std::size_t number, const DealSum& sum) { put(number, sum); });
}

void KindSumsByWord::put(std::size_t number, const DealSum& sum) const {
  by_code_[number / kKinds]->merge(static_cast<DealKind>(number % kKinds), sum);
}

void KindSumsByWord::merge(const KindSumsByWord& other) {
  for (const auto& [word, value] : other.values()) values_[word].merge(value);
}

const std::map<std::string, KindSums>& KindSumsByWord::values() const {
  settle();
  return values_;
}

}  // namespace ae::report

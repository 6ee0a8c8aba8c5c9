#include "ae/table/deal_store.h"

#include <algorithm>
#include <string>
#include <utility>

namespace ae::table {
namespace {

constexpr std::size_t kRows = 8192;  // of a chunk: what a fold looks at of them takes half a megabyte
constexpr std::size_t kFewRows = 64;

/// The words of a grouped field, shared by all chunks of a lane.
class SharedWords : public TextColumn::Lender {
 public:
  SharedWords() { words_.family(); }  // numbered before several threads ask for it

  std::string_view word(std::uint32_t code) const override { return words_.word(code); }
  const TextColumn* dictionary() const override { return &words_; }

  /// Writes our codes for the cells of a column of other codes.
  void translate(const TextColumn& column, std::uint32_t* to) {
    const std::span<const std::uint32_t> codes = column.codes();
    if (codes.size() < kFewRows) {
      for (const std::uint32_t code : codes) *to++ = words_.code_for(column.word(code));
      return;
    }
    if (family_ != column.family()) ours_.clear();
    family_ = column.family();
    for (std::size_t code = ours_.size(); code < column.distinct(); ++code)
      ours_.push_back(words_.code_for(column.word(static_cast<std::uint32_t>(code))));
    for (const std::uint32_t code : codes) *to++ = ours_[code];
  }

 private:
  TextColumn words_;
  std::uint64_t family_ = 0;         ///< whose codes are known
  std::vector<std::uint32_t> ours_;  ///< by theirs
};

/// Tells empty cells from others.
class SomeWords : public TextColumn::Lender {
 public:
  std::string_view word(std::uint32_t) const override { return "…"; }

  static void tell(const TextColumn& column, std::uint32_t* to) {
    for (const std::uint32_t code : column.codes()) *to++ = code == TextColumn::kEmpty ? code : 1;
  }
};

/// The words of a field whose cells nearly all differ, one after the other, of one chunk.
class OwnWords : public TextColumn::Lender {
 public:
  std::string_view word(std::uint32_t code) const override {
    const std::uint32_t begin = code == 1 ? 0 : ends_[code - 2];
    return {text_.data() + begin, ends_[code - 1] - begin};
  }

  /// Keeps the cells of a column and writes their codes: a row's number, counted from 1.
  void keep(const TextColumn& column, std::uint32_t* to) {
    for (std::size_t row = 0; row < column.size(); ++row) {
      const std::string_view words = column.at(row);
      text_.append(words);
      ends_.push_back(static_cast<std::uint32_t>(text_.size()));
      *to++ = words.empty() ? TextColumn::kEmpty : static_cast<std::uint32_t>(ends_.size());
    }
  }

 private:
  std::string text_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace

class DealStore::Lane {
 public:
  void add(const OpportunityChunk& chunk, const Plan& plan) {
    const bool has_room = !chunks_.empty() && chunks_.back().rows() + chunk.rows() <= kRows &&
                          chunks_.back().present() == chunk.present();
    if (!has_room) begin_chunk(chunk);
    OpportunityChunk& to = chunks_.back();
    const std::size_t before = to.rows();
    to.append_values_of(chunk);
    for (const OpportunityField field : enumerators<OpportunityField>()) {
      const auto borrow = [&](const TextColumn::Lender& lender) {
        to.text(field).borrow(lender, to.rows());
        return to.text(field).codes().data() + before;
      };
      if (has(plan.grouped, field)) {
        shared_[field].translate(chunk.text(field), borrow(shared_[field]));
      } else if (has(plan.shown, field)) {
        own_.back()[field]->keep(chunk.text(field), borrow(*own_.back()[field]));
      } else if (has(plan.asked, field)) {
        SomeWords::tell(chunk.text(field), borrow(some_));
      }
    }
  }

  std::vector<OpportunityChunk>& chunks() { return chunks_; }

 private:
  using Own = EnumArray<OpportunityField, std::unique_ptr<OwnWords>>;

  void begin_chunk(const OpportunityChunk& like) {
    chunks_.emplace_back(like.present()).reserve_values(std::max(kRows, like.rows()));
    Own& own = own_.emplace_back();
    for (std::unique_ptr<OwnWords>& words : own) words = std::make_unique<OwnWords>();
  }

  std::vector<OpportunityChunk> chunks_;
  std::vector<Own> own_;  ///< of each chunk
  EnumArray<OpportunityField, SharedWords> shared_;
  SomeWords some_;
};

DealStore::DealStore(const Plan& plan) : plan_(plan) {
  plan_.grouped |= fields_of({OpportunityField::kStage});
}

DealStore::~DealStore() = default;

void DealStore::begin(unsigned lanes) {
  lanes_.clear();
  for (unsigned lane = 0; lane < lanes; ++lane) lanes_.push_back(std::make_unique<Lane>());
}

void DealStore::add(unsigned lane, const OpportunityChunk& chunk) { lanes_[lane]->add(chunk, plan_); }

OpportunityTable DealStore::take() {
  OpportunityTable table;
  for (const std::unique_ptr<Lane>& lane : lanes_) {
    std::move(lane->chunks().begin(), lane->chunks().end(), std::back_inserter(table.chunks));
    lane->chunks().clear();
  }
  return table;
}

}  // namespace ae::table

#include "ae/forecast/deal_features.h"

#include <algorithm>
#include <map>

#include "ae/forecast/packed_words.h"

namespace ae::forecast {
namespace {

/// The closed deals, latest first, at most so many; those without a date last.
std::vector<const Deal*> latest_closed(const std::vector<Deal>& known, std::size_t most) {
  std::vector<const Deal*> closed;
  for (const Deal& deal : known) {
    if (!deal.is_open()) closed.push_back(&deal);
  }
  const auto later = [](const Deal* a, const Deal* b) {
    return a->closed != b->closed ? a->closed > b->closed : a->fact < b->fact;
  };
  const std::size_t kept = std::min(most, closed.size());
  std::partial_sort(closed.begin(), closed.begin() + static_cast<std::ptrdiff_t>(kept), closed.end(), later);
  closed.resize(kept);
  return closed;
}

/// The columns that may be learnt from.
std::vector<std::string> columns_of(const std::vector<DealFact>& facts, const std::vector<Deal>& known) {
  WinFeatures features;
  for (const Deal* deal : latest_closed(known, DealFeatures::kMostLearnt))
    features.add(unpack(facts[deal->fact].words), deal->state, deal->closed);
  std::size_t open = 0;
  for (const Deal& deal : known) {
    const bool still_open = deal.is_open() && facts[deal.fact].is_open();
    if (still_open && ++open <= DealFeatures::kMostLearnt)
      features.add(unpack(facts[deal.fact].words), DealState::kOpen, {});
  }
  std::vector<Note> left_out;  // `ae backtest` says which and why
  return features.table(left_out).columns;
}

}  // namespace

DealFeatures DealFeatures::of(const std::vector<DealFact>& facts, const std::vector<Deal>& known) {
  DealFeatures features;
  features.columns_ = columns_of(facts, known);
  const std::size_t columns = features.columns_.size();
  features.levels_.assign(columns, {""});
  std::vector<std::map<std::string, std::uint32_t, std::less<>>> codes(columns);
  if (columns == 0) return features;
  features.codes_.reserve(facts.size() * columns);
  for (const DealFact& fact : facts) {
    const FeatureWords words = unpack(fact.words);
    for (std::size_t column = 0; column < columns; ++column) {
      std::uint32_t code = 0;
      if (const auto word = words.find(features.columns_[column]); word != words.end()) {
        auto found = codes[column].find(word->second);
        if (found == codes[column].end()) {
          const auto fresh = static_cast<std::uint32_t>(features.levels_[column].size());
          found = codes[column].emplace(word->second, fresh).first;
          features.levels_[column].emplace_back(word->second);
        }
        code = found->second;
      }
      features.codes_.push_back(code);
    }
  }
  return features;
}

std::vector<std::uint32_t> DealFeatures::row(std::uint32_t fact) const {
  const auto first = codes_.begin() + static_cast<std::ptrdiff_t>(fact * columns_.size());
  return {first, first + static_cast<std::ptrdiff_t>(columns_.size())};
}

FeatureTable DealFeatures::closed(const std::vector<Deal>& known) const {
  FeatureTable table;
  table.columns = columns_;
  table.levels = levels_;
  std::map<std::vector<std::uint32_t>, std::size_t> place;
  for (const Deal* deal : latest_closed(known, kMostLearnt)) {
    std::vector<std::uint32_t> cells = row(deal->fact);
    const auto [found, fresh] = place.try_emplace(std::move(cells), table.size());
    if (fresh) {
      table.rows.push_back(found->first);
      table.won.push_back(0);
      table.lost.push_back(0);
    }
    ++(deal->state == DealState::kWon ? table.won : table.lost)[found->second];
  }
  return table;
}

WinShift set_shifts(std::vector<Deal>& known, const DealFeatures& features) {
  if (features.empty()) return {};
  WinShift learnt = WinShift::learn(features.closed(known));
  if (!learnt.signal()) return learnt;
  for (Deal& deal : known) {
    if (deal.is_open()) deal.shift = learnt.of(features.row(deal.fact));
  }
  return learnt;
}

}  // namespace ae::forecast

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ae/forecast/deal.h"
#include "ae/forecast/feature_table.h"
#include "ae/forecast/win_shift.h"

namespace ae::forecast {

/// What is known of each deal besides its money and its dates, as codes: account, owner, product and the like
/// (fields_to_learn_from).
class DealFeatures {
 public:
  /// Most closed deals that are learnt from: those that closed last.
  static constexpr std::size_t kMostLearnt = 20'000;

  /// Of `facts`, with the columns that may be learnt from by WinFeatures' leak guard, judged on the deals as
  /// they are known: `known` is of the same facts.
  static DealFeatures of(const std::vector<DealFact>& facts, const std::vector<Deal>& known);

  bool empty() const { return columns_.empty(); }
  const std::vector<std::string>& columns() const { return columns_; }
  std::vector<std::uint32_t> row(std::uint32_t fact) const;
  const std::string& word(std::size_t column, std::uint32_t code) const { return levels_[column][code]; }

  /// The deals of `known` that closed last, kMostLearnt of them. Values that only other deals have are among
  /// the levels, without a case.
  FeatureTable closed(const std::vector<Deal>& known) const;

 private:
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> levels_;
  std::vector<std::uint32_t> codes_;  ///< of each fact, one for each column
};

/// Learns from the closed deals of `known` and sets the shift of its open ones.
WinShift set_shifts(std::vector<Deal>& known, const DealFeatures& features);

}  // namespace ae::forecast

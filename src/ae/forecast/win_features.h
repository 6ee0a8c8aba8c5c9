#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/note.h"
#include "ae/forecast/feature_table.h"
#include "ae/table/opportunity_table.h"

namespace ae::forecast {

/// The words of a deal by the names of their columns; those that are blank are not among them.
using FeatureWords = std::map<std::string_view, std::string_view>;

/// The fields of words that may tell how a deal will end.
const std::vector<OpportunityField>& fields_to_learn_from();

/// What closed deals were like and how they ended, as a partial: words of owner, product and the like and of
/// every further column, outcomes counted for each combination and close date; and where each column is
/// filled.
class WinFeatures {
 public:
  void add(const table::OpportunityChunk& chunk);
  /// One deal; `closed` is the day of its close.
  void add(const FeatureWords& words, DealState state, Date closed);
  void merge(const WinFeatures& other);

  /// The columns that may be learnt from. Left out, with notes: columns known only after the close
  /// (leaky_columns), by name or because they are filled for closed deals and not for open ones, for one
  /// outcome and not for the other, or decide nearly every deal. Left out quietly: columns with one value,
  /// and with so many that they name deals.
  FeatureTable table(std::vector<Note>& notes) const;

  bool operator==(const WinFeatures&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.closed_, self.columns_, self.open_, self.won_, self.lost_);
  }

 private:
  struct Outcomes {
    std::int64_t won = 0;
    std::int64_t lost = 0;

    void add(const Outcomes& other) {
      won += other.won;
      lost += other.lost;
    }
    bool operator==(const Outcomes&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.won, self.lost);
    }
  };
  /// How many deals have the column filled.
  struct Filled {
    std::int64_t open = 0;
    Outcomes closed;
    std::map<std::string, Outcomes> values;

    bool operator==(const Filled&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.open, self.closed, self.values);
    }
  };

  bool names_deals(const Filled& filled) const;
  bool late(const Filled& filled) const;
  bool decides(const Filled& filled) const;

  /// By "column␟value␞…", blanks left out, columns in order of name; then by close date, none first.
  std::map<std::string, std::map<Date, Outcomes>> closed_;
  std::map<std::string, Filled> columns_;
  std::int64_t open_ = 0, won_ = 0, lost_ = 0;
};

}  // namespace ae::forecast

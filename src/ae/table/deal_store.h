#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/table/opportunity_table.h"

namespace ae::table {

/// Deals that are kept in columns while they are read, to be folded again and again: in chunks so large that
/// a fold's start does not count and so small that they stay in a core's cache.
class DealStore {
 public:
  /// Which words are kept. Those of stages always are; of every other field there are no cells afterwards.
  struct Plan {
    FieldSet grouped;  ///< fields whose equal cells share one word
    FieldSet shown;    ///< fields whose words are kept cell by cell
    FieldSet asked;    ///< fields of which only empty cells are told from others, which are all "…"
  };

  explicit DealStore(const Plan& plan);
  DealStore(const DealStore&) = delete;
  DealStore& operator=(const DealStore&) = delete;
  ~DealStore();

  /// Forgets everything and makes so many lanes.
  void begin(unsigned lanes);
  /// Copies the rows of a chunk without attributes. Called by one thread at a time for each lane.
  void add(unsigned lane, const OpportunityChunk& chunk);
  /// All that was added, lane by lane; valid as long as the store, which takes no more then.
  OpportunityTable take();

 private:
  class Lane;

  Plan plan_;
  std::vector<std::unique_ptr<Lane>> lanes_;
};

}  // namespace ae::table

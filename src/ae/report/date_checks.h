#pragma once

#include <cstdint>
#include <vector>

#include "ae/base/note.h"
namespace ae::report {

class ChunkDeals;

/// Dates that a figure has to leave out, counted so that the reader is told.
struct DateChecks {
  std::int64_t closed_after_as_of = 0;
  std::int64_t created_after_as_of = 0;
  std::int64_t closed_before_created = 0;
  std::int64_t closed_without_date = 0;  ///< won without any date: in no period

  void add(const ChunkDeals& deals);
  void merge(const DateChecks& other);
  void notes(std::vector<Note>& notes) const;

  bool operator==(const DateChecks&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.closed_after_as_of, self.created_after_as_of, self.closed_before_created,
            self.closed_without_date);
  }
};

}  // namespace ae::report

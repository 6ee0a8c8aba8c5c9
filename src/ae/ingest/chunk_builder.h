#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ae/ingest/identity.h"
#include "ae/ingest/read_opportunities.h"
#include "ae/ingest/row_reader.h"

namespace ae::ingest {

/// A run of records of one source.
struct RecordRange {
  std::size_t source = 0;
  std::size_t first = 0;
  std::size_t last = 0;  ///< one past the end
};

/// Names that mean nothing to us, with how many kept rows carry each and where the first stands.
struct UnknownNames {
  struct Seen {
    std::int64_t rows = 0;
    RowKey first;
    Place place;  ///< of the first
  };
  std::map<std::string, Seen, std::less<>> names;

  /// `place_of()` gives the place of the cell; it is asked where the name is new.
  template <typename PlaceOf>
  void add(std::string_view name, RowKey row, PlaceOf&& place_of) {
    auto seen = names.find(name);
    if (seen == names.end()) seen = names.emplace(name, Seen{0, row, place_of()}).first;
    ++seen->second.rows;
  }
  void merge(const UnknownNames& other);
  /// In the order in which they first stand.
  std::vector<std::pair<std::string, Seen>> in_order() const;
};

/// What a range of records came to.
struct BuiltChunk {
  explicit BuiltChunk(table::FieldSet fields) : chunk(fields) {}

  table::OpportunityChunk chunk;
  std::vector<QuarantinedRow> quarantine;
  UnknownNames stages;  ///< the empty name: rows with a blank stage
  UnknownNames categories;
  UnknownNames probabilities;  ///< of closed deals, that cannot be read
  std::int64_t rows = 0;       ///< kept, quarantined and duplicates
  std::int64_t kept = 0;
  std::int64_t duplicates = 0;
  std::int64_t deleted = 0;
};

/// Reads a range into a chunk. Shares nothing that it writes, so ranges are built in parallel.
BuiltChunk build_chunk(std::span<const RowReader> readers, const std::map<RowKey, IdVerdict>& verdicts,
                       const RecordRange& range);

}  // namespace ae::ingest

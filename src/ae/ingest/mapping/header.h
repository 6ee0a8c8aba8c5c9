#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/domain/opportunity_field.h"
#include "ae/ingest/csv/records.h"
#include "ae/ingest/mapping/preset.h"
#include "ae/ingest/values/currency_mark.h"
#include "ae/table/opportunity_table.h"

namespace ae::ingest {

/// Who says that a column holds its field.
enum class Provenance : std::uint8_t { kNone, kUser, kPreset, kSynonym };

/// Which column of a source holds which field.
struct ColumnMap {
  static constexpr int kAbsent = -1;

  EnumArray<OpportunityField, int> column;  ///< its place in the record, from 0
  std::vector<std::string> headers;         ///< every header as it stands, trimmed; unmapped ones too
  EnumArray<OpportunityField, Provenance> provenance;  ///< kNone where there is no column
  int status = kAbsent;                                ///< the column that says open, won or lost
  CurrencyMark amount_mark;  ///< that the header of the amounts names: "Amount (USD)", "金额（元）"
  std::shared_ptr<const Preset> preset;  ///< that its headers are from; nullptr: none is alike
  std::vector<std::size_t> attributes;   ///< the columns that hold no field, when they are to be kept
  std::vector<Note> notes;               ///< column_ambiguous

  const Preset& names() const { return preset ? *preset : generic_preset(); }

  bool has(OpportunityField field) const { return column[field] != kAbsent; }
  /// The header of a field. Requires has(field).
  const std::string& header(OpportunityField field) const {
    return headers[static_cast<std::size_t>(column[field])];
  }
  table::FieldSet fields() const;
};

/// Whether a row needs an amount, a name or an id. A report that only counts outcomes does without.
enum class RowIdentity : std::uint8_t { kNeeded, kOptional };

/// The headers of a source as they stand, trimmed.
std::vector<std::string> headers_of(std::span<const csv::Cell> record);

/// Finds the column of each field: the one that `chosen` (--map) names, else the one that the preset of the
/// headers names, else the one with the most preferred synonym, the first of equal ones. A column called
/// status is the stage where nothing else is. A chosen header that this source lacks is passed over (see
/// check_chosen_columns). Error: no_recognisable_column unless there is a stage, status or is_closed and,
/// where it is needed, one of amount, name and id.
Result<ColumnMap> map_header(std::vector<std::string> headers,
                             const std::map<OpportunityField, std::string>& chosen, const Place& place,
                             RowIdentity identity = RowIdentity::kNeeded);

/// Holds --map to the sources: every chosen header stands in at least one of them, and no two fields share
/// one. Errors: unknown_column with near misses, duplicate_mapping.
Result<void> check_chosen_columns(const std::map<OpportunityField, std::string>& chosen,
                                  std::span<const std::vector<std::string>> headers_of_sources,
                                  const Place& place);

}  // namespace ae::ingest

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ae/ingest/column_formats.h"
#include "ae/ingest/mapping/stage_names.h"
#include "ae/ingest/sheet.h"

namespace ae::ingest {

/// How a source itself would write what its columns do not say yet: its own words, its own form of dates.
class ColumnWords {
 public:
  /// Borrows all of them.
  ColumnWords(const Sheet& sheet, const ColumnFormats& formats, const StageNames& stages)
      : sheet_(sheet), formats_(formats), stages_(stages) {}

  /// The word that most rows have for the stage; else `typed` when that means the stage; else the method's
  /// name of it in the language in which most rows name their stages.
  std::string stage(Stage stage, std::string_view typed) const;
  /// Whether any row names the stage.
  bool has(Stage stage) const { return most_frequent_stage(stage).has_value(); }
  /// The same for a forecast category.
  std::string category(ForecastCategory category) const;
  /// The status column's word for a lost deal; nullopt when no row has one.
  std::optional<std::string> lost() const;
  /// How the column says yes or no: its own word for it, else the opposite of its word for the other. nullopt
  /// when it has none.
  std::optional<std::string> boolean(OpportunityField field, bool value) const;
  /// The day as the cell writes its own, else as most cells of the column do, else as another column of dates
  /// does, else 2026-03-31. nullopt when the column's form cannot be written.
  std::optional<std::string> date(OpportunityField field, std::string_view cell, Date day) const;

 private:
  std::optional<std::string> most_frequent_stage(Stage stage) const;
  std::optional<std::string> example_of(OpportunityField field) const;

  const Sheet& sheet_;
  const ColumnFormats& formats_;
  const StageNames& stages_;
};

}  // namespace ae::ingest

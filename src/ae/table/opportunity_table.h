#pragma once

#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "ae/base/currency.h"
#include "ae/base/date.h"
#include "ae/base/probability.h"
#include "ae/domain/forecast_category.h"
#include "ae/domain/opportunity_field.h"
#include "ae/domain/stage.h"
#include "ae/table/text_column.h"

/// Facts in columns: what reports fold over. A table is a list of chunks that share nothing, so that chunks
/// can be parsed, folded and thrown away apart.
namespace ae::table {

/// Which canonical fields the source of a chunk has a column for: an absent column is not a column of empty
/// cells.
using FieldSet = std::bitset<static_cast<std::size_t>(OpportunityField::kCount)>;

/// The set of these fields.
constexpr FieldSet fields_of(std::initializer_list<OpportunityField> fields) {
  unsigned long long bits = 0;
  for (const OpportunityField field : fields) bits |= 1ULL << static_cast<unsigned>(field);
  return FieldSet(bits);
}

inline bool has(const FieldSet& fields, OpportunityField field) {
  return fields[static_cast<std::size_t>(field)];
}

/// An amount that is not known. Outside every amount a cell can hold.
inline constexpr std::int64_t kNoAmount = std::numeric_limits<std::int64_t>::min();

/// Who says what a deal is worth.
enum class AmountSource : std::uint8_t { kFile, kPriceList, kCount };

constexpr std::string_view key(AmountSource source) {
  constexpr std::string_view kKeys[] = {"file", "price_list"};
  return kKeys[static_cast<std::size_t>(source)];
}

/// One opportunity, to be appended to a chunk. Texts are borrowed for the call.
struct OpportunityRow {
  EnumArray<OpportunityField, std::string_view>
      texts;  ///< of kText fields, and the stage's name as it is written
  Stage stage = Stage::kUnknown;
  DealState state = DealState::kOpen;
  Stage last_stage = Stage::kUnknown;  ///< the open stage that the source still has a closed deal in
  std::int64_t amount = kNoAmount;     ///< minor units of `currency`
  Currency currency;
  AmountSource amount_source = AmountSource::kFile;
  Probability probability;
  ForecastCategory category = ForecastCategory::kNone;  ///< as the source gives it
  EnumArray<OpportunityField, Date> dates;              ///< of kDate fields
  std::uint32_t source = 0;                             ///< index of the source, in the order of reading
  std::int64_t line = 0;                                ///< the line on which the row begins in it
};

/// A column of a source that is no canonical field, as its words stand.
struct Attribute {
  std::string name;
  TextColumn words;
};

/// A run of opportunities in columns of equal length, from one source.
/// Invariant 1: every column has `rows()` cells. Invariant 2: a closed deal with a close date and no date of
/// its own for the close has that date as closed_date.
class OpportunityChunk {
 public:
  explicit OpportunityChunk(FieldSet present) : present_(present) {}

  void append(const OpportunityRow& row);

  std::size_t rows() const { return stage.size(); }
  bool has(OpportunityField field) const { return table::has(present_, field); }
  const FieldSet& present() const { return present_; }
  /// Says that the field is known for the chunk after all, from beside its source.
  void add_field(OpportunityField field) { present_[static_cast<std::size_t>(field)] = true; }

  /// Gives the chunk a text field that its source lacks. Requires a word, maybe empty, for every row.
  void set_text(OpportunityField field, TextColumn words);

  const TextColumn& text(OpportunityField field) const { return texts_[field]; }
  const std::vector<Date>& dates(OpportunityField field) const { return dates_[field]; }

  /// For readers that fill whole columns: makes every column `rows` cells long, in which stands what stood
  /// there before, or nothing; then the columns are filled, date_closes() sees to invariant 2, and
  /// keep_rows() leaves out the rows that are not kept.
  void lengthen(std::size_t rows);
  TextColumn& text(OpportunityField field) { return texts_[field]; }
  std::vector<Date>& dates(OpportunityField field) { return dates_[field]; }
  /// Gives closed deals that lack it their close date as closed_date, from the row `first` to before `last`.
  void date_closes(std::size_t first, std::size_t last);
  void keep_rows(std::span<const std::uint8_t> kept);

  /// The row as it was appended; texts are borrowed from the chunk.
  OpportunityRow row(std::size_t index) const;

  std::vector<Stage> stage;
  std::vector<DealState> state;
  std::vector<Stage> last_stage;
  std::vector<std::int64_t> amount;
  std::vector<Currency> currency;
  std::vector<AmountSource> amount_source;
  std::vector<Probability> probability;
  std::vector<ForecastCategory> category;
  std::vector<std::uint32_t> source;
  std::vector<std::int64_t> line;
  /// The source's further columns, when they were asked for; each has a word, maybe empty, for every row.
  std::vector<Attribute> attributes;

  /// An empty chunk with the fields and attributes of this one.
  OpportunityChunk like() const;
  /// Appends a row of `other`, a chunk with the same attributes, with its attributes.
  void append_from(const OpportunityChunk& other, std::size_t index);
  /// Appends all rows of `other` but for their words and attributes: the columns of those stay as they are.
  void append_values_of(const OpportunityChunk& other);
  /// Makes room for so many rows in all columns that append_values_of() fills.
  void reserve_values(std::size_t rows);

 private:
  /// Calls visit(column of each chunk…) for every column that is not one of words.
  template <typename Visit, typename... Chunks>
  static void for_each_plain_column(Visit visit, Chunks&... chunks);

  FieldSet present_;
  EnumArray<OpportunityField, TextColumn> texts_;
  EnumArray<OpportunityField, std::vector<Date>> dates_;
};

static_assert(std::is_nothrow_move_constructible_v<OpportunityChunk>,
              "else lists of chunks copy them to grow");

/// All opportunities that were read.
struct OpportunityTable {
  std::vector<OpportunityChunk> chunks;

  std::size_t rows() const;
  /// True when any source has a column for the field.
  bool has(OpportunityField field) const;
};

}  // namespace ae::table

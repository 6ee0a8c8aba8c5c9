#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "ae/ingest/chunk_builder.h"
#include "ae/ingest/row_reader.h"
#include "ae/ingest/scan/cell_codes.h"
#include "ae/ingest/scan/evidence.h"
#include "ae/ingest/scan/fingerprints.h"
#include "ae/ingest/scan/row_batch.h"

namespace ae::ingest::scan {

/// How a file is supposed to be read, going by its beginning.
struct Supposed {
  const Sheet& head;  ///< of the beginning; its map and header are those of the file
  const CurrencyRule& currencies;
  const ColumnFormats& formats;
  const StageNames& stages;
  const ReadOptions& options;
  table::FieldSet texts;    ///< the fields of words that are wanted
  table::FieldSet grouped;  ///< those of them whose equal cells have to have equal codes
  table::FieldSet listed;   ///< those of the others whose codes need not tell empty cells
  /// Of ids that stand more than once; their rows are held back to be judged together.
  const std::unordered_set<std::uint64_t>& repeated;
};

/// A row that shares its id, or its fingerprint, with another.
struct HeldRow {
  std::int64_t line = 0;
  std::string text;  ///< as it stands, with its line end
};

/// Reads batches of rows column by column into one chunk that is used again and again. A row with a cell of
/// no plain shape is read by the RowReader, as the plain reader would, into a chunk beside it or the
/// quarantine. Each thread has one.
class BatchReader {
 public:
  explicit BatchReader(const Supposed& supposed);
  BatchReader(const BatchReader&) = delete;
  BatchReader& operator=(const BatchReader&) = delete;
  ~BatchReader() = default;

  /// False when the file has to be left to the plain reader: a row may be a total or a header, or has another
  /// width.
  bool read(const RowBatch& batch);

  /// Of the last batch.
  const table::OpportunityChunk& plain_rows() const { return chunk_; }
  const table::OpportunityChunk& other_rows() const { return others_; }

  /// Of all batches. Places and rows count lines; its chunk is not used.
  BuiltChunk& built() { return built_; }
  /// Adds the currencies of the amounts of kept rows.
  static void count_currencies_of(const table::OpportunityChunk& chunk, Evidence& evidence);
  /// Of all batches; complete once finish() was called.
  const Evidence& evidence() const { return evidence_; }
  void finish();
  /// Of all batches, in the order of reading; they are in no chunk and no count.
  const std::vector<HeldRow>& held_rows() const { return held_rows_; }
  /// Of the ids of live rows.
  const Fingerprints& fingerprints() const { return fingerprints_; }

 private:
  using Field = OpportunityField;

  /// The cells of a column by their codes, and what each means.
  template <typename Meaning>
  struct Coded {
    CellCodes codes;  ///< of cells as they stand, quotes and all
    std::vector<Meaning> meanings;
    bool any_odd = false;  ///< some meaning is not plain
  };
  struct StageMeaning {
    std::uint32_t text = 0;
    Stage stage = Stage::kUnknown;
  };
  struct CurrencyMeaning {
    bool plain = false;
    bool seen = false;  ///< on a live row
    Currency currency;  ///< of the amounts
    Currency named;     ///< the same where somebody names it
    std::uint32_t decimals = 0;
    std::array<std::int64_t, 3> scale{};  ///< minor units in the last digit of amounts with 0, 1, 2 decimals
  };
  struct ProbabilityMeaning {
    ProbabilityCell cell;
    Probability value;  ///< none where there is none that is plain
    bool plain = false;
    std::size_t rows = 0;  ///< live ones
  };
  struct CategoryMeaning {
    ForecastCategory value = ForecastCategory::kNone;
    bool plain = false;  ///< else the RowReader tells whose name it is
  };
  enum Said : std::uint8_t { kSilent, kNo, kYes };
  struct BooleanMeaning {
    bool plain = false;
    Said said = kSilent;
  };

  /// The cells of a column of words that stay where they are until somebody asks for one.
  class LentColumn : public table::TextColumn::Lender {
   public:
    void lend(const RowBatch& batch, std::size_t column, Field field);
    /// A row's cell has its number, counted from 1, as its code.
    std::string_view word(std::uint32_t code) const override;

   private:
    const RowBatch* batch_ = nullptr;
    std::size_t column_ = 0;
    Field field_ = Field::kId;
    mutable std::deque<std::string> unescaped_;
  };

  static constexpr std::size_t kAtOnce = 128;  // rows whose text stays in the nearest cache for all columns

  void begin(const RowBatch& batch);
  /// Reads the rows from first_ to before last_.
  void read_rows();
  bool are_whole() const;
  /// Of what has been read.
  bool finish_batch();

  ColumnOfBatch cells_of(std::size_t column) { return {*batch_, column, unescaped_}; }
  /// Writes the codes of the cells of a column into `codes`, by row; learns what each cell means that is new.
  template <typename Meaning, typename Learn>
  void read_codes(std::size_t column, Coded<Meaning>& coded, Learn learn, std::uint32_t* codes);
  /// Leaves rows to the RowReader whose cell is not plain.
  template <typename Meaning>
  void leave_odd(const Coded<Meaning>& coded);
  std::size_t column_of(Field field) const { return static_cast<std::size_t>(map_.column[field]); }
  RowKey key_of(std::size_t row) const { return {0, static_cast<std::size_t>(batch_->lines[row])}; }

  void read_deleted();
  void read_column(Field field);
  void read_texts(Field field);
  void borrow_texts(Field field);
  void read_ids();
  void hold_repeated(std::size_t row, std::uint64_t print);
  void read_stages();
  void read_currencies();
  CurrencyMeaning currency_meaning(std::string_view text) const;
  void read_amounts();
  bool read_amounts_of_one_currency();
  void read_amount(std::size_t row, std::string_view text, bool points);
  void survey_amount(std::size_t row, std::string_view text);
  void read_probabilities();
  void read_categories();
  void read_dates(Field field);
  void read_date(Field field, std::size_t row, std::string_view text);
  void read_booleans(Field field);
  void read_status();
  void settle_states();
  void settle_states_by_stage();

  void count_currencies();
  void survey_currency(std::size_t row);
  void name_currency(std::size_t row, Currency currency);
  void count_unknown_stages();

  bool any_outside_table();
  bool stands_outside_table(std::size_t row);
  const Sheet& one_row(std::size_t row);
  Place place_in_file(std::size_t row, Field field);
  void read_by_itself(std::size_t row);
  void set_apart(std::size_t row, const Fault& fault);

  const Supposed supposed_;
  const ColumnMap& map_;
  Sheet row_sheet_;  ///< of one row that is read by itself
  RowReader row_reader_;
  table::OpportunityChunk chunk_;
  table::OpportunityChunk others_;
  BuiltChunk built_;
  Evidence evidence_;
  Fingerprints fingerprints_;
  std::vector<HeldRow> held_rows_;
  CellCodes header_cells_;
  std::array<std::uint64_t, 256> header_shapes_{};  ///< by first byte: a bit for the length of each cell

  const RowBatch* batch_ = nullptr;
  std::deque<std::string> unescaped_;
  std::vector<std::uint8_t> live_;       ///< not deleted
  std::vector<std::uint8_t> plain_;      ///< no cell needs the RowReader
  std::vector<std::uint8_t> held_;       ///< shares its id
  std::vector<std::uint8_t> dated_;      ///< has a plain date, so it is no total and no footer
  std::vector<std::uint8_t> odd_money_;  ///< its amount or currency needs the RowReader
  std::vector<std::uint32_t> codes_;     ///< of the column that is being read
  std::vector<std::uint32_t> currency_codes_;
  std::vector<std::uint8_t> closed_, won_, ignored_;  ///< Said
  std::vector<std::optional<DealState>> status_;
  EnumArray<Field, LentColumn> lent_;
  std::vector<std::uint32_t> unusual_;  ///< rows that a loop leaves to another
  std::size_t first_ = 0, last_ = 0;    ///< the rows that are being read
  bool odd_money_here_ = false;         ///< odd_money_ of one of them
  std::size_t unseen_currencies_ = 0;   ///< meanings of currencies that rows have to be asked for
  bool unknown_stages_ = false;         ///< some stage's name is none that is known
  std::size_t loaded_row_ = 0;          ///< that row_sheet_ holds
  bool gave_up_ = false;

  EnumArray<Field, Coded<std::uint32_t>> texts_;
  Coded<StageMeaning> stages_;
  Coded<CurrencyMeaning> currencies_;
  Coded<ProbabilityMeaning> probabilities_;
  Coded<CategoryMeaning> categories_;
  EnumArray<Field, Coded<BooleanMeaning>> booleans_;
  Coded<std::optional<DealState>> statuses_;
  Coded<bool> deleted_;
};

}  // namespace ae::ingest::scan

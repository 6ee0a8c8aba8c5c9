#include "ae/ingest/row_repair.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "ae/ingest/csv/records.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();
constexpr std::size_t kMostPieces = 600;       // of a row that is put together
constexpr std::size_t kLongestToSplit = 4096;  // bytes of a cell in which a missing delimiter is looked for

constexpr double kParting = 0.7;  // an empty cell is missing more often than a delimiter

bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// What speaks for a missing delimiter between two parts of a cell, whatever their columns hold.
double between(std::string_view left, std::string_view right) {
  constexpr double kWordBegins = 1.4;
  if (left.empty() || right.empty()) return 0;
  if (left.back() == ' ' || right.front() == ' ') return -kWordBegins;
  return is_lower_or_digit(left.back()) && is_upper(right.front()) ? kWordBegins : 0;
}

/// Of equally good ways the later one counts.
template <typename Way>
void keep_better(std::optional<Way>& best, std::optional<Way> way) {
  if (way && (!best || way->fit >= best->fit)) best = std::move(way);
}

}  // namespace

std::optional<std::vector<std::string>> cells_of_record(std::string_view raw, csv::Dialect dialect) {
  dialect.stray_quotes = true;
  const csv::Scan scan = csv::scan(raw, dialect);
  if (scan.records.size() != 1) return std::nullopt;
  std::vector<std::string> cells;
  for (const csv::Cell& cell : scan.records[0]) cells.emplace_back(cell.text);
  return cells;
}

std::vector<std::vector<std::string>> other_readings(std::string_view raw, const csv::Dialect& dialect) {
  std::vector<std::vector<std::string>> readings;
  const auto add = [&](std::string_view text, const csv::Dialect& other) {
    if (auto cells = cells_of_record(text, other)) readings.push_back(*std::move(cells));
  };
  csv::Dialect whole = dialect;
  whole.delimiter = '\x01';  // which no text has
  const auto inner = cells_of_record(raw, whole);
  if (inner && inner->size() == 1 && inner->front() != raw) add(inner->front(), dialect);
  for (const char delimiter : {',', ';', '\t', '|', ' '}) {
    csv::Dialect other = dialect;
    other.delimiter = delimiter;
    if (delimiter != dialect.delimiter) add(raw, other);
  }
  csv::Dialect other = dialect;
  other.quote = dialect.quote == '"' ? '\'' : '"';
  add(raw, other);
  return readings;
}

bool all_in_quotes(const std::vector<std::string>& row, char quote) {
  std::size_t quoted = 0;
  for (const std::string& cell : row) {
    if (cell.empty()) continue;
    if (cell.size() < 2 || cell.front() != quote || cell.back() != quote) return false;
    ++quoted;
  }
  return quoted > 1;
}

bool is_suspect(const std::vector<std::string>& row, const csv::Dialect& dialect) {
  const char quote = dialect.quote;
  if (all_in_quotes(row, quote == '"' ? '\'' : '"')) return true;
  // A quoted cell that was cut at its delimiter: the quote that opens it stands in one cell, the one that
  // closes it in the next.
  for (std::size_t at = 0; at + 1 < row.size(); ++at) {
    if (row[at].find(quote) != std::string::npos && row[at + 1].find(quote) != std::string::npos) return true;
  }
  return false;
}

void RowRepair::learn(const std::vector<std::string>& row) {
  for (std::size_t column = 0; column < columns_.size(); ++column) columns_[column].learn(row[column]);
  learnt_ = true;
}

double RowRepair::fit(const std::vector<std::string>& row) const {
  double sum = 0;
  for (std::size_t column = 0; column < row.size(); ++column) sum += columns_[column].fit(row[column]);
  return sum;
}

void RowRepair::read_otherwise(std::string_view raw, std::optional<Way>& best) const {
  constexpr double kOtherwise = 1;
  for (std::vector<std::string>& row : other_readings(raw, dialect_)) {
    if (row.size() != columns_.size()) continue;
    const double how = fit(row) - kOtherwise;
    keep_better(best, std::optional(Way{std::move(row), how}));
  }
}

void RowRepair::part_at_quotes(std::string_view raw, std::optional<Way>& best) const {
  if (raw.size() > kLongestToSplit) return;
  const char delimiter = dialect_.delimiter;
  for (std::size_t at = 1; at < raw.size(); ++at) {
    const bool opens = raw[at] == dialect_.quote && raw[at - 1] != delimiter;
    const bool closes = raw[at - 1] == dialect_.quote && raw[at] != delimiter;
    if (!opens && !closes) continue;
    const std::string parted = std::string(raw.substr(0, at)) + delimiter + std::string(raw.substr(at));
    auto row = cells_of_record(parted, dialect_);
    if (!row || row->size() != columns_.size()) continue;
    const double how = fit(*row) - kParting;
    keep_better(best, std::optional(Way{*std::move(row), how}));
  }
}

std::optional<RowRepair::Way> RowRepair::with_a_cell(const std::vector<std::string>& row) const {
  std::vector<double> before{0};  // fit of the cells before each place
  for (std::size_t at = 0; at < row.size(); ++at) before.push_back(before.back() + columns_[at].fit(row[at]));
  std::vector<double> behind(row.size() + 1, 0);  // and of those from each place on, one column further
  for (std::size_t at = row.size(); at-- > 0;) behind[at] = behind[at + 1] + columns_[at + 1].fit(row[at]);
  std::size_t best_cell = row.size();
  std::size_t best_at = 0;
  double best = kNever;
  for (std::size_t cell = 0; cell < row.size(); ++cell) {
    const std::string_view text = row[cell];
    const bool whole = text.size() > kLongestToSplit;
    for (std::size_t at = 0; at <= text.size(); at += whole ? std::max<std::size_t>(text.size(), 1) : 1) {
      if (at < text.size() && is_continuation(text[at])) continue;
      const std::string_view left = text.substr(0, at);
      const std::string_view right = text.substr(at);
      const double costs = left.empty() || right.empty() ? 0 : kParting;
      const double how = before[cell] + columns_[cell].fit(left) + columns_[cell + 1].fit(right) +
                         behind[cell + 1] + between(left, right) - costs;
      if (how < best) continue;
      best = how;
      best_cell = cell;
      best_at = at;
    }
  }
  if (best_cell == row.size()) return std::nullopt;
  Way way{row, best};
  std::string right = way.row[best_cell].substr(best_at);
  way.row[best_cell].resize(best_at);
  way.row.insert(way.row.begin() + static_cast<std::ptrdiff_t>(best_cell) + 1, std::move(right));
  return way;
}

std::optional<RowRepair::Way> RowRepair::aligned(const std::vector<std::string>& pieces,
                                                 const Joining& joining) const {
  const std::size_t width = columns_.size();
  const std::size_t count = pieces.size();
  if (count > kMostPieces) return std::nullopt;
  const std::size_t most = count > width ? std::min<std::size_t>(count - width + 1, 40) : 1;
  // How well the first `piece` pieces fill the first `column` columns, and how many the last of these took.
  struct Step {
    double fit = kNever;
    std::size_t took = 0;
    bool dropped = false;
  };
  std::vector<std::vector<Step>> steps(count + 1, std::vector<Step>(width + 1));
  steps[0][0].fit = 0;
  for (std::size_t piece = 0; piece <= count; ++piece) {
    for (std::size_t column = 0; column <= width; ++column) {
      const double here = steps[piece][column].fit;
      if (here == kNever) continue;
      const auto offer = [&](std::size_t taken, std::size_t columns, double how, bool dropped) {
        Step& there = steps[piece + taken][column + columns];
        if (how >= there.fit) there = {how, taken, dropped};
      };
      if (joining.may_drop_empty && count > width && piece < count && trimmed(pieces[piece]).empty())
        offer(1, 0, here, true);
      if (column == width) continue;
      if (count < width) offer(0, 1, here + columns_[column].fit({}), false);
      std::string text;
      for (std::size_t taken = 1; taken <= most && piece + taken <= count; ++taken) {
        if (taken > 1) text += joining.with;
        text += pieces[piece + taken - 1];
        const double costs = joining.costs * static_cast<double>(taken - 1);
        offer(taken, 1, here + columns_[column].fit(text) - costs, false);
      }
    }
  }
  if (steps[count][width].fit == kNever) return std::nullopt;
  Way way{std::vector<std::string>(width), steps[count][width].fit};
  for (std::size_t piece = count, column = width; piece > 0 || column > 0;) {
    const Step& step = steps[piece][column];
    if (!step.dropped) {
      --column;
      for (std::size_t at = piece - step.took; at < piece; ++at) {
        if (at > piece - step.took) way.row[column] += joining.with;
        way.row[column] += pieces[at];
      }
    }
    piece -= step.took;
  }
  return way;
}

std::vector<std::string> RowRepair::mended(std::vector<std::string> row, std::string_view raw) const {
  const std::size_t width = columns_.size();
  if (!learnt_ || width < 2) return row;
  if (row.size() == width && !is_suspect(row, dialect_)) return row;
  constexpr double kJoining = 2;  // joining takes better reasons than leaving out an empty cell
  constexpr double kBlank = 0.1;
  std::optional<Way> best;
  constexpr double kAsItStands = 1;
  if (row.size() == width) best = Way{row, fit(row) + kAsItStands};
  read_otherwise(raw, best);
  if (row.size() <= width + 3) part_at_quotes(raw, best);
  if (row.size() + 1 == width) keep_better(best, with_a_cell(row));
  const bool a_few_missing = row.size() + 1 < width && (width - row.size()) * 3 <= width;
  if (row.size() > width || a_few_missing)
    keep_better(best, aligned(row, {dialect_.delimiter, kJoining, true}));
  if (row.size() + 1 < width && dialect_.delimiter != ' ') {
    csv::Dialect blanks = dialect_;
    blanks.delimiter = ' ';
    const auto words = cells_of_record(raw, blanks);
    if (words && words->size() >= width) keep_better(best, aligned(*words, {' ', kBlank, false}));
  }
  return best ? std::move(best->row) : row;
}

}  // namespace ae::ingest

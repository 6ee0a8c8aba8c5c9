#include "ae/ingest/sniff/dialect.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "ae/ingest/csv/records.h"
#include "ae/ingest/sniff/header_words.h"

namespace ae::ingest {
namespace {

constexpr std::array kDelimiters{',', ';', '\t', '|'};

/// Whole lines from the beginning of a text.
std::string_view sample_of(std::string_view text) {
  if (text.size() <= kDialectSample) return text;
  const std::string_view sample = text.substr(0, kDialectSample);
  const std::size_t end = sample.find_last_of("\r\n");
  return end == std::string_view::npos ? text : sample.substr(0, end + 1);
}

/// How well a dialect fits.
struct Fit {
  csv::Dialect dialect;
  std::size_t agreeing = 0;  ///< records with the usual number of cells, per thousand
  std::size_t names = 0;     ///< names of columns in the record that has most of them
  std::size_t width = 0;     ///< the usual number of cells; 0 when no record has two
  std::size_t quoted = 0;
  std::size_t with_tail = 0;

  std::size_t score() const { return agreeing + 150 * std::min<std::size_t>(names, 6); }
  bool parts() const { return width > 1; }
  bool better_than(const Fit& other) const {
    if (score() != other.score()) return score() > other.score();
    return width != other.width ? width > other.width : with_tail < other.with_tail;
  }
};

std::size_t most_names(const csv::Records& records) {
  constexpr std::size_t kRecords = 12;
  std::size_t most = 0;
  for (std::size_t record = 0; record < std::min(records.size(), kRecords); ++record)
    most = std::max(most, column_names_in(records[record]));
  return most;
}

Fit fit_of(std::string_view sample, csv::Dialect dialect) {
  dialect.stray_quotes = true;
  const csv::Scan scan = csv::scan(sample, dialect);
  dialect.stray_quotes = false;
  Fit fit;
  fit.dialect = dialect;
  fit.quoted = scan.quoted.count;
  fit.with_tail = scan.quoted.with_tail;
  std::map<std::size_t, std::size_t> records_of_width;
  const std::size_t first = names_delimiter(sample) ? 1 : 0;
  for (std::size_t record = first; record < scan.records.size(); ++record)
    ++records_of_width[scan.records[record].size()];
  std::size_t most = 0;
  for (const auto& [width, count] : records_of_width) {
    if (width < 2 || count < most) continue;  // of two as frequent the wider one
    most = count;
    fit.width = width;
  }
  if (!fit.parts()) return fit;
  fit.agreeing = most * 1000 / (scan.records.size() - first);
  return fit;
}

void count_names(Fit& fit, std::string_view sample) {
  csv::Dialect dialect = fit.dialect;
  dialect.stray_quotes = true;
  // The names stand at the beginning; 4 KB hold any header.
  fit.names = most_names(csv::scan(sample.substr(0, 4096), dialect).records);
}

std::optional<char> named_delimiter(std::string_view text) {
  if (text.starts_with('"')) text.remove_prefix(1);
  if (text.size() < 5) return std::nullopt;
  const bool named =
      (text[0] | 0x20) == 's' && (text[1] | 0x20) == 'e' && (text[2] | 0x20) == 'p' && text[3] == '=';
  if (!named) return std::nullopt;
  const std::string_view rest = text.substr(5, text.find_first_of("\r\n") - 5);
  const bool sign = std::string_view(",;\t|:^~ ").find(text[4]) != std::string_view::npos;
  return sign && (rest.empty() || rest == "\"") ? std::optional(text[4]) : std::nullopt;
}

/// The delimiters that fit, best first.
Fit best_delimiter(std::string_view sample, const csv::Dialect& base) {
  std::vector<Fit> fits;
  for (const char delimiter : kDelimiters) {
    csv::Dialect dialect = base;
    dialect.delimiter = delimiter;
    if (sample.find(delimiter) == std::string_view::npos) continue;
    Fit fit = fit_of(sample, dialect);
    if (fit.parts()) fits.push_back(fit);
  }
  if (fits.size() > 1) {
    for (Fit& fit : fits) count_names(fit, sample);
  }
  Fit best;
  best.dialect = base;
  for (const Fit& fit : fits) {
    if (!best.parts() || fit.better_than(best)) best = fit;
  }
  return best;
}

/// Blanks part cells when three cells and more are parted so in nearly every record, and some cell is quoted.
std::optional<Fit> parted_by_blanks(std::string_view sample) {
  csv::Dialect dialect;
  dialect.delimiter = ' ';
  const Fit fit = fit_of(sample, dialect);
  const bool sure = fit.width > 2 && fit.agreeing >= 950 && fit.quoted > 0 && fit.with_tail == 0;
  return sure ? std::optional(fit) : std::nullopt;
}

bool single_quotes_are_better(const Fit& single, const Fit& plain) {
  return single.quoted > 1 && single.with_tail == 0 && plain.quoted == 0 && single.agreeing >= plain.agreeing;
}

/// Every cell but the first of its record begins with a blank.
bool is_padded(std::string_view sample, const csv::Dialect& dialect) {
  if (dialect.delimiter == ' ' || dialect.delimiter == '\t') return false;
  const std::size_t first = names_delimiter(sample) ? 1 : 0;
  std::size_t cells = 0;
  const auto all_padded = [&](const csv::Records& records, std::size_t last) {
    for (std::size_t record = first; record < last; ++record) {
      for (const csv::Cell& cell : records[record].subspan(1)) {
        if (cell.text.empty()) continue;
        if (cell.text.front() != ' ') return false;
        ++cells;
      }
    }
    return true;
  };
  // The first rows nearly always say no; of them the last one may be cut off.
  constexpr std::size_t kFirstRows = 4096;
  const csv::Records beginning = csv::scan(sample.substr(0, kFirstRows), dialect).records;
  if (beginning.size() > 1 && !all_padded(beginning, beginning.size() - 1)) return false;
  cells = 0;
  const csv::Records records = csv::scan(sample, dialect).records;
  return all_padded(records, records.size()) && cells > 1;
}

Fit best_fit(std::string_view sample, const std::optional<char>& named) {
  const auto with = [&](const csv::Dialect& base) {
    if (!named) return best_delimiter(sample, base);
    csv::Dialect dialect = base;
    dialect.delimiter = *named;
    return fit_of(sample, dialect);
  };
  Fit best = with({});
  if (sample.find('\'') != std::string_view::npos) {
    csv::Dialect quoted;
    quoted.quote = '\'';
    Fit single = with(quoted);
    if (sample.find("\\'") != std::string_view::npos) {
      quoted.backslash = true;
      const Fit escaped = with(quoted);
      if (escaped.with_tail < single.with_tail && escaped.agreeing >= single.agreeing) single = escaped;
    }
    if (single_quotes_are_better(single, best)) best = single;
  }
  const char escaped[] = {'\\', best.dialect.quote};
  if (best.with_tail > 0 && sample.find(std::string_view(escaped, 2)) != std::string_view::npos) {
    csv::Dialect backslash = best.dialect;
    backslash.backslash = true;
    const Fit fit = with(backslash);
    if (fit.with_tail < best.with_tail && fit.agreeing >= best.agreeing) best = fit;
  }
  return best;
}

/// How the records fit that quoted rows hold, each row being one quoted cell. Under a header that is not
/// quoted every row has to hold as many cells as it.
std::optional<Fit> fit_of_quoted_rows(std::string_view sample, const std::optional<char>& named) {
  csv::Dialect dialect;
  dialect.delimiter = '\x01';  // which no text has, so that only lines part cells
  const csv::Scan scan = csv::scan(sample, dialect);
  if (scan.records.size() < 2 || scan.quoted.with_tail > 0) return std::nullopt;
  const bool bare_header = sample[scan.records[0][0].offset] != dialect.quote;
  if (scan.quoted.count + (bare_header ? 1 : 0) != scan.records.size()) return std::nullopt;
  const Fit fit = best_fit(without_row_quotes(sample, {}), named);
  const bool fits = fit.parts() && (!bare_header || fit.agreeing == 1000);
  return fits ? std::optional(fit) : std::nullopt;
}

}  // namespace

bool names_delimiter(std::string_view text) { return named_delimiter(text).has_value(); }

SniffedDialect sniff_dialect(std::string_view text) {
  const std::string_view sample = sample_of(text);
  const std::optional<char> named = named_delimiter(text);
  Fit best = best_fit(sample, named);
  if (!named && best.agreeing < 800) {
    if (const std::optional<Fit> blanks = parted_by_blanks(sample)) best = *blanks;
  }
  if (best.agreeing < 1000) {
    if (const std::optional<Fit> rows = fit_of_quoted_rows(sample, named)) return {rows->dialect, true};
  }
  if (best.parts()) best.dialect.padded = is_padded(sample, best.dialect);
  return {best.dialect, false};
}

std::string without_row_quotes(std::string_view text, const csv::Dialect& dialect) {
  csv::Dialect rows;
  rows.delimiter = '\x01';
  rows.quote = dialect.quote;
  rows.stray_quotes = true;
  const csv::Records records = csv::scan(text, rows).records;
  std::string result;
  std::int64_t line = 1;
  for (std::size_t record = 0; record < records.size(); ++record) {
    for (; line < records.line(record); ++line) result += '\n';
    for (const csv::Cell& cell : records[record]) {
      result += cell.text;
      for (std::size_t at = 0; at < cell.text.size(); ++at) {
        const bool pair = cell.text[at] == '\r' && at + 1 < cell.text.size() && cell.text[at + 1] == '\n';
        if ((cell.text[at] == '\n' || cell.text[at] == '\r') && !pair) ++line;
      }
    }
    result += '\n';
    ++line;
  }
  return result;
}

}  // namespace ae::ingest

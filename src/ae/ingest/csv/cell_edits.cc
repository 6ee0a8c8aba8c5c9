#include "ae/ingest/csv/cell_edits.h"

#include <algorithm>
#include <map>

#include "ae/base/assert.h"

namespace ae::ingest::csv {
namespace {

/// A piece of the text and what stands there instead.
struct Splice {
  std::size_t begin = 0, end = 0;
  std::string text;
};

/// Knows where cells stand and how their text is written.
class Writer {
 public:
  Writer(std::string_view text, const Records& records, const Dialect& dialect)
      : text_(text), records_(records), dialect_(dialect) {}

  /// Changes of one record; columns in order.
  std::vector<Splice> splices(std::size_t record, const std::map<std::size_t, const std::string*>& cells) {
    std::vector<Splice> result;
    const std::size_t width = records_[record].size();
    std::string behind;
    std::size_t reached = width;
    for (const auto& [column, words] : cells) {
      if (column < width) {
        const auto [begin, end] = extent(record, column);
        // A line without a character would be no record.
        const bool in_quotes = is_quoted(record, column, begin, end) || (width == 1 && words->empty());
        result.push_back({begin, end, written(*words, in_quotes)});
        continue;
      }
      for (; reached <= column; ++reached) behind += separator();
      behind += written(*words, is_mostly_quoted(column));
    }
    if (!behind.empty()) result.push_back({record_end(record), record_end(record), behind});
    return result;
  }

  Splice removal(std::size_t record) const {
    std::size_t begin = record_begin(record);
    std::size_t end = behind_line_end(record_end(record));
    // The last record of a text that does not end with a line end: the one before it loses its own.
    if (end == record_end(record)) begin = before_line_end(begin);
    return {begin, end, {}};
  }

  std::string row(const std::vector<std::string>& cells) {
    std::string result;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (column > 0) result += separator();
      result += written(cells[column], !cells[column].empty() && is_mostly_quoted(column));
    }
    // A line without a character is none.
    return result.empty() ? std::string(2, dialect_.quote) : result;
  }

  std::string line_end() const {
    const LineEndings& ends = records_.line_endings();
    if (ends.crlf > ends.lf && ends.crlf >= ends.cr) return "\r\n";
    return ends.cr > ends.lf ? "\r" : "\n";
  }

 private:
  std::size_t record_begin(std::size_t record) const { return records_[record].front().offset; }
  std::size_t record_end(std::size_t record) const {
    const std::string_view raw = records_.raw(record);
    return static_cast<std::size_t>(raw.data() - text_.data()) + raw.size();
  }
  std::size_t behind_line_end(std::size_t at) const {
    if (at < text_.size() && text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n')
      return at + 2;
    return at < text_.size() ? at + 1 : at;
  }
  std::size_t before_line_end(std::size_t at) const {
    if (at == 0) return at;
    const bool pair = at >= 2 && text_[at - 1] == '\n' && text_[at - 2] == '\r';
    return at - (pair ? 2 : 1);
  }

  /// From a cell's first byte to behind its last, quotes included, delimiters not.
  std::pair<std::size_t, std::size_t> extent(std::size_t record, std::size_t column) const {
    const auto cells = records_[record];
    const std::size_t begin = cells[column].offset;
    if (column + 1 == cells.size()) return {begin, record_end(record)};
    std::size_t end = cells[column + 1].offset - 1;
    // Of a padded dialect the next cell begins behind the blank, where there is one.
    if (dialect_.padded && dialect_.delimiter != ' ' && text_[end] == ' ') --end;
    return {begin, end};
  }

  bool begins_with_quote(std::size_t at, std::size_t end) const {
    return at + 1 < end && text_[at] == dialect_.quote && text_[end - 1] == dialect_.quote;
  }
  bool is_quoted(std::size_t record, std::size_t column, std::size_t begin, std::size_t end) {
    if (begin == end) return is_mostly_quoted(column);
    return begins_with_quote(begin, end) &&
           !(dialect_.stray_quotes && records_[record][column].text.size() + 2 != end - begin);
  }

  /// Whether most filled cells of a column stand in quotes; the header does not count.
  bool is_mostly_quoted(std::size_t column) {
    if (const auto known = mostly_quoted_.find(column); known != mostly_quoted_.end()) return known->second;
    std::size_t filled = 0, quoted = 0;
    for (std::size_t record = 1; record < records_.size(); ++record) {
      if (column >= records_[record].size()) continue;
      const auto [begin, end] = extent(record, column);
      filled += begin == end ? 0U : 1U;
      quoted += begins_with_quote(begin, end) ? 1U : 0U;
    }
    return mostly_quoted_[column] = quoted * 2 > filled;
  }

  std::string separator() const { return std::string(1, dialect_.delimiter) + (dialect_.padded ? " " : ""); }

  bool needs_quotes(std::string_view words) const {
    if (words.empty()) return false;
    const char special[] = {dialect_.delimiter, '\r', '\n'};
    return words.front() == dialect_.quote ||
           words.find_first_of(std::string_view(special, 3)) != words.npos || words.front() == ' ' ||
           words.back() == ' ';
  }

  std::string written(std::string_view words, bool in_quotes) const {
    if (!in_quotes && !needs_quotes(words)) return std::string(words);
    std::string result(1, dialect_.quote);
    for (const char c : words) {
      const bool is_quote = c == dialect_.quote;
      if (dialect_.backslash && (is_quote || c == '\\'))
        result += '\\';
      else if (is_quote)
        result += c;
      result += c;
    }
    return result += dialect_.quote;
  }

  std::string_view text_;
  const Records& records_;
  const Dialect& dialect_;
  std::map<std::size_t, bool> mostly_quoted_;
};

}  // namespace

std::string edited(std::string_view text, const Records& records, const Dialect& dialect,
                   const Edits& edits) {
  AE_ASSERT(!records.are_grid());
  Writer writer(text, records, dialect);
  std::map<std::size_t, std::map<std::size_t, const std::string*>> by_record;
  for (const CellEdit& edit : edits.cells) by_record[edit.record][edit.column] = &edit.text;
  std::vector<Splice> splices;
  for (const auto& [record, cells] : by_record) {
    for (Splice& splice : writer.splices(record, cells)) splices.push_back(std::move(splice));
  }
  for (const std::size_t record : edits.removed) splices.push_back(writer.removal(record));
  std::stable_sort(splices.begin(), splices.end(),
                   [](const Splice& one, const Splice& other) { return one.begin < other.begin; });
  std::string result;
  std::size_t at = 0;
  for (const Splice& splice : splices) {
    if (splice.end < at) continue;  // within what is removed already
    const std::size_t begin = std::max(splice.begin, at);
    result.append(text.substr(at, begin - at)).append(splice.text);
    at = splice.end;
  }
  result.append(text.substr(at));
  for (const std::vector<std::string>& cells : edits.appended) {
    const bool is_on_a_line = !result.empty() && result.back() != '\n' && result.back() != '\r';
    if (is_on_a_line) result += writer.line_end();
    result += writer.row(cells) + writer.line_end();
  }
  return result;
}

}  // namespace ae::ingest::csv

#include "ae/ingest/csv/records.h"

#include <algorithm>
#include <array>

#include "ae/base/assert.h"
#include "ae/ingest/sniff/place_at.h"

namespace ae::ingest::csv {

std::span<const Cell> Records::operator[](std::size_t record) const {
  const std::size_t first = starts_[record].first_cell;
  const std::size_t last = record + 1 < starts_.size() ? starts_[record + 1].first_cell : cells_.size();
  return std::span(cells_).subspan(first, last - first);
}

void Records::set_lines(std::span<const std::int64_t> lines) {
  AE_ASSERT(lines.size() == starts_.size());
  for (std::size_t record = 0; record < lines.size(); ++record) starts_[record].line = lines[record];
}

std::string_view Records::raw(std::size_t record) const {
  if (grid_) return {};
  const std::size_t first = starts_[record].offset;
  const std::size_t next = record + 1 < starts_.size() ? starts_[record + 1].offset : text_.size();
  std::string_view raw = text_.substr(first, next - first);
  while (raw.ends_with('\n') || raw.ends_with('\r')) raw.remove_suffix(1);
  return raw;
}

Place Records::place(const std::string& source, std::size_t record, std::size_t cell) const {
  const Start& start = starts_[record];
  if (grid_) return {source, start.line, static_cast<std::int64_t>(cell) + 1};
  const std::span<const Cell> cells = (*this)[record];
  const Cell& at = cells[std::min(cell, cells.size() - 1)];
  return place_at(source, text_.substr(start.offset), at.offset - start.offset, start.line);
}

/// Walks the text once, from cell to cell.
class Scanner {
 public:
  Scanner(std::string_view text, const Dialect& dialect)
      : text_(text), dialect_(dialect), delimiter_(dialect.delimiter) {
    scan_.records = Records(text);
    for (const char ends : {delimiter_, '\n', '\r'}) ends_plain_[static_cast<unsigned char>(ends)] = true;
  }

  Scan run() {
    while (at_ < text_.size()) {
      if (is_line_end(text_[at_])) {
        take_line_end();
      } else if (!take_record()) {
        break;
      }
    }
    return std::move(scan_);
  }

 private:
  static bool is_line_end(char c) { return c == '\n' || c == '\r'; }

  /// False when a quote is left open: the record is dropped.
  bool take_record() {
    Records& records = scan_.records;
    if (records.starts_.size() == kSample) make_room();
    records.starts_.push_back({records.cells_.size(), at_, line_});
    while (true) {
      if (!take_cell()) {
        records.cells_.resize(records.starts_.back().first_cell);
        records.starts_.pop_back();
        return false;
      }
      if (at_ == text_.size()) return true;
      if (text_[at_] != delimiter_) break;
      ++at_;
      if (dialect_.padded && at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    take_line_end();
    return true;
  }

  /// Room for all records, if they go on as they began, and for a few more.
  void make_room() {
    constexpr std::size_t kMostCells = std::size_t{4} << 20;  // beyond it, room grows as it is needed
    const auto in_all = [&](std::size_t so_far) {
      const double all =
          static_cast<double>(so_far) * static_cast<double>(text_.size()) / static_cast<double>(at_);
      return std::min(kMostCells, static_cast<std::size_t>(all * 1.1) + kSample);
    };
    scan_.records.cells_.reserve(in_all(scan_.records.cells_.size()));
    scan_.records.starts_.reserve(in_all(scan_.records.starts_.size()));
  }

  bool take_cell() {
    if (at_ < text_.size() && text_[at_] == dialect_.quote) return take_quoted_cell();
    const std::size_t start = at_;
    scan_.records.cells_.push_back({take_plain(), start});
    return true;
  }

  /// Up to the next delimiter or line end.
  std::string_view take_plain() {
    const std::size_t start = at_;
    const char* here = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    while (here != end && !ends_plain_[static_cast<unsigned char>(*here)]) ++here;
    at_ = static_cast<std::size_t>(here - text_.data());
    return text_.substr(start, at_ - start);
  }

  bool take_quoted_cell() {
    const std::size_t start = at_;
    const std::int64_t first_line = line_;
    std::string unescaped;
    std::string_view part;
    bool borrowed = true;  // the characters stand in the text as they are
    const bool closed = take_to_closing_quote(unescaped, part, borrowed);
    const bool tailed = closed && at_ < text_.size() && text_[at_] != delimiter_ && !is_line_end(text_[at_]);
    if (tailed) ++scan_.quoted.with_tail;
    if (tailed && line_ > first_line) ++scan_.quoted.torn;
    if (dialect_.stray_quotes && (!closed || tailed)) {
      line_ = first_line;
      at_ = start;
      take_stray_quote();
      return true;
    }
    if (!closed) {
      scan_.open_quote = start;
      return false;
    }
    if (const std::string_view tail = take_plain(); !tail.empty()) {
      borrowed = false;
      (unescaped += part) += tail;
    } else if (!borrowed) {
      unescaped += part;
    }
    ++scan_.quoted.count;
    scan_.records.cells_.push_back({borrowed ? part : keep(std::move(unescaped)), start});
    return true;
  }

  /// From the opening quote to behind the closing one: what stands between is `unescaped` and then `part`.
  bool take_to_closing_quote(std::string& unescaped, std::string_view& part, bool& borrowed) {
    ++at_;
    while (true) {
      const std::size_t mark = next_mark();
      if (mark == std::string_view::npos) return false;
      part = text_.substr(at_, mark - at_);
      count_lines(part);
      at_ = mark + 1;
      const bool another = at_ < text_.size();
      if (text_[mark] == '\\' && dialect_.quote != '\\') {
        const bool escapes = another && (text_[at_] == dialect_.quote || text_[at_] == '\\');
        borrowed = false;
        (unescaped += part) += escapes ? text_[at_] : '\\';
        at_ += escapes ? 1 : 0;
        continue;
      }
      if (!another || text_[at_] != dialect_.quote) return true;
      borrowed = false;
      (unescaped += part) += dialect_.quote;
      ++at_;
    }
  }

  /// The next quote; in a dialect with backslashes the next of the two.
  std::size_t next_mark() const {
    if (!dialect_.backslash) return text_.find(dialect_.quote, at_);
    const char marks[] = {dialect_.quote, '\\'};
    return text_.find_first_of(std::string_view(marks, 2), at_);
  }

  /// A cell that begins with a quote and does not end with one as it should: up to a quote before a delimiter
  /// or line end of the same line when there is one before the next cell's quote, else up to the delimiter.
  void take_stray_quote() {
    const std::size_t start = at_;
    const char quote = dialect_.quote;
    const auto ends = [&](std::size_t at) {
      return at == text_.size() || text_[at] == delimiter_ || is_line_end(text_[at]);
    };
    for (std::size_t at = start + 1; at < text_.size() && !is_line_end(text_[at]); ++at) {
      if (text_[at] != quote) continue;
      if (text_[at - 1] == delimiter_) break;
      if (!ends(at + 1)) continue;
      at_ = at + 1;
      scan_.records.cells_.push_back({text_.substr(start + 1, at - start - 1), start});
      return;
    }
    scan_.records.cells_.push_back({take_plain(), start});
  }

  std::string_view keep(std::string characters) {
    return scan_.records.arena_.emplace_back(std::move(characters));
  }

  void take_line_end() {
    LineEndings& ends = scan_.records.line_endings_;
    const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    ++(pair ? ends.crlf : text_[at_] == '\r' ? ends.cr : ends.lf);
    at_ += pair ? 2 : 1;
    ++line_;
  }

  void count_lines(std::string_view quoted) {
    for (std::size_t at = 0; at < quoted.size(); ++at) {
      const bool pair = quoted[at] == '\r' && at + 1 < quoted.size() && quoted[at + 1] == '\n';
      if (is_line_end(quoted[at]) && !pair) ++line_;
    }
  }

  static constexpr std::size_t kSample = 32;  ///< records that say how many there are likely to be

  std::string_view text_;
  Dialect dialect_;
  char delimiter_;
  std::array<bool, 256> ends_plain_{};  ///< by byte: where a cell without quotes ends
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  Scan scan_;
};

Scan scan(std::string_view text, char delimiter) {
  Dialect dialect;
  dialect.delimiter = delimiter;
  return scan(text, dialect);
}

Scan scan(std::string_view text, const Dialect& dialect) { return Scanner(text, dialect).run(); }

Result<Records> read_records(std::string_view text, char delimiter, const std::string& source) {
  return complete(scan(text, delimiter), text, source);
}

Result<Records> complete(Scan scan, std::string_view text, const std::string& source) {
  if (!scan.open_quote) return std::move(scan.records);
  return fail({"unterminated_quote",
               Text{"A quote opens here and nothing closes it, so the rest of the file would be one cell",
                    "此处的引号没有结束，其后的整个文件会成为一个单元格"},
               Text{"Close the quote, or double it (\"\") if it belongs to the text",
                    "请补上结束引号；若引号属于文本内容，请写成两个（\"\"）"},
               place_at(source, text, *scan.open_quote),
               std::string(text.substr(*scan.open_quote,
                                       text.find_first_of("\r\n", *scan.open_quote) - *scan.open_quote)
                               .substr(0, 60)),
               {}});
}

}  // namespace ae::ingest::csv

#include "ae/ingest/csv/records.h"

#include <algorithm>

#include "ae/ingest/sniff/place_at.h"

namespace ae::ingest::csv {

std::span<const Cell> Records::operator[](std::size_t record) const {
  const std::size_t first = starts_[record].first_cell;
  const std::size_t last = record + 1 < starts_.size() ? starts_[record + 1].first_cell : cells_.size();
  return std::span(cells_).subspan(first, last - first);
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
  Scanner(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {
    scan_.records = Records(text);
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
    }
    take_line_end();
    return true;
  }

  bool take_cell() {
    if (at_ < text_.size() && text_[at_] == '"') return take_quoted_cell();
    const std::size_t start = at_;
    scan_.records.cells_.push_back({take_plain(), start});
    return true;
  }

  /// Up to the next delimiter or line end.
  std::string_view take_plain() {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && !is_line_end(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }

  bool take_quoted_cell() {
    const std::size_t start = at_++;
    std::string unescaped;
    bool borrowed = true;  // the characters stand in the text as they are
    std::string_view part;
    while (true) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        scan_.open_quote = start;
        return false;
      }
      part = text_.substr(at_, quote - at_);
      count_lines(part);
      at_ = quote + 1;
      if (at_ == text_.size() || text_[at_] != '"') break;
      borrowed = false;
      (unescaped += part) += '"';
      ++at_;
    }
    if (const std::string_view tail = take_plain(); !tail.empty()) {
      borrowed = false;
      (unescaped += part) += tail;
    } else if (!borrowed) {
      unescaped += part;
    }
    scan_.records.cells_.push_back({borrowed ? part : keep(std::move(unescaped)), start});
    return true;
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

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  Scan scan_;
};

Scan scan(std::string_view text, char delimiter) { return Scanner(text, delimiter).run(); }

Result<Records> read_records(std::string_view text, char delimiter, const std::string& source) {
  Scan result = scan(text, delimiter);
  if (!result.open_quote) return std::move(result.records);
  return fail({"unterminated_quote",
               Text{"A quote opens here and nothing closes it, so the rest of the file would be one cell",
                    "此处的引号没有结束，其后的整个文件会成为一个单元格"},
               Text{"Close the quote, or double it (\"\") if it belongs to the text",
                    "请补上结束引号；若引号属于文本内容，请写成两个（\"\"）"},
               place_at(source, text, *result.open_quote),
               std::string(text.substr(*result.open_quote,
                                       text.find_first_of("\r\n", *result.open_quote) - *result.open_quote)
                               .substr(0, 60)),
               {}});
}

}  // namespace ae::ingest::csv

#include "ae/ingest/sniff/layout.h"

#include <algorithm>
#include <map>

#include "ae/ingest/sniff/dialect.h"
#include "ae/ingest/sniff/header_words.h"
#include "ae/ingest/sniff/total_row.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

using Cells = std::span<const csv::Cell>;

std::size_t filled_cells(Cells cells) {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), is_filled));
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

/// Every cell is filled with words.
bool only_words(Cells cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](const csv::Cell& cell) { return is_filled(cell) && !has_digit(cell.text); });
}

class LayoutFinder {
 public:
  LayoutFinder(const csv::Records& records, std::span<const std::string> wanted, HeaderEvidence evidence)
      : records_(records), wanted_(wanted), evidence_(evidence) {}

  Layout run() {
    find_header();
    layout_.end = records_.size();
    if (layout_.header == records_.size()) return std::move(layout_);
    remember_header();
    end_before_footers();
    walk_rows();
    for (std::size_t record = 0; record < layout_.header; ++record) {
      if (!is_blank_record(records_[record]) && !is_delimiter_line(record))
        layout_.preamble.push_back(record);
    }
    for (std::size_t record = layout_.end; record < records_.size(); ++record) {
      if (!is_blank_record(records_[record])) layout_.footers.push_back(record);
    }
    return std::move(layout_);
  }

 private:
  static constexpr std::size_t kHeaderWithin = 100;

  std::size_t names_in(Cells cells) const {
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](const csv::Cell& cell) {
      const std::string_view text = trimmed(cell.text);
      return std::find(wanted_.begin(), wanted_.end(), text) != wanted_.end() || is_column_name(text);
    }));
  }

  std::size_t usual_width() const {
    std::map<std::size_t, std::size_t> records_of_width;
    for (std::size_t record = 0; record < std::min(records_.size(), kLayoutSample); ++record)
      ++records_of_width[records_[record].size()];
    std::size_t usual = 0;
    std::size_t most = 0;
    for (const auto& [width, count] : records_of_width) {
      if (count < most) continue;
      most = count;
      usual = width;
    }
    return usual;
  }

  void find_header() {
    const std::size_t width = usual_width();
    const std::size_t needed = width > 1 ? std::max<std::size_t>(2, (width + 1) / 2) : 1;
    const std::size_t last = std::min(records_.size(), kHeaderWithin);
    std::size_t first_filled = records_.size();
    std::size_t by_shape = records_.size();
    std::size_t widest_above = 0;
    for (std::size_t record = is_delimiter_line(0) ? 1 : 0; record < last; ++record) {
      const std::size_t filled = filled_cells(records_[record]);
      if (filled == 0) continue;
      first_filled = std::min(first_filled, record);
      const bool wide = filled > widest_above && filled > 1;
      if (wide && (names_in(records_[record]) > 1 || column_names_in(records_[record]) > 1)) {
        layout_.header = record;
        return;
      }
      if (by_shape == records_.size() && filled >= needed) by_shape = record;
      widest_above = std::max(widest_above, filled);
    }
    layout_.header = by_shape != records_.size() ? by_shape : first_filled;
    if (layout_.header != records_.size()) return;
    while (layout_.header < records_.size() && is_blank_record(records_[layout_.header])) ++layout_.header;
  }

  bool is_delimiter_line(std::size_t record) const {
    if (record >= records_.size() || records_.line(record) != 1) return false;
    const Cells cells = records_[record];
    return cells.size() <= 2 && cells.front().text.size() <= 5 && cells.front().text.substr(0, 4) == "sep=";
  }

  void remember_header() {
    header_ = records_[layout_.header];
    header_filled_ = filled_cells(header_);
    for (const csv::Cell& cell : header_) {
      sizes_ |= std::uint64_t{1} << (cell.text.size() % 64);
    }
    if (evidence_ == HeaderEvidence::kShape) find_columns_of_figures();
  }

  void find_columns_of_figures() {
    std::vector<std::size_t> rows(header_.size(), 0);
    std::vector<std::size_t> figures(header_.size(), 0);
    const std::size_t last = std::min(records_.size(), layout_.header + 1 + kLayoutSample);
    for (std::size_t record = layout_.header + 1; record < last; ++record) {
      const Cells cells = records_[record];
      if (cells.size() != header_.size()) continue;
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (cells[column].text.empty()) continue;
        ++rows[column];
        if (has_digit(cells[column].text)) ++figures[column];
      }
    }
    for (std::size_t column = 0; column < header_.size(); ++column)
      of_figures_.push_back(rows[column] > 2 && figures[column] * 4 >= rows[column] * 3);
  }

  /// One cell, at the left, in a table that has more.
  bool is_lone(std::size_t record) const {
    const Cells cells = records_[record];
    if (header_filled_ < 2) return false;
    const std::size_t filled = filled_cells(cells);
    if (filled == 1 && (cells.size() == 1 || header_filled_ > 2)) return is_filled(cells[0]);
    return filled > 1 && cells.size() < header_.size() && is_footer_line(cells[0].text);
  }

  bool blank_line_above(std::size_t record) const {
    const std::int64_t lines = records_.line(record) - records_.line(record - 1);
    if (is_blank_record(records_[record - 1])) return true;
    if (lines < 2) return false;
    std::int64_t within = 0;
    for (const csv::Cell& cell : records_[record - 1]) {
      for (std::size_t at = 0; at < cell.text.size(); ++at) {
        const bool pair = cell.text[at] == '\r' && at + 1 < cell.text.size() && cell.text[at + 1] == '\n';
        within += (cell.text[at] == '\n' || cell.text[at] == '\r') && !pair ? 1 : 0;
      }
    }
    return lines - within > 1;
  }

  void end_before_footers() {
    constexpr std::size_t kMostFooters = 50;
    std::size_t first = records_.size();
    while (first > layout_.header + 1 && records_.size() - first < kMostFooters &&
           (is_blank_record(records_[first - 1]) || is_lone(first - 1)))
      --first;
    for (std::size_t record = first; record < records_.size(); ++record) {
      if (is_blank_record(records_[record])) continue;
      if (!blank_line_above(record) && !is_footer_line(records_[record][0].text)) continue;
      layout_.end = record;
      return;
    }
  }

  bool repeats_header(Cells cells) const {
    return cells.size() == header_.size() &&
           std::equal(cells.begin(), cells.end(), header_.begin(),
                      [](const auto& a, const auto& b) { return trimmed(a.text) == trimmed(b.text); });
  }

  /// Cheap, and true for every record that may be another header.
  bool may_be_header(std::size_t record) const {
    const Cells cells = records_[record];
    if (evidence_ == HeaderEvidence::kShape || cells.size() != header_.size()) return true;
    const bool shares_a_size = ((sizes_ >> (cells[0].text.size() % 64)) & 1U) != 0;
    if (shares_a_size && std::any_of(header_.begin(), header_.end(),
                                     [&](const auto& cell) { return cell.text == cells[0].text; }))
      return true;
    return blank_line_above(record);
  }

  bool is_other_header(std::size_t record) const {
    const Cells cells = records_[record];
    const std::size_t filled = filled_cells(cells);
    if (filled < 2 ||
        !std::all_of(cells.begin(), cells.end(), [](const auto& c) { return !has_digit(c.text); }))
      return false;
    const std::size_t names = names_in(cells);
    if (names > 1 && names * 2 >= filled) return true;
    if (names > 1 && cells.size() != header_.size() && blank_line_above(record)) return true;
    if (!only_words(cells)) return false;
    const bool may_go_by_shape =
        evidence_ == HeaderEvidence::kShape || (cells.size() != header_.size() && blank_line_above(record));
    return may_go_by_shape && shaped_as_header(record);
  }

  bool shaped_as_header(std::size_t record) const {
    const Cells cells = records_[record];
    if (cells.size() == header_.size()) {
      std::size_t words_for_figures = 0;
      for (std::size_t column = 0; column < cells.size(); ++column)
        if (of_figures_[column]) ++words_for_figures;
      return words_for_figures > 1;
    }
    // Of another width than the table and the same as what follows.
    const std::size_t last = std::min(record + 4, layout_.end);
    std::size_t following = 0;
    for (std::size_t next = record + 1; next < last; ++next) {
      if (records_[next].size() != cells.size()) return false;
      if (!only_words(records_[next])) ++following;
    }
    return following > 0;
  }

  /// Whether the rest of the file is full rows of another width than the table has: at least three, below at
  /// least two rows of the table.
  bool begins_rows_of_other_width(std::size_t record) const {
    constexpr std::size_t kFewest = 3;
    const std::size_t width = records_[record].size();
    if (evidence_ != HeaderEvidence::kShape || width < 2 || width == header_.size()) return false;
    if (record < layout_.header + 3 || layout_.end - record < kFewest) return false;
    for (std::size_t above = record - 2; above < record; ++above)
      if (records_[above].size() != header_.size() && !is_blank_record(records_[above])) return false;
    for (std::size_t below = record; below < layout_.end; ++below)
      if (records_[below].size() != width || filled_cells(records_[below]) != width) return false;
    return true;
  }

  void walk_rows() {
    const std::string_view first_name = header_[0].text;
    for (std::size_t record = layout_.header + 1; record < layout_.end; ++record) {
      const Cells cells = records_[record];
      if (cells[0].text == first_name && repeats_header(cells)) {
        layout_.repeated_headers.push_back(record);
      } else if ((may_be_header(record) && is_other_header(record)) || begins_rows_of_other_width(record)) {
        end_before_other_table(record);
        return;
      } else if (header_filled_ > 1 && (is_total_row(cells) || is_group_heading(cells))) {
        layout_.totals.push_back(record);
      }
    }
  }

  /// Its titles go with it.
  void end_before_other_table(std::size_t header) {
    std::size_t first = header;
    while (first > layout_.header + 1 && (is_blank_record(records_[first - 1]) || is_lone(first - 1)))
      --first;
    while (first < header && is_blank_record(records_[first])) ++first;
    while (!layout_.totals.empty() && layout_.totals.back() >= first) layout_.totals.pop_back();
    layout_.end = first;
    layout_.other_table = true;
  }

  const csv::Records& records_;
  std::span<const std::string> wanted_;
  HeaderEvidence evidence_;
  Layout layout_;
  Cells header_;
  std::size_t header_filled_ = 0;
  std::uint64_t sizes_ = 0;  ///< a bit for the length of each cell of the header
  std::vector<bool> of_figures_;
};

}  // namespace

Layout find_layout(const csv::Records& records, std::span<const std::string> wanted,
                   HeaderEvidence evidence) {
  return LayoutFinder(records, wanted, evidence).run();
}

bool is_blank_record(std::span<const csv::Cell> cells) {
  return std::none_of(cells.begin(), cells.end(), is_filled);
}

}  // namespace ae::ingest

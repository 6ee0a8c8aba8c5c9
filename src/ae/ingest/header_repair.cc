#include "ae/ingest/header_repair.h"

#include <algorithm>
#include <optional>

#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/row_repair.h"
#include "ae/ingest/sniff/header_words.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest {
namespace {

bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// Whether a word may begin at `at`: "closeDate|Amount", "URL|Comments".
bool word_begins(std::string_view name, std::size_t at) {
  if (at == 0 || at >= name.size() || !is_upper(name[at])) return false;
  if (is_lower_or_digit(name[at - 1])) return true;
  return is_upper(name[at - 1]) && at + 1 < name.size() && name[at + 1] >= 'a' && name[at + 1] <= 'z';
}

std::size_t words_in(std::string_view name) {
  std::size_t words = 1;
  for (std::size_t at = 1; at < name.size(); ++at) words += word_begins(name, at) ? 1U : 0U;
  return words;
}

/// Whether tables of any kind have columns of this name.
bool is_common_name(std::string_view cell) {
  static constexpr std::string_view kNames[] = {
      "date",        "time", "day",  "id",    "name",    "type",     "qty",    "price", "quantity",
      "description", "url",  "link", "notes", "comment", "comments", "status", "code",  "number"};
  const std::string name = normalised_name(cell);
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames) || is_column_name(cell);
}

std::string first_word(std::string_view name) {
  std::size_t end = 1;
  while (end < name.size() && !word_begins(name, end)) ++end;
  return normalised_name(name.substr(0, end));
}

/// Whether another name of the header begins with the same word, as names of one kind do.
bool has_kin(const std::vector<std::string>& header, std::size_t but, std::string_view name) {
  for (std::size_t at = 0; at < header.size(); ++at) {
    if (at != but && first_word(header[at]) == first_word(name)) return true;
  }
  return false;
}

struct Seam {
  std::size_t cell = 0;
  std::size_t at = 0;
};

/// How likely two names run together at a place of a cell; 0: nothing speaks for it.
int likelihood(const std::vector<std::string>& header, std::size_t cell, std::size_t at) {
  const std::string_view name = header[cell];
  const std::string_view left = name.substr(0, at);
  const std::string_view right = name.substr(at);
  const int known = (is_common_name(left) ? 1 : 0) + (is_common_name(right) ? 1 : 0);
  const bool boundary = word_begins(name, at);
  if ((!boundary && known < 2) || (is_common_name(name) && known < 2)) return 0;
  const int kin = (has_kin(header, cell, left) ? 1 : 0) + (has_kin(header, cell, right) ? 1 : 0) +
                  (first_word(left) == first_word(right) ? 2 : 0);
  return 20 * known + 10 * static_cast<int>(words_in(name)) + 5 * kin + (boundary ? 3 : 0);
}

std::optional<Seam> seam_of(const std::vector<std::string>& header) {
  std::optional<Seam> best;
  int most = 0;
  bool unique = false;
  for (std::size_t cell = 0; cell < header.size(); ++cell) {
    for (std::size_t at = 1; at < header[cell].size(); ++at) {
      const int how = likelihood(header, cell, at);
      if (how == 0 || how < most) continue;
      unique = how > most;
      most = how;
      best = Seam{cell, at};
    }
  }
  return unique ? best : std::nullopt;
}

}  // namespace

std::vector<std::string> mended_header(std::vector<std::string> header, std::size_t width,
                                       std::string_view raw, const csv::Dialect& dialect) {
  csv::Dialect other = dialect;
  other.quote = dialect.quote == '"' ? '\'' : '"';
  if (all_in_quotes(header, other.quote)) {
    auto unquoted = cells_of_record(raw, other);
    if (unquoted && unquoted->size() == width) return *std::move(unquoted);
  }
  for (std::size_t at = header.size(); at-- > 0 && header.size() > width;) {
    if (trimmed(header[at]).empty()) header.erase(header.begin() + static_cast<std::ptrdiff_t>(at));
  }
  if (header.size() + 1 != width) return header;
  const std::optional<Seam> seam = seam_of(header);
  if (!seam) return header;
  std::string right = header[seam->cell].substr(seam->at);
  header[seam->cell].resize(seam->at);
  header.insert(header.begin() + static_cast<std::ptrdiff_t>(seam->cell) + 1, std::move(right));
  return header;
}

std::vector<std::string> header_in_other_dialect(std::string_view raw, std::size_t width,
                                                 const csv::Dialect& dialect) {
  for (std::vector<std::string>& names : other_readings(raw, dialect)) {
    const bool words = std::all_of(names.begin(), names.end(), [](const std::string& name) {
      return !trimmed(name).empty() && name.find_first_of("0123456789") == std::string::npos;
    });
    if (names.size() == width && words) return std::move(names);
  }
  return {};
}

}  // namespace ae::ingest

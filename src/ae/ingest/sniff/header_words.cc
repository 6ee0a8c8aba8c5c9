#include "ae/ingest/sniff/header_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"

namespace ae::ingest {
namespace {

constexpr std::size_t kLongestName = 80;  // bytes; a longer cell is no name

/// Sorted.
const std::vector<std::string_view>& column_names() {
  static const std::vector<std::string_view> kNames = [] {
    std::vector<std::string_view> names;
    for (const std::vector<std::string>& of_field : generic_preset().columns)
      names.insert(names.end(), of_field.begin(), of_field.end());
    std::sort(names.begin(), names.end());
    return names;
  }();
  return kNames;
}

}  // namespace

bool is_column_name(std::string_view cell) {
  return !cell.empty() && cell.size() <= kLongestName &&
         std::binary_search(column_names().begin(), column_names().end(), normalised_name(cell));
}

std::size_t column_names_in(std::span<const csv::Cell> cells) {
  const auto general =
      std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return is_column_name(cell.text); });
  const bool explained = general > 1 || cells.size() < 2;
  if (explained) return static_cast<std::size_t>(general);
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const auto& cell) {
    return !cell.text.empty() && cell.text.size() <= kLongestName &&
           names_of_every_preset().columns.contains(normalised_name(cell.text));
  }));
}

}  // namespace ae::ingest

// Every preset reads its sample, and all samples hold the same deals. The samples are those files of
// tests/data/presets/ that are there: "pipedrive.plain.csv" is one of the preset pipedrive.

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ae/config/content.h"
#include "ae/ingest/csv/records.h"
#include "ae/ingest/mapping/header.h"
#include "ae/ingest/sniff/delimiter.h"
#include "ae/ingest/testing.h"

namespace ae::ingest {
namespace {

using testing::data_file;
using testing::read_text;

constexpr std::string_view kGeneric = "generic";

std::vector<std::string> samples() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(AE_TEST_DATA "/presets")) {
    if (entry.path().extension() == ".csv") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string sample(const std::string& name) { return data_file("presets/" + name + ".csv"); }

std::string preset_of(const std::string& sample) { return sample.substr(0, sample.find('.')); }

/// What has to be the same in every export of the twelve deals.
std::vector<std::string> deals_of(const Reading& reading) {
  std::vector<std::string> deals;
  for (const table::OpportunityChunk& chunk : reading.table.chunks) {
    for (std::size_t at = 0; at < chunk.rows(); ++at) {
      const table::OpportunityRow row = chunk.row(at);
      deals.push_back(fmt::format("{} | {} | {} | {} | {} | {}", row.texts[OpportunityField::kName],
                                  row.amount, key(row.state), key(row.stage),
                                  row.dates[OpportunityField::kCloseDate].iso(),
                                  row.texts[OpportunityField::kOwner]));
    }
  }
  return deals;
}

const std::vector<std::string> kDeals{
    "Harbour Cranes | 4800000 | open | prospect | 2026-04-17 | Mara Lindt",
    "Warehouse Robots | 12650050 | open | discovery | 2026-03-30 | Mara Lindt",
    "-Solar Roof | 9300000 | open | discovery | 2026-05-22 | Tom Okafor",
    "Clinic Software | 21075025 | open | demo | 2026-03-13 | Ines Duarte",
    "Fleet Tracking | 6420000 | open | proposal | 2026-02-27 | Tom Okafor",
    "Data Centre, Phase 2 | 125000000 | open | proposal | 2026-06-30 | Yui Tanaka",
    "Store Refit | 8730000 | open | negotiation | 2026-02-20 | Ines Duarte",
    "电梯维保 2026 | 32000000 | open | negotiation | 2026-03-25 | 李敏",
    "Payroll Renewal | 5400000 | won | closed_won | 2026-01-16 | Mara Lindt",
    "Network Upgrade | 17840075 | won | closed_won | 2026-01-29 | Jörg Weiß",
    "Training Package | 1590000 | lost | closed_lost | 2026-01-22 | Yui Tanaka",
    "Packing Line | 40200000 | lost | closed_lost | 2026-02-06 | Jörg Weiß"};

/// The sample again, with another delimiter and its amounts written in another way.
std::string rewritten(const std::string& text, char delimiter,
                      const std::function<std::string(std::string)>& amount) {
  const Result<csv::Records> records = csv::read_records(text, find_delimiter(text), "sample");
  const Result<ColumnMap> map = map_header(headers_of((*records)[0]), {}, {});
  const auto amount_column = static_cast<std::size_t>(map->column[OpportunityField::kAmount]);
  std::string result;
  for (std::size_t record = 0; record < records->size(); ++record) {
    const std::span<const csv::Cell> cells = (*records)[record];
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const bool is_amount = record > 0 && column == amount_column;
      const std::string cell =
          is_amount ? amount(std::string(cells[column].text)) : std::string(cells[column].text);
      if (column > 0) result += delimiter;
      result += '"' + cell + '"';
    }
    result += "\r\n";
  }
  return result;
}

std::string grouped(std::string digits, const std::string& mark) {
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, mark);
  return digits;
}

/// "126500.50" with other marks; a currency before it stays.
std::string with_marks(std::string amount, const std::string& group, const std::string& decimal) {
  const std::size_t first = amount.find_first_of("0123456789");
  const std::size_t point = std::min(amount.find('.'), amount.size());
  const std::string cents = point < amount.size() ? amount.substr(point + 1) : "00";
  return amount.substr(0, first) + grouped(amount.substr(first, point - first), group) + decimal + cents;
}

struct Encoding {
  const char* name;
  std::string (*encode)(const std::string& utf_8);
};
const Encoding kEncodings[] = {
    {"UTF-8", [](const std::string& text) { return text; }},
    {"UTF-8 BOM", [](const std::string& text) { return "\xEF\xBB\xBF" + text; }},
};

struct NumberStyle {
  const char* name;
  std::string (*write)(std::string plain);
};
const NumberStyle kNumberStyles[] = {
    {"1234.56", [](std::string plain) { return plain; }},
    {"1,234.56", [](std::string plain) { return with_marks(std::move(plain), ",", "."); }},
    {"1.234,56", [](std::string plain) { return with_marks(std::move(plain), ".", ","); }},
};

constexpr char kDelimiters[] = {',', ';', '\t'};

class EveryPreset : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryPreset, ReadsTheSameDeals) {
  const Result<Reading> reading = read_text(sample(GetParam()));
  ASSERT_TRUE(reading.has_value()) << reading.error().message.in(Language::kEnglish);
  EXPECT_EQ(deals_of(*reading), kDeals);
  EXPECT_TRUE(reading->quarantine.empty());
  EXPECT_EQ(reading->sources[0].preset.value_or(std::string(kGeneric)), preset_of(GetParam()));
  for (const Note& note : reading->notes)
    EXPECT_NE(note.code, "stage_unknown") << note.text.in(Language::kEnglish);
}

TEST_P(EveryPreset, ReadsThemInEveryEncodingDelimiterAndNumberStyle) {
  const std::string text = sample(GetParam());
  for (const NumberStyle& style : kNumberStyles) {
    for (const char delimiter : kDelimiters) {
      const std::string written = rewritten(text, delimiter, style.write);
      for (const Encoding& encoding : kEncodings) {
        SCOPED_TRACE(
            fmt::format("{}, {}, delimiter {}", style.name, encoding.name, static_cast<int>(delimiter)));
        const Result<Reading> reading = read_text(encoding.encode(written));
        ASSERT_TRUE(reading.has_value()) << reading.error().message.in(Language::kEnglish);
        EXPECT_EQ(deals_of(*reading), kDeals);
      }
    }
  }
}

std::string test_name(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Presets, EveryPreset, ::testing::ValuesIn(samples()), test_name);

TEST(Presets, EachHasASampleAndEachSampleItsPreset) {
  std::set<std::string> of_samples;
  for (const std::string& name : samples()) of_samples.insert(preset_of(name));
  std::set<std::string> of_content;
  for (const config::ContentFile& file : config::content_files()) {
    const std::filesystem::path path(file.path);
    if (path.parent_path() == "presets") of_content.insert(path.stem().string());
  }
  EXPECT_EQ(of_samples, of_content);
}

}  // namespace
}  // namespace ae::ingest

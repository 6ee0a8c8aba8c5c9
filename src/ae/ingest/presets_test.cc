// Every preset reads its sample, and all samples hold the same deals. The samples are those files of
// tests/data/presets/ that are there: "pipedrive.plain.csv" is one of the preset pipedrive.

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iconv.h>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ae/config/content.h"
#include "ae/config/toml.h"
#include "ae/ingest/csv/records.h"
#include "ae/ingest/mapping/header.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"
#include "ae/ingest/testing.h"
#include "ae/ingest/values/plain_characters.h"

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

/// The sample, which has commas, with another delimiter and its amounts written in another way.
std::string rewritten(const std::string& text, char delimiter,
                      const std::function<std::string(const std::string&)>& amount) {
  const Result<csv::Records> records = csv::read_records(text, ',', "sample");
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
std::string with_marks(const std::string& amount, const std::string& group, const std::string& decimal) {
  const std::size_t first = amount.find_first_of("0123456789");
  const std::size_t point = std::min(amount.find('.'), amount.size());
  const std::string cents = point < amount.size() ? amount.substr(point + 1) : "00";
  return amount.substr(0, first) + grouped(amount.substr(first, point - first), group) + decimal + cents;
}

/// "126500.50" as "12.65005万"; a currency before it stays.
std::string in_ten_thousands(const std::string& amount) {
  const std::size_t first = amount.find_first_of("0123456789");
  const std::size_t point = std::min(amount.find('.'), amount.size());
  std::string digits = amount.substr(first, point - first);
  const std::string cents = point < amount.size() ? amount.substr(point + 1) : "";
  digits.insert(0, digits.size() < 5 ? 5 - digits.size() : 0, '0');
  return amount.substr(0, first) + digits.substr(0, digits.size() - 4) + "." +
         digits.substr(digits.size() - 4) + cents + "万";
}

/// An encoding by the name that iconv has for it.
struct Encoding {
  const char* name;
  std::string mark;  ///< the byte order mark before the text
  bool every_script = true;
};
const Encoding kEncodings[] = {
    {"UTF-8", ""},    {"UTF-8", "\xEF\xBB\xBF"}, {"UTF-16LE", "\xFF\xFE"}, {"UTF-16BE", "\xFE\xFF"},
    {"UTF-16LE", ""}, {"UTF-16BE", ""},          {"GB18030", ""},          {"CP1252", "", false},
};

/// The text in an encoding; nullopt when that has not all of its characters.
std::optional<std::string> encoded(std::string text, const Encoding& encoding) {
  const iconv_t converter = iconv_open(encoding.name, "UTF-8");
  std::string bytes(text.size() * 4, '\0');
  char* in = text.data();
  char* out = bytes.data();
  std::size_t in_left = text.size();
  std::size_t out_left = bytes.size();
  const std::size_t converted = iconv(converter, &in, &in_left, &out, &out_left);
  iconv_close(converter);
  if (converted == static_cast<std::size_t>(-1)) return std::nullopt;
  bytes.resize(bytes.size() - out_left);
  return encoding.mark + bytes;
}

/// The lines without the deal whose name and owner only some encodings can write.
std::vector<std::string> without_ideographs(std::vector<std::string> lines) {
  std::erase_if(lines, [](const std::string& line) { return line.find("电梯维保") != std::string::npos; });
  return lines;
}

std::string without_ideographs(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line + "\n");
  lines = without_ideographs(std::move(lines));
  return std::accumulate(lines.begin(), lines.end(), std::string());
}

struct NumberStyle {
  const char* name;
  std::string (*write)(const std::string& plain);
};
const NumberStyle kNumberStyles[] = {
    {"1234.56", [](const std::string& plain) { return plain; }},
    {"1,234.56", [](const std::string& plain) { return with_marks(plain, ",", "."); }},
    {"1.234,56", [](const std::string& plain) { return with_marks(plain, ".", ","); }},
    {"12万", in_ten_thousands},
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
        const std::optional<std::string> bytes =
            encoded(encoding.every_script ? written : without_ideographs(written), encoding);
        if (!bytes) continue;  // headers or units that the encoding has not
        SCOPED_TRACE(fmt::format("{}, {} {}, delimiter {}", style.name, encoding.name,
                                 encoding.mark.empty() ? "without mark" : "with mark",
                                 static_cast<int>(delimiter)));
        const Result<Reading> reading = read_text(*bytes);
        ASSERT_TRUE(reading.has_value()) << reading.error().message.in(Language::kEnglish);
        EXPECT_EQ(deals_of(*reading), encoding.every_script ? kDeals : without_ideographs(kDeals));
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

/// The trees of the files of content/presets/, by name.
std::map<std::string, config::TomlNode> preset_files() {
  std::map<std::string, config::TomlNode> trees;
  for (const config::ContentFile& file : config::content_files()) {
    const std::filesystem::path path(file.path);
    if (path.parent_path() != "presets") continue;
    Result<config::TomlNode> tree = config::parse_toml(file.bytes, std::string(file.path));
    EXPECT_TRUE(tree.has_value()) << file.path;
    if (tree) trees.emplace(path.stem().string(), std::move(*tree));
  }
  return trees;
}

template <typename Enum>
std::set<std::string> keys_of() {
  std::set<std::string> keys;
  for (const Enum value : enumerators<Enum>()) keys.insert(std::string(key(value)));
  return keys;
}

TEST(Presets, NameOnlyWhatThereIs) {
  std::map<std::string, std::set<std::string>> known{{"fields", keys_of<OpportunityField>()},
                                                     {"stages", keys_of<Stage>()},
                                                     {"states", keys_of<DealState>()},
                                                     {"categories", keys_of<ForecastCategory>()}};
  known["fields"].insert("status");
  for (const auto& [name, tree] : preset_files()) {
    for (const config::TomlEntry& section : *tree.table()) {
      if (section.name == "headers" || name == kGeneric) continue;
      ASSERT_TRUE(known.contains(section.name)) << name << ": " << section.name;
      for (const config::TomlEntry& entry : *section.node.table())
        EXPECT_TRUE(known[section.name].contains(entry.name)) << name << ": " << entry.name;
    }
  }
}

TEST(Presets, ANameMeansOneThingInItsSection) {
  for (const auto& [name, tree] : preset_files()) {
    for (const config::TomlEntry& section : *tree.table()) {
      if (section.node.table() == nullptr) continue;
      std::map<std::string, std::string> meaning;
      for (const config::TomlEntry& entry : *section.node.table()) {
        if (entry.name == "status") continue;  // is the stage where there is no other
        for (const config::TomlNode& synonym : *entry.node.array()) {
          const auto [known, fresh] = meaning.emplace(normalised_name(*synonym.string()), entry.name);
          EXPECT_EQ(known->second, entry.name) << name << ": " << known->first;
        }
      }
    }
  }
}

TEST(Presets, DistinctiveHeadersAreSearchedAsTheyStand) {
  for (const auto& [name, tree] : preset_files()) {
    if (name == kGeneric) continue;
    ASSERT_NE(tree.find("headers"), nullptr) << name;
    std::vector<std::string> headers;
    for (const config::TomlNode& header : *tree.find("headers")->array()) headers.push_back(*header.string());
    const std::shared_ptr<const Preset> found = matching_preset(headers);
    ASSERT_NE(found, nullptr) << name;
    EXPECT_EQ(found->name, name);
    for (const std::string& header : headers) EXPECT_EQ(in_plain_characters(header), header) << name;
  }
}

TEST(Presets, EachHasASampleAndEachSampleItsPreset) {
  std::set<std::string> of_samples;
  for (const std::string& name : samples()) of_samples.insert(preset_of(name));
  std::set<std::string> of_content;
  for (const auto& [name, tree] : preset_files()) of_content.insert(name);
  EXPECT_EQ(of_samples, of_content);
}

}  // namespace
}  // namespace ae::ingest

#include "ae/ingest/testing.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace ae::ingest::testing {

std::string data_file(const std::string& path) {
  Result<Source> source = read_source(std::string(AE_TEST_DATA "/") + path);
  EXPECT_TRUE(source.has_value()) << path;
  return source ? std::move(source->bytes) : std::string{};
}

Reading read_data_file(const std::string& path, const ReadOptions& options) {
  const std::vector<Source> sources{{path, data_file(path)}};
  Result<Reading> reading = read_opportunities(sources, options);
  EXPECT_TRUE(reading.has_value()) << reading.error().message.in(Language::kEnglish);
  return reading ? std::move(*reading) : Reading{};
}

Result<Reading> read_text(std::string_view text, const ReadOptions& options) {
  const std::vector<Source> sources{{"deals.csv", std::string(text)}};
  return read_opportunities(sources, options);
}

std::vector<std::string> note_codes(const Reading& reading) {
  std::vector<std::string> codes;
  for (const Note& note : reading.notes) codes.push_back(note.code);
  return codes;
}

std::string note_text(const Reading& reading, std::string_view code) {
  for (const Note& note : reading.notes) {
    if (note.code == code) return note.text.in(Language::kEnglish);
  }
  return {};
}

Total total_of(const Reading& reading, DealState state) {
  Total total;
  for (const table::OpportunityChunk& chunk : reading.table.chunks) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      if (chunk.state[row] != state) continue;
      ++total.count;
      if (chunk.amount[row] == table::kNoAmount) continue;
      ++total.with_amount;
      total.minor += chunk.amount[row];
    }
  }
  return total;
}

std::vector<std::string> rows_as_text(const Reading& reading) {
  std::vector<std::string> lines;
  for (const table::OpportunityChunk& chunk : reading.table.chunks) {
    for (std::size_t index = 0; index < chunk.rows(); ++index) {
      const table::OpportunityRow row = chunk.row(index);
      std::string line =
          fmt::format("{}:{} {} {} {} {} {} {}", row.source, row.line, key(row.stage), key(row.state),
                      row.amount, row.currency.code(), row.probability.millionths(), key(row.category));
      for (const std::string_view text : row.texts) line += fmt::format("|{}", text);
      for (const Date date : row.dates) line += fmt::format("|{}", date.iso());
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace ae::ingest::testing

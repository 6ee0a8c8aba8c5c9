#include "ae/ingest/json/read_json.h"

#include <gtest/gtest.h>

namespace ae::ingest::json {
namespace {

/// All cells: records by lines, cells by '|'.
std::string cells_of(std::string_view text) {
  const Result<JsonTable> table = read_json(text, "deals.json");
  if (!table) return table.error().code;
  std::string cells;
  for (std::size_t record = 0; record < table->records.size(); ++record) {
    cells += std::to_string(table->records.line(record)) + ":";
    for (const csv::Cell& cell : table->records[record]) (cells += cell.text) += '|';
    cells += '\n';
  }
  return cells;
}

TEST(Json, ColumnsComeInTheOrderOfTheirFirstUse) {
  EXPECT_EQ(cells_of(R"([{"a":1,"b":"x"},{"c":true,"a":null},{}])"), "0:a|b|c|\n1:1|x|\n2:||true|\n");
}

TEST(Json, NumbersKeepTheirDigits) {
  EXPECT_EQ(cells_of(R"([{"a":0.1,"b":12345678901234567.89,"c":-1e3,"d":1.50}])"),
            "0:a|b|c|d|\n1:0.1|12345678901234567.89|-1e3|1.50|\n");
  EXPECT_EQ(cells_of(R"([{"a":NaN,"b":-Infinity,"c":0}])"), "0:a|b|c|\n1:NaN|-Infinity|0|\n");
}

TEST(Json, LinesCountAndMayBeIndented) {
  EXPECT_EQ(cells_of("{\"a\":1}\n\n{\"a\":\n2}\r\n{\"a\":3}"), "0:a|\n1:1|\n3:2|\n5:3|\n");
  EXPECT_TRUE(read_json("{\"a\":[{\"b\":1}]}\n{\"a\":2}", "f")->lines);
}

TEST(Json, ObjectsInsideBecomeColumnsAndListsText) {
  EXPECT_EQ(cells_of(R"([{"account":{"name":"A","owner":{"id":7}},"tags":["x",1,null],"deep":[{"k":1}]}])"),
            "0:account.name|account.owner.id|tags|deep|\n1:A|7|x; 1; |[{\"k\":1}]|\n");
}

TEST(Json, TheArrayOfAnEnvelope) {
  EXPECT_EQ(cells_of(R"({"totalSize":1,"done":true,"ids":[1],"records":[{"a":1}],"next":null})"),
            "0:a|\n1:1|\n");
}

TEST(Json, Escapes) {
  EXPECT_EQ(cells_of(R"([{"a":"\u5546\u673a \ud83d\ude00 \"\\\/\n\ud800x"}])"),
            "0:a|\n1:商机 😀 \"\\/\n\uFFFDx|\n");
}

TEST(Json, WhatIsWrongHasItsPlace) {
  const Error error = read_json("[{\"a\":1},\n{\"a\":01}]", "f").error();
  EXPECT_EQ(error.code, "json_syntax");
  EXPECT_EQ(error.place, (Place{"f", 2, 7}));
  for (const char* text :
       {"[{\"a\":1}", "[{\"a\":1}] x", "[{\"a\" 1}]", "[{\"a\":\"\x01\"}]", "{\"a\":1}\n{\"a\"",
        "[{\"a\":\"\\u0000\"}]", "[{\"a\":1,}]", "[{\"a\":tru}]", "[{\"a\":.5}]"}) {
    EXPECT_EQ(cells_of(text), "json_syntax") << text;
  }
  EXPECT_EQ(cells_of(std::string(100'000, '[')), "json_no_table");
  EXPECT_EQ(cells_of("[{\"a\":" + std::string(100'000, '[')), "json_syntax");
  EXPECT_EQ(cells_of("[1,2]"), "json_no_table");
  EXPECT_EQ(cells_of("[]"), "json_no_table");
  EXPECT_EQ(cells_of("{}"), "json_no_table");
}

TEST(Json, ANameTwice) {
  EXPECT_EQ(cells_of(R"([{"amount":1,"amount":1}])"), "0:amount|\n1:1|\n");
  EXPECT_EQ(cells_of(R"([{"amount":1,"amount":2}])"), "json_name_twice");
}

TEST(Json, LooksLikeIt) {
  for (const char* text : {"[{", " [\n {\"", "{\"a\"", "[]"}) EXPECT_TRUE(looks_like_json(text)) << text;
  for (const char* text : {"[Deal],Amount", "{name},b", "id,stage", "", "["})
    EXPECT_FALSE(looks_like_json(text)) << text;
}

}  // namespace
}  // namespace ae::ingest::json

#include "ae/table/text_column.h"

#include <gtest/gtest.h>

namespace ae::table {
namespace {

TEST(TextColumn, EachWordIsStoredOnceAndTheEmptyOneIsCodeZero) {
  TextColumn column;
  for (const char* word : {"Ana", "", "Ben", "Ana"}) column.append(word);
  EXPECT_EQ(column.size(), 4U);
  EXPECT_EQ(column.distinct(), 3U);
  EXPECT_EQ(column.code(1), TextColumn::kEmpty);
  EXPECT_EQ(column.code(0), column.code(3));
  EXPECT_EQ(column.at(2), "Ben");
}

TEST(TextColumn, WordsOutliveWhatTheyWereCopiedFromAndCopiesAreIndependent) {
  TextColumn column;
  {
    const std::string passing = "a word that is too long to be stored inside the string itself";
    column.append(passing);
  }
  TextColumn copy = column;
  const TextColumn moved = std::move(column);
  copy.append("another");
  copy.append("a word that is too long to be stored inside the string itself");
  EXPECT_EQ(moved.size(), 1U);
  EXPECT_EQ(moved.at(0), copy.at(2));
  EXPECT_EQ(copy.code(0), copy.code(2));
}

}  // namespace
}  // namespace ae::table

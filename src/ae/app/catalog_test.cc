// What holds for every operation of the catalog, whoever adds it.

#include "ae/app/catalog.h"

#include <set>

#include <gtest/gtest.h>

#include "ae/app/settings.h"
#include "ae/render/json.h"

namespace ae::app {
namespace {

TEST(Catalog, NamesAreUniqueAndAreFound) {
  std::set<std::string> names;
  for (const Operation& operation : catalog()) {
    EXPECT_TRUE(names.insert(operation.name).second) << operation.name;
    EXPECT_EQ(find_operation(operation.name), &operation);
  }
  EXPECT_EQ(find_operation("no such thing"), nullptr);
}

TEST(Catalog, FlagsAreUniqueWithinAnOperationAndMeanTheSameEverywhere) {
  std::map<std::string, Text> meaning;
  for (const Operation& operation : catalog()) {
    std::set<std::string> names;
    for (const FlagSpec& flag : operation.flags) {
      EXPECT_TRUE(names.insert(flag.name).second) << operation.name << " " << flag.name;
      EXPECT_EQ(meaning.emplace(flag.name, flag.definition).first->second, flag.definition) << flag.name;
    }
  }
}

TEST(Catalog, PositionalArgumentsSetAFlagOfTheOperation) {
  for (const Operation& operation : catalog()) {
    const bool has_flag =
        std::any_of(operation.flags.begin(), operation.flags.end(),
                    [&](const FlagSpec& flag) { return flag.name == operation.words_flag; });
    EXPECT_EQ(has_flag, !operation.words.empty()) << operation.name;
  }
}

TEST(Catalog, EveryOperationTakesFormatLanguageAndErrors) {
  for (const Operation& operation : catalog()) {
    for (const char* needed : {"format", "lang", "errors", "out", "config"}) {
      EXPECT_TRUE(std::any_of(operation.flags.begin(), operation.flags.end(),
                              [&](const FlagSpec& flag) { return flag.name == needed; }))
          << operation.name << " lacks " << needed;
    }
  }
}

TEST(Catalog, EveryChoiceOfAFlagIsAcceptedAndOthersAreNot) {
  for (const Operation& operation : catalog()) {
    for (const FlagSpec& flag : operation.flags) {
      Invocation invocation;
      for (const std::string& choice : flag.choices)
        EXPECT_TRUE(flag.set(invocation, choice).has_value()) << flag.name << " " << choice;
      if (flag.choices.empty()) continue;

      EXPECT_FALSE(flag.set(invocation, "no such choice").has_value()) << flag.name;
    }
  }
}

TEST(Catalog, EveryOperationHasASchemaOfItsResult) {
  for (const Operation& operation : catalog()) {
    render::JsonWriter json({Language::kEnglish});
    json.begin_object();
    operation.write_result_schema(json);
    json.end_object();
    EXPECT_NE(std::move(json).finish().find("\"type\": \"object\""), std::string::npos) << operation.name;
  }
}

}  // namespace
}  // namespace ae::app

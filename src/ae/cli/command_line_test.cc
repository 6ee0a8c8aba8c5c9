#include "ae/cli/command_line.h"

#include <gtest/gtest.h>

namespace ae::cli {
namespace {

CommandLine parsed(const std::vector<std::string>& arguments) {
  const Result<CommandLine> command = parse_command_line(arguments);
  EXPECT_TRUE(command.has_value());
  return command ? *command : CommandLine{};
}

Error refused(const std::vector<std::string>& arguments) {
  const Result<CommandLine> command = parse_command_line(arguments);
  EXPECT_FALSE(command.has_value());
  return command ? Error{} : command.error();
}

std::string setting(const CommandLine& command, const std::string& flag) {
  for (const app::Setting& each : command.settings) {
    if (each.flag == flag) return each.value;
  }
  return "(not set)";
}

TEST(CommandLine, FlagsTakeTheirValueAfterABlankOrAnEqualsSign) {
  const CommandLine command = parsed({"pipeline", "--quota", "5", "--as-of=2026-02-15", "--strict"});
  EXPECT_EQ(command.operation->name, "pipeline");
  EXPECT_EQ(setting(command, "quota"), "5");
  EXPECT_EQ(setting(command, "as_of"), "2026-02-15");
  EXPECT_EQ(setting(command, "strict"), "true");
}

TEST(CommandLine, FlagsMayStandBeforeTheCommand) {
  const CommandLine command = parsed({"--lang", "zh", "policy", "show"});
  EXPECT_EQ(command.operation->name, "policy show");
  EXPECT_EQ(setting(command, "lang"), "zh");
}

TEST(CommandLine, AFileAloneMeansItsPipeline) {
  const CommandLine command = parsed({"deals.csv", "--quota", "5"});
  EXPECT_EQ(command.operation->name, "pipeline");
  EXPECT_EQ(setting(command, "data"), "deals.csv");
}

TEST(CommandLine, StandardInputAloneMeansItsPipeline) { EXPECT_EQ(setting(parsed({"-"}), "data"), "-"); }

TEST(CommandLine, FilesMayStandWithoutTheirFlag) {
  const CommandLine command = parsed({"hygiene", "a.csv", "b.csv"});
  ASSERT_EQ(command.settings.size(), 2U);
  EXPECT_EQ(command.settings[1].value, "b.csv");
}

TEST(CommandLine, AfterTwoDashesAllAreWords) {
  EXPECT_EQ(setting(parsed({"pipeline", "--", "--odd.csv"}), "data"), "--odd.csv");
}

TEST(CommandLine, JsonIsShortForItsFormat) {
  EXPECT_EQ(setting(parsed({"catalog", "--json"}), "format"), "json");
}

TEST(CommandLine, NothingAtAllMeansHelp) { EXPECT_EQ(parsed({}).action, CommandLine::Action::kHelp); }

TEST(CommandLine, HelpKnowsItsCommand) {
  EXPECT_EQ(parsed({"help", "policy", "check"}).operation->name, "policy check");
  EXPECT_EQ(parsed({"coverage", "--help"}).operation->name, "coverage");
  EXPECT_EQ(parsed({"policy"}).word, "policy");
}

TEST(CommandLine, AMistypedCommandIsSuggestedAndNotTakenForAFile) {
  const Error error = refused({"pipelin"});
  EXPECT_EQ(error.code, "unknown_command");
  EXPECT_EQ(error.did_you_mean, std::vector<std::string>{"pipeline"});
}

TEST(CommandLine, ASlipOfAGroupOfCommandsIsTold) {
  const Error error = parse_command_line({"stgae", "show"}).error();
  EXPECT_EQ(error.code, "unknown_command");
  ASSERT_FALSE(error.did_you_mean.empty());
  EXPECT_EQ(error.did_you_mean.front(), "stage");
}

TEST(CommandLine, AMistypedFlagIsSuggested) {
  const Error error = refused({"pipeline", "--quotta", "5"});
  EXPECT_EQ(error.code, "unknown_flag");
  EXPECT_EQ(error.did_you_mean.front(), "--quota");
}

TEST(CommandLine, AFlagWithoutItsValueIsRefused) {
  EXPECT_EQ(refused({"pipeline", "--quota"}).code, "missing_value");
}

TEST(CommandLine, AWordWhereNoneIsTakenIsRefused) {
  EXPECT_EQ(refused({"catalog", "x"}).code, "unexpected_word");
}

TEST(CommandLine, CompletionNeedsAShellItKnows) {
  EXPECT_EQ(parsed({"completion", "fish"}).word, "fish");
  EXPECT_EQ(refused({"completion", "tcsh"}).code, "no_such_shell");
}

TEST(CommandLine, EarlyValueIsTheLastOne) {
  EXPECT_EQ(early_value({"--lang", "en", "--lang=zh"}, "--lang"), "zh");
  EXPECT_EQ(early_value({"--language", "x"}, "--lang"), "");
}

}  // namespace
}  // namespace ae::cli

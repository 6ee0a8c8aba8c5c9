// The pages tell people what to run, so what they tell has to be there.

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/app/catalog.h"
#include "ae/config/content.h"
#include "ae/method/coaching.h"
#include "ae/playbook/topic.h"
#include "ae/report/playbook_place.h"

namespace ae::app {
namespace {

/// The `ae …` commands of all pages, without "ae".
std::set<std::string> commands_on_pages() {
  static const std::regex kCommand("`ae ([^`]*)`");
  std::set<std::string> found;
  for (const config::ContentFile& file : config::content_files()) {
    if (!file.path.starts_with("playbook/")) continue;
    const std::string bytes(file.bytes);
    for (std::sregex_iterator at(bytes.begin(), bytes.end(), kCommand), end; at != end; ++at)
      found.insert((*at)[1].str());
  }
  return found;
}

std::string words_of(const std::string& command, int count) {
  std::istringstream words(command);
  std::string word;
  std::string all;
  for (int index = 0; index < count && words >> word; ++index) all += (all.empty() ? "" : " ") + word;
  return all;
}

const Operation* operation_of(const std::string& command) {
  const Operation* two = find_operation(words_of(command, 2));
  return two != nullptr ? two : find_operation(words_of(command, 1));
}

TEST(PlaybookCommands, AreInTheCatalog) {
  EXPECT_GE(commands_on_pages().size(), 30U);
  for (const std::string& command : commands_on_pages())
    EXPECT_NE(operation_of(command), nullptr) << "ae " << command;
}

TEST(PlaybookCommands, HaveFlagsThatTheCommandTakes) {
  static const std::regex kFlag("(--[a-z-]+)");
  for (const std::string& command : commands_on_pages()) {
    const Operation* operation = operation_of(command);
    if (operation == nullptr) continue;
    for (std::sregex_iterator at(command.begin(), command.end(), kFlag), end; at != end; ++at) {
      const std::string flag = (*at)[1].str();
      EXPECT_TRUE(std::any_of(operation->flags.begin(), operation->flags.end(),
                              [&](const FlagSpec& spec) { return spec.is_spelled(flag); }))
          << "ae " << command << ": " << flag;
    }
  }
}

TEST(PlaybookPlaces, ThatReportsNameAreThere) {
  namespace place = report::playbook_place;
  const std::vector<playbook::Topic> topics = playbook::topics(default_policy());
  for (const std::string_view named : {place::kLowCoverage, place::kWeeklyReview, place::kWeeklyCall}) {
    const std::size_t mark = named.find('#');
    const auto topic = std::find_if(topics.begin(), topics.end(), [&](const playbook::Topic& each) {
      return each.id == named.substr(0, mark);
    });
    ASSERT_NE(topic, topics.end()) << named;
    EXPECT_FALSE(playbook::section_of(*topic, named.substr(mark + 1)).empty()) << named;
  }
}

TEST(PlaybookPlaces, ThatCoachingCuesNameAreThere) {
  const std::vector<playbook::Topic> topics = playbook::topics(default_policy());
  for (const method::CoachingMetric metric : enumerators<method::CoachingMetric>()) {
    EXPECT_TRUE(std::any_of(topics.begin(), topics.end(), [&](const playbook::Topic& topic) {
      return topic.id == method::playbook_page(metric);
    })) << key(metric);
  }
}

}  // namespace
}  // namespace ae::app

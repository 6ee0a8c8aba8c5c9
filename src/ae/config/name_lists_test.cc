#include "ae/config/name_lists.h"

#include <string>

#include <gtest/gtest.h>

#include "ae/config/content.h"
#include "ae/config/toml.h"

namespace ae::config {
namespace {

using Names = std::vector<std::string_view>;

TEST(NameLists, StandUnderTheirSections) {
  const auto lists = NameLists::read(
      "# of whom\nheaders = [\"A # B\"]\n\n[fields]  # what\nowner = [\"owner\", \"l'agent\",\n  \"销售\" , "
      "# more\n"
      "]\nname=[]\n[stages]\nowner = [ \"x\" ]\n");
  ASSERT_TRUE(lists.has_value());
  EXPECT_EQ(lists->names("", "headers"), Names{"A # B"});
  EXPECT_EQ(lists->names("fields", "owner"), (Names{"owner", "l'agent", "销售"}));
  EXPECT_EQ(lists->names("stages", "owner"), Names{"x"});
  EXPECT_TRUE(lists->names("fields", "name").empty());
  EXPECT_TRUE(lists->names("fields", "team").empty());
  EXPECT_EQ(lists->lists().size(), 4U);
}

TEST(NameLists, LeaveAllOtherTomlAlone) {
  for (const std::string_view bytes :
       {"a = 1", "a = [1]", "a = [\"x\\n\"]", "a = ['x']", "a = [\"\"\"x\"\"\"]", "a = [\"x\" \"y\"]",
        "a = [\"x\"", "[a.b]\n", "[[a]]\n", "[a\nb = [\"x\"]", "a = [[\"x\"]]", "a = [\"x\ny\"]",
        "= [\"x\"]"})
    EXPECT_FALSE(NameLists::read(bytes).has_value()) << bytes;
}

/// The lists of a table as the parser of all of TOML gives them.
std::size_t check_lists(const NameLists& lists, const TomlNode& table, std::string_view section) {
  std::size_t found = 0;
  for (const TomlEntry& entry : *table.table()) {
    if (entry.node.table() != nullptr) {
      found += check_lists(lists, entry.node, entry.name);
      continue;
    }
    Names names;
    for (const TomlNode& name : *entry.node.array()) names.push_back(*name.string());
    EXPECT_EQ(lists.names(section, entry.name), names) << section << '.' << entry.name;
    ++found;
  }
  return found;
}

TEST(NameLists, OfEveryPresetAreWhatTheParserReads) {
  std::size_t presets = 0;
  for (const ContentFile& file : content_files()) {
    if (!file.path.starts_with("presets/")) continue;
    ++presets;
    const auto lists = NameLists::read(file.bytes);
    ASSERT_TRUE(lists.has_value()) << file.path;
    const Result<TomlNode> tree = parse_toml(file.bytes, std::string(file.path));
    ASSERT_TRUE(tree.has_value()) << file.path;
    EXPECT_EQ(check_lists(*lists, *tree, ""), lists->lists().size()) << file.path;
  }
  EXPECT_GT(presets, 10U);
}

}  // namespace
}  // namespace ae::config

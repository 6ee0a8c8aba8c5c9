#include "ae/records/deal_file.h"

#include <gtest/gtest.h>

#include "ae/domain/stage_check.h"

namespace ae::records {
namespace {

const Date kToday = *Date::from_iso("2026-02-15");

std::vector<Error> errors_in(std::string_view bytes) {
  std::vector<Error> errors;
  read_deal(bytes, "deal.toml", default_policy(), kToday, errors);
  return errors;
}

DealRecord deal_of(std::string_view bytes) {
  std::vector<Error> errors;
  DealFile file = read_deal(bytes, "deal.toml", default_policy(), kToday, errors);
  for (const Error& error : errors) ADD_FAILURE() << error.code << " " << error.place.line;
  return file.deal;
}

TEST(DealFile, HoldsFactsPeopleAndEvidence) {
  const DealRecord deal = deal_of(R"(name = "Norrland"
stage = "提案"
currency = "JPY"
amount = 84000
[[contacts]]
name = "Dana Wu"
role = "economic_buyer"
[evidence.meeting_held]
what = "Told us what an outage costs"
date = 2026-01-12
[scorecard.budget]
score = 4
)");
  EXPECT_EQ(deal.stage, Stage::kProposal);
  EXPECT_EQ(deal.amount->str(), "84000");
  EXPECT_EQ(deal.contact("Dana Wu")->role, ContactRole::kEconomicBuyer);
  EXPECT_EQ(deal.evidence_for("meeting_held")->date, Date::from_iso("2026-01-12"));
  EXPECT_EQ(deal.scorecard.scores()[Criterion::kBudget], 4);
}

TEST(DealFile, EveryFaultIsToldWithItsPlaceInOneGo) {
  const std::vector<Error> errors = errors_in(R"(name = "Norrland"
stage = "porposal"
amount = 12.345
[evidence.meeting_helt]
what = "x"
[evidence.meeting_held]
date = 2027-01-01
[scorecard.budget]
score = 6
colour = "red"
[[contacts]]
title = "CFO"
)");
  std::vector<std::pair<std::string, std::int64_t>> found;
  for (const Error& error : errors) found.emplace_back(error.code, error.place.line);
  EXPECT_EQ(found, (std::vector<std::pair<std::string, std::int64_t>>{{"deal_bad_value", 2},
                                                                      {"deal_bad_value", 3},
                                                                      {"deal_unknown_item", 4},
                                                                      {"deal_date_in_future", 7},
                                                                      {"deal_score_out_of_range", 9},
                                                                      {"deal_unknown_field", 10},
                                                                      {"deal_missing_field", 11}}));
  EXPECT_EQ(errors[0].did_you_mean, std::vector<std::string>{"proposal"});
  EXPECT_EQ(errors[2].did_you_mean, std::vector<std::string>{"meeting_held"});
}

TEST(DealTemplate, IsASoundDealInEveryLanguage) {
  for (const Languages& languages : {Languages{Language::kEnglish}, Languages{Language::kChinese},
                                     Languages{Language::kEnglish, Language::kChinese}}) {
    const DealRecord deal = deal_of(deal_template("Norrland \"客户\"", kToday, languages));
    EXPECT_EQ(deal.name, "Norrland \"客户\"");
    EXPECT_EQ(deal.created_date, kToday);
  }
}

/// What a person fills in by taking the comments' signs away.
TEST(DealTemplate, StaysSoundWhenEverythingInItIsFilledIn) {
  std::string filled;
  const std::string text = deal_template("Norrland", kToday, {Language::kEnglish});
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    std::string line = text.substr(at, end - at);
    const bool is_entry =
        line.rfind("# ", 0) == 0 && (line.find(" = ") != std::string::npos || line[2] == '[');
    if (is_entry) line = line.substr(2);
    if (const std::size_t bar = line.find('|'); is_entry && bar != std::string::npos)
      line = line.substr(0, bar) + "\"";  // the first word of those that there may be
    if (const std::size_t future = line.find("2026-03-31"); future != std::string::npos)
      line.replace(future, 10, "2026-02-15");
    filled += line + "\n";
    at = end + 1;
  }
  const DealRecord deal = deal_of(filled);
  EXPECT_TRUE(deal.amount.has_value());
  EXPECT_TRUE(sum_of(deal.scorecard.scores(), default_policy().scorecard).bant_qualified);
  EXPECT_TRUE(
      unmet_on_the_way(Stage::kProspect, Stage::kClosedWon, {&deal, {}, kToday, &default_policy()}).empty());
}

}  // namespace
}  // namespace ae::records

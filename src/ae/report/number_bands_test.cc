#include "ae/report/number_bands.h"

#include <initializer_list>

#include <gtest/gtest.h>

namespace ae::report {
namespace {

/// Lost deals by what stands in their cells.
BandedDeals lost(OpportunityField field, std::initializer_list<std::string> words) {
  DealsByWords deals;
  for (const std::string& word : words) ++deals[word].lost.count;
  return banded(field, deals, default_policy());
}

/// The key of the band of the first of these cells; "" where it is unread.
std::string band(OpportunityField field, const std::string& word, const std::string& beside) {
  DealsByWords deals;
  deals[beside].lost.count = 1;
  deals[word].won.count = 1;
  const BandedDeals read = banded(field, deals, default_policy());
  const std::vector<NumberBand> bands = bands_of(field, default_policy());
  for (std::size_t at = 0; at < bands.size(); ++at) {
    if (read.bands[at].won.count > 0) return bands[at].key;
  }
  return {};
}

std::string discount(const std::string& word, const std::string& beside = "0") {
  return band(OpportunityField::kDiscount, word, beside);
}

TEST(NumberBands, ADiscountIsReadByItsColumn) {
  EXPECT_EQ(discount("12.5%"), "moderate");
  EXPECT_EQ(discount("12,5 ％"), "moderate");
  EXPECT_EQ(discount("0.125"), "moderate");
  EXPECT_EQ(discount("12.5"), "moderate");
  EXPECT_EQ(discount("5"), "standard") << "5 % and not 500 %";
  EXPECT_EQ(discount("1", "0.125"), "exception") << "among parts of one, 1 is everything";
  EXPECT_EQ(discount("1", "12.5"), "standard") << "among percents, 1 is one of a hundred";
  EXPECT_EQ(discount("0"), "none");
  EXPECT_EQ(discount("0%", "12%"), "none");
}

TEST(NumberBands, ADiscountThatCanBeTwoThingsIsNeither) {
  EXPECT_EQ(discount("0.5", "12.5"), "") << "0.5 % or 50 %";
  EXPECT_EQ(discount("0.5", "20%"), "");
  EXPECT_EQ(discount("1", "0"), "") << "1 % or 100 %, or a yes";
}

TEST(NumberBands, AChineseDiscountSaysWhatIsLeftOfThePrice) {
  EXPECT_EQ(discount("9折"), "standard");
  EXPECT_EQ(discount("85折"), "moderate");
  EXPECT_EQ(discount("8.5 折"), "moderate");
  EXPECT_EQ(discount("7折"), "exception");
  EXPECT_EQ(discount("10折"), "none");
  EXPECT_EQ(discount("0折"), "");
}

TEST(NumberBands, WhatIsNoDiscountIsUnreadAndNeverNone) {
  EXPECT_EQ(lost(OpportunityField::kDiscount, {"yes", "-5%", "10-15%", "5%"}).unread, 3);
  EXPECT_EQ(lost(OpportunityField::kDiscount, {"yes", "-5%", "10-15%", "5%"}).bands[0].count(), 0);
}

TEST(NumberBands, DiscountsAboveAHundredAreMoney) {
  const BandedDeals read = lost(OpportunityField::kDiscount, {"5", "5000", "0"});
  EXPECT_TRUE(read.not_a_percent);
  for (const ClosedDeals& deals : read.bands) EXPECT_EQ(deals.count(), 0);
}

TEST(NumberBands, AMarginIsReadByItsColumnAndMayBeALoss) {
  const auto margin = [](const std::string& word, const std::string& beside = "0") {
    return band(OpportunityField::kMargin, word, beside);
  };
  EXPECT_EQ(margin("-5%"), "below_0");
  EXPECT_EQ(margin("-0.05"), "below_0");
  EXPECT_EQ(margin("0"), "0-20");
  EXPECT_EQ(margin("20"), "20-40");
  EXPECT_EQ(margin("0.599"), "40-60");
  EXPECT_EQ(margin("100%"), "60+");
  EXPECT_EQ(margin("0.5", "42"), "") << "0.5 % or 50 %";
  EXPECT_EQ(margin("-0.5", "42"), "");
  EXPECT_EQ(margin("6折"), "") << "what is left of the price is no margin";
  EXPECT_TRUE(lost(OpportunityField::kMargin, {"40", "12000"}).not_a_percent);
}

TEST(NumberBands, PushesAndContactsAreWholeNumbers) {
  const auto pushes = [](const std::string& word) { return band(OpportunityField::kPushes, word, "0"); };
  const auto contacts = [](const std::string& word) { return band(OpportunityField::kContacts, word, "9"); };
  EXPECT_EQ(pushes("0.0"), "0");
  EXPECT_EQ(pushes("2"), "2");
  EXPECT_EQ(pushes("17"), "3+");
  EXPECT_EQ(pushes("1.5"), "");
  EXPECT_EQ(contacts("1"), "1");
  EXPECT_EQ(contacts("2"), "2");
  EXPECT_EQ(contacts("4"), "3-4");
  EXPECT_EQ(contacts("5"), "5+");
  EXPECT_EQ(contacts("0"), "") << "nobody sells to nobody: it was not filled in";
  EXPECT_EQ(contacts("Ana; Ben"), "");
}

}  // namespace
}  // namespace ae::report

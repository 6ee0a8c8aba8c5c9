#include "ae/ingest/read_side_files.h"

#include <gtest/gtest.h>

namespace ae::ingest {
namespace {

const Date kAsOf = *Date::from_iso("2026-02-15");
const Currency kUsd = *Currency::from_code("USD");

Result<std::vector<Quota>> quotas(std::string text) {
  std::vector<Note> notes;
  return read_quotas({"quotas.csv", std::move(text)}, FiscalCalendar{}, kAsOf, kUsd, notes);
}
Result<ExchangeRates> rates(std::string text) {
  std::vector<Note> notes;
  return read_exchange_rates({"rates.csv", std::move(text)}, notes);
}

TEST(PriceList, APriceWithoutACurrencyIsInThatOfTheDeals) {
  const auto read = read_price_list({"products.csv", "Product,List Price\nKit,\"1,250.50\"\nRope,\n"}, kUsd);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->prices.size(), 1U);
  EXPECT_EQ(read->prices[0].product, "Kit");
  EXPECT_EQ(read->prices[0].price, (Money{125'050, kUsd}));
  EXPECT_TRUE(read->notes.empty());
}

TEST(PriceList, AProductMayHaveAPriceInEachCurrency) {
  const auto read = read_price_list({"products.csv", "product,price\nKit,$5\nkit,€4\nK it,$5\n"}, kUsd);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->prices.size(), 2U);
  const auto error = read_price_list({"products.csv", "product,price\nKit,$5\nkit,$6\n"}, kUsd).error();
  EXPECT_EQ(error.code, "duplicate_price");
  EXPECT_EQ(error.place, (Place{"products.csv", 3, 5}));
}

TEST(Quotas, OwnersAndTeams) {
  const auto read = quotas("owner,team,period,quota\nAna,West,2026-Q1,\"$450,000.00\"\n,West,Q1,900000\n");
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].owner, "Ana");
  EXPECT_EQ((*read)[0].amount, (Money{45'000'000, kUsd}));
  EXPECT_EQ((*read)[1].team, "West");
  EXPECT_EQ((*read)[1].period.name, "2026-Q1");
}

TEST(Quotas, EveryWrongCellIsAnErrorWithItsPlace) {
  const auto error = [](const std::string& rows) {
    return quotas("owner,team,period,quota\nAna,West,Q1,5\n" + rows).error();
  };
  EXPECT_EQ(error("Ben,West,Q1,0\n").code, "quota_not_positive");
  EXPECT_EQ(error("Ben,West,Q1,0\n").place, (Place{"quotas.csv", 3, 13}));
  EXPECT_EQ(error("Ben,West,Q1,-5\n").code, "quota_not_positive");
  EXPECT_EQ(error("Ben,West,Q5,5\n").code, "unknown_period");
  EXPECT_EQ(error(",,Q1,5\n").code, "quota_of_nobody");
  EXPECT_EQ(error("Ana,West,2026-Q1,7\n").code, "duplicate_quota");
  EXPECT_EQ(error("Ben,West,Q1,lots\n").code, "quota_unreadable");
  EXPECT_EQ(error("Ben,West,Q1,\n").code, "quota_missing");
  EXPECT_EQ(error("Ben,West,Q1,€5\n").code, "quota_currency");
  EXPECT_EQ(error("Ben,West,Q1,1.234\n").code, "ambiguous_number");
  EXPECT_EQ(error("Ben,West,Q1\n").code, "ragged_row");
  EXPECT_EQ(quotas("owner,quota\nAna,5\n").error().code, "missing_column");
  EXPECT_EQ(quotas("owner,period,quota\n").error().code, "no_rows");
}

TEST(Rates, ReadExactly) {
  const auto read = rates("date,from,to,rate\n2026-01-01,EUR,USD,1.0825\n2026-02-01,eur,usd,1.1\n");
  ASSERT_TRUE(read.has_value());
  const Money euros{10'000, *Currency::from_code("EUR")};
  EXPECT_EQ(read->convert(euros, kUsd, kAsOf), (Money{11'000, kUsd}));
  EXPECT_EQ(read->convert(euros, kUsd, *Date::from_iso("2026-01-31")), (Money{10'825, kUsd}));
  EXPECT_EQ(read->common_target(), kUsd);
}

TEST(Rates, EveryWrongCellIsAnErrorWithItsPlace) {
  const auto error = [](const std::string& row) { return rates("date,from,to,rate\n" + row + "\n").error(); };
  EXPECT_EQ(error("2026-01-01,EUR,USD,0").code, "rate_not_positive");
  EXPECT_EQ(error("2026-01-01,EUR,USD,-1.5").code, "rate_not_positive");
  EXPECT_EQ(error("2026-01-01,EUR,USD,\"1,08\"").code, "rate_unreadable");
  EXPECT_EQ(error("2026-01-01,EUR,USD,1e3").code, "rate_unreadable");
  EXPECT_EQ(error("2026-01-01,EUR,USD,").code, "rate_unreadable");
  EXPECT_EQ(error("2026-01-01,Euro,USD,1").code, "unknown_currency");
  EXPECT_EQ(error("2026-01-01,EUR,Dollar,1").place, (Place{"rates.csv", 2, 16}));
  EXPECT_EQ(error("01/02/2026,EUR,USD,1").code, "rate_date_unreadable");
  EXPECT_EQ(error("2026-02-30,EUR,USD,1").code, "rate_date_unreadable");
}

TEST(SideFiles, TitlesAndTotalsAreLeftOutWithANote) {
  std::vector<Note> notes;
  const Source source{"quotas.csv",
                      "Quotas of the year\n\nowner,team,period,quota\nJane,North,2026-Q1,100\n"
                      "Wei,North,2026-Q1,200\nTotal,,,300\n\nExported by Sales Operations\n"};
  const Result<std::vector<Quota>> read = read_quotas(source, FiscalCalendar{}, kAsOf, kUsd, notes);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->size(), 2U);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].text.in(Language::kEnglish),
            "Lines of quotas.csv that are no rows of its table, not read: line 1, 6, 8");
}

TEST(SideFiles, AnAssumedEncodingIsSaid) {
  std::vector<Note> notes;
  const Source source{"quotas.csv",
                      "owner,period,quota\nJos\xE9 Garc\xED"
                      "a,2026-Q1,100\n"};
  ASSERT_TRUE(read_quotas(source, FiscalCalendar{}, kAsOf, kUsd, notes).has_value());
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].code, "encoding_assumed");
}

}  // namespace
}  // namespace ae::ingest

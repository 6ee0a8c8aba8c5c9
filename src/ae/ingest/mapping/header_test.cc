#include "ae/ingest/mapping/header.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/mapping/preset.h"

namespace ae::ingest {
namespace {

using enum OpportunityField;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Result<ColumnMap> mapped(std::vector<std::string> headers,
                         const std::map<OpportunityField, std::string>& chosen = {}) {
  return map_header(std::move(headers), chosen, {"deals.csv", 1, 0});
}

std::string english(const Message& message) { return message.in(Language::kEnglish); }

TEST(Preset, NoNameBelongsToTwoFields) {
  std::set<std::string> seen;
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    std::set<std::string> of_field(generic_preset().columns[field].begin(),
                                   generic_preset().columns[field].end());
    for (const std::string& name : of_field) EXPECT_TRUE(seen.insert(name).second) << name;
  }
}

TEST(Preset, EveryCanonicalFieldIsKnownByItsKey) {
  for (const OpportunityField field : enumerators<OpportunityField>()) {
    EXPECT_EQ(generic_preset().columns[field].front(), normalised_name(key(field)));
  }
}

TEST(Header, MavenNames) {
  const Result<ColumnMap> map = mapped({"opportunity_id", "sales_agent", "product", "account", "deal_stage",
                                        "engage_date", "close_date", "close_value"});
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->column[kId], 0);
  EXPECT_EQ(map->column[kOwner], 1);
  EXPECT_EQ(map->column[kStage], 4);
  EXPECT_EQ(map->column[kCreatedDate], 5);
  EXPECT_EQ(map->column[kCloseDate], 6);
  EXPECT_EQ(map->column[kAmount], 7);
  EXPECT_FALSE(map->has(kClosedDate));
}

TEST(Header, ChineseNames) {
  const Result<ColumnMap> map = mapped(
      {"商机编号",     "商机名称", "客户名称", "负责人",   "团队",         "产品",         "销售阶段",
       "金额",         "币种",     "预测类别", "创建日期", "预计成交日期", "实际成交日期", "阶段变更日期",
       "最近活动日期", "下一步",   "线索来源", "竞争对手", "丢单原因",     "赢率"});
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->fields().count(), 20U);
}

TEST(Header, SampleDataNames) {
  const Result<ColumnMap> map =
      mapped({"Opportunity ID", "Opportunity Name", "Account Name",   "Owner",
              "Team",           "Segment",          "Region",         "Product",
              "Stage",          "Amount",           "Currency",       "Forecast Category",
              "Created Date",   "Close Date",       "Closed Date",    "Stage Date",
              "Last Activity",  "Next Step",        "Next Step Date", "Lead Source",
              "Type",           "Competitor",       "Loss Reason"});
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->fields().count(), 23U);
  EXPECT_TRUE(map->notes.empty());
}

TEST(Header, SalesforceInternalNames) {
  const Result<ColumnMap> map =
      mapped({"Id", "Name", "AccountId", "StageName", "Amount", "CloseDate", "IsClosed", "IsWon",
              "ForecastCategoryName", "CreatedDate", "IsDeleted", "LeadSource"});
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->fields().count(), 12U);
}

TEST(Header, EarlierSynonymWinsAndTheOthersAreNamed) {
  const Result<ColumnMap> map = mapped({"Stage", "Value", "Amount", "Deal Size"});
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->column[kAmount], 2);
  ASSERT_EQ(map->notes.size(), 1U);
  EXPECT_EQ(map->notes[0].code, "column_ambiguous");
  EXPECT_THAT(english(map->notes[0].text), HasSubstr("Amount is read, Value, Deal Size not"));
}

TEST(Header, ChosenColumnWinsAndIsTakenFromItsSynonym) {
  const Result<ColumnMap> map = mapped({"Stage", "Amount", "Name", "ARR Value"}, {{kAmount, "arr value"}});
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->column[kAmount], 3);
  EXPECT_TRUE(map->notes.empty());

  const Result<ColumnMap> moved = mapped({"Stage", "Name", "Amount"}, {{kProduct, "Name"}});
  EXPECT_FALSE(moved->has(kName));
  EXPECT_EQ(moved->column[kProduct], 1);
}

TEST(Header, TraditionalChineseJapaneseAndKoreanNames) {
  const std::vector<OpportunityField> fields{kName,        kStage,     kAmount,   kAccount,    kOwner,
                                             kCreatedDate, kCloseDate, kNextStep, kProbability};
  for (const std::vector<std::string>& headers :
       {std::vector<std::string>{"商機名稱", "階段", "金額", "客戶名稱", "負責人", "建立日期", "預計成交日期",
                                 "下一步", "贏率"},
        std::vector<std::string>{"商談名", "フェーズ", "金額", "取引先名", "担当者", "作成日", "完了予定日",
                                 "次のステップ", "確度"},
        std::vector<std::string>{"영업기회명", "영업 단계", "금액", "고객사", "담당자", "생성일",
                                 "예상 마감일", "다음 단계", "확률"}}) {
    const Result<ColumnMap> map = mapped(headers);
    ASSERT_TRUE(map.has_value()) << headers.front();
    for (std::size_t at = 0; at < fields.size(); ++at)
      EXPECT_EQ(map->column[fields[at]], static_cast<int>(at)) << headers[at];
  }
}

TEST(Header, CurrencyInTheHeaderOfTheAmount) {
  EXPECT_EQ(mapped({"Stage", "Amount (USD)"})->amount_mark.named.code(), "USD");
  EXPECT_EQ(mapped({"阶段", "金额（人民币）"})->amount_mark.named.code(), "CNY");
  EXPECT_EQ(mapped({"阶段", "金额(元)"})->amount_mark.kind, CurrencyMark::Kind::kYen);
}

TEST(Header, UnitsInTheHeaderOfTheAmountNeedNoMap) {
  for (const char* header : {"金额（万元）", "金额(元)", "金额（万）", "商机金额（单位：万元）"})
    EXPECT_EQ(mapped({"阶段", "商机名称", header})->column[kAmount], 2) << header;
  for (const char* header : {"Amount (k$)", "Amount (thousands)", "Amount (in thousands)",
                             "Deal - Value (k€)", "Amount (€ '000)", "Betrag (TEUR)", "Amount [USD]"})
    EXPECT_EQ(mapped({"Stage", "Name", header})->column[kAmount], 2) << header;
  EXPECT_EQ(mapped({"阶段", "商机名称", "金额（万元）"})->amount_mark.kind, CurrencyMark::Kind::kYen);
  EXPECT_EQ(mapped({"Stage", "Name", "Amount (k€)"})->amount_mark.named.code(), "EUR");
  EXPECT_EQ(mapped({"Stage", "Name", "Amount (net)"})->column[kAmount], ColumnMap::kAbsent);
  EXPECT_EQ(mapped({"Stage", "Name", "Amount (T)"})->column[kAmount], ColumnMap::kAbsent)
      << "an unclear unit";
}

TEST(Header, RecordBeforeTheNameAndUnitsAfterIt) {
  const Result<ColumnMap> map = mapped({"Deal - Title", "Opportunity: Stage", "Deal.Amount", "赢率（%）",
                                        "Close Date (UTC+8)", "\u200DOwner *", "'Type:", "Person - Name"});
  ASSERT_TRUE(map.has_value());
  for (const OpportunityField field : {kName, kStage, kAmount, kProbability, kCloseDate, kOwner, kType})
    EXPECT_TRUE(map->has(field)) << key(field);
  EXPECT_EQ(map->column[kName], 0);
}

TEST(Header, EachColumnSaysWhoNamedIt) {
  const Result<ColumnMap> map =
      mapped({"Topic", "Est. Revenue", "Pipeline Phase", "Owner", "Region"}, {{kRegion, "Region"}});
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->names().name, "dynamics");
  EXPECT_EQ(map->provenance[kAmount], Provenance::kPreset);
  EXPECT_EQ(map->provenance[kRegion], Provenance::kUser);
  EXPECT_EQ(map->provenance[kTeam], Provenance::kNone);
  EXPECT_EQ(mapped({"Stage", "Amount"})->provenance[kAmount], Provenance::kSynonym);
}

TEST(Header, APresetMayUseANameThatIsAnotherFieldElsewhere) {
  const Result<ColumnMap> map = mapped({"name", "sales_stage", "date_closed", "date_entered", "amount"});
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->names().name, "suitecrm");
  EXPECT_EQ(map->column[kCloseDate], 2);
  EXPECT_FALSE(map->has(kClosedDate));
}

TEST(Header, StatusStandsBesideTheStageOrForIt) {
  const Result<ColumnMap> beside = mapped({"Name", "Stage", "Status"});
  EXPECT_EQ(beside->column[kStage], 1);
  EXPECT_EQ(beside->status, 2);
  EXPECT_TRUE(beside->notes.empty());
  const Result<ColumnMap> alone = mapped({"Name", "Status"});
  EXPECT_EQ(alone->column[kStage], 1);
  EXPECT_EQ(alone->status, ColumnMap::kAbsent);
}

TEST(Header, NothingRecognisedListsTheColumnsAndAFlag) {
  const Result<ColumnMap> map = mapped({"Foo", "Status Baz"});
  ASSERT_FALSE(map.has_value());
  EXPECT_EQ(map.error().code, "no_recognisable_column");
  EXPECT_THAT(english(map.error().message), HasSubstr("Foo, Status Baz"));
  EXPECT_THAT(english(map.error().hint), HasSubstr("--map 'stage=Status Baz'"));

  const Result<ColumnMap> only_stage = mapped({"Stage", "Total worth"});
  EXPECT_THAT(english(only_stage.error().hint), HasSubstr("--map 'amount=Total worth'"));
}

TEST(Header, ChosenColumnsHaveToExistSomewhere) {
  const std::vector<std::vector<std::string>> headers{{"Stage", "Amount"}, {"Phase", "Amount"}};
  const Place place{"a.csv", 1, 0};
  EXPECT_TRUE(check_chosen_columns({{kStage, "Phase"}}, headers, place).has_value());

  const Result<void> unknown = check_chosen_columns({{kStage, "Phsae"}}, headers, place);
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().code, "unknown_column");
  EXPECT_THAT(unknown.error().did_you_mean, ElementsAre("Phase"));
  EXPECT_THAT(english(unknown.error().hint), HasSubstr("--map stage=Phase"));

  const Result<void> twice = check_chosen_columns({{kStage, "Amount"}, {kAmount, "Amount"}}, headers, place);
  EXPECT_EQ(twice.error().code, "duplicate_mapping");
}

}  // namespace
}  // namespace ae::ingest

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/figures.h"

namespace ae::report {

struct OpenFigures {
  std::int64_t count = 0;
  std::int64_t with_amount = 0;
  std::optional<Money> amount;
  std::optional<Money> weighted;
  std::optional<Money> imported_weighted;

  static constexpr auto fields() {
    return std::tuple{
        field("count", &OpenFigures::count, Text{"Open deals", "未结商机数"}),
        field("with_amount", &OpenFigures::with_amount,
              Text{"Open deals with an amount", "有金额的未结商机数"}),
        field("amount", &OpenFigures::amount,
              Text{"Sum of the known amounts of open deals", "未结商机已知金额之和"}),
        field(
            "weighted", &OpenFigures::weighted,
            Text{"Sum of amount × the policy's probability of the stage, over open deals in stages it knows",
                 "已知阶段的未结商机金额 × 策略阶段概率之和"}),
        field("imported_weighted", &OpenFigures::imported_weighted,
              Text{"Sum of amount × the probability that the source gives, over open deals that have one",
                   "未结商机金额 × 来源文件概率之和"})};
  }
};

struct ClosedFigures {
  std::int64_t count = 0;
  std::optional<Money> amount;

  static constexpr auto fields() {
    return std::tuple{
        field("count", &ClosedFigures::count, Text{"Closed deals with this outcome", "该结果的已关闭商机数"}),
        field("amount", &ClosedFigures::amount, Text{"Sum of their known amounts", "其已知金额之和"})};
  }
};

struct CurrencyFigures {
  std::optional<std::string> currency;  ///< null: amounts that no one named a currency for
  OpenFigures open;
  ClosedFigures won;
  ClosedFigures lost;

  static constexpr auto fields() {
    return std::tuple{
        field("currency", &CurrencyFigures::currency, Text{"ISO 4217 code", "ISO 4217 币种代码"}),
        field("open", &CurrencyFigures::open, Text{"Open deals", "未结商机"}),
        field("won", &CurrencyFigures::won, Text{"Won deals", "赢单"}),
        field("lost", &CurrencyFigures::lost, Text{"Lost deals", "丢单"})};
  }
};

/// Open, won and lost deals, each currency apart.
class StateTotals {
 public:
  struct Open {
    DealSum deals;
    MoneySum weighted;           ///< × millionths
    MoneySum imported_weighted;  ///< × millionths

    bool operator==(const Open&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.deals, self.weighted, self.imported_weighted);
    }
  };

  void add(const ChunkDeals& deals);
  void merge(const StateTotals& other);

  /// All currencies together: counts add, amounts only where there is one currency.
  Open open() const;
  DealSum closed(DealState state) const;

  Result<std::vector<CurrencyFigures>> by_currency() const;

  /// Open, won and lost deals of one currency.
  struct PerCurrency {
    Open open;
    DealSum won;
    DealSum lost;

    bool operator==(const PerCurrency&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.open, self.won, self.lost);
    }
  };
  const std::map<Currency, PerCurrency>& currencies() const { return currencies_; }

  static OpenFigures figures(const Open& open, Figures& figures);
  static ClosedFigures figures(const DealSum& closed, Figures& figures);

  bool operator==(const StateTotals&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.currencies_);
  }

 private:
  std::map<Currency, PerCurrency> currencies_;
};

}  // namespace ae::report

#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ae/domain/next_action.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/figures.h"
#include "ae/report/first_few.h"
#include "ae/report/hygiene_checks.h"
#include "ae/report/report.h"

namespace ae::report {

/// What to do next about one open deal.
struct NextAction {
  std::optional<std::string> id, name, account;
  Stage stage = Stage::kUnknown;
  std::optional<Money> amount;
  std::optional<Money> worth;
  std::optional<std::string> currency;
  ActionRule rule = ActionRule::kAdvance;
  Message action;
  Message why;
  std::vector<ActionRule> also;

  static constexpr auto fields() {
    using Self = NextAction;
    return std::tuple{
        field("id", &Self::id, Text{"Id in the source", "来源文件中的编号"}),
        field("name", &Self::name, Text{"Name of the deal", "商机名称"}),
        field("account", &Self::account, Text{"Account", "客户"}),
        field("stage", &Self::stage, Text{"Stage of the method", "方法中的阶段"}),
        field("amount", &Self::amount, Text{"Amount of the deal", "商机金额"}),
        field("worth", &Self::worth,
              Text{"What the action is worth: of a rule that is broken the deal's weight in the forecast, "
                   "amount "
                   "× chance of its stage; of advance what the next stage would add to it",
                   "行动的价值：违反规则时为商机在预测中的分量，即金额 × "
                   "阶段赢率；推进时为进入下一阶段所增加的分量"}),
        field("currency", &Self::currency,
              Text{"Currency of the amount; null: nobody named one", "金额的币种；未指明则为空"}),
        field("rule", &Self::rule, Text{"The rule that asks for the action", "提出该行动的规则"}),
        field("action", &Self::action, Text{"What to do", "要做的事"}),
        field("why", &Self::why, Text{"The figures of the rule", "规则所依据的数字"}),
        field("also", &Self::also, Text{"Further rules that the deal breaks", "该商机还违反的规则"})};
  }
};

/// What somebody does next.
struct OwnerActions {
  std::optional<std::string> owner;
  std::int64_t deals = 0;
  std::optional<Money> worth;
  std::vector<NextAction> actions;

  static constexpr auto fields() {
    using Self = OwnerActions;
    return std::tuple{
        field("owner", &Self::owner, Text{"Owner; null: none is named", "负责人；未指明则为空"}),
        field("deals", &Self::deals, Text{"Open deals", "未结商机数"}),
        field("worth", &Self::worth, Text{"Sum of what their actions are worth", "其行动价值之和"}),
        field("actions", &Self::actions,
              Text{"The 20 worth most, one for each deal", "价值最高的 20 个行动，每个商机一个"})};
  }
};

/// How often a rule asks for something.
struct RuleActions {
  ActionRule rule = ActionRule::kAdvance;
  std::int64_t count = 0;
  std::optional<Money> worth;

  static constexpr auto fields() {
    using Self = RuleActions;
    return std::tuple{
        field("rule", &Self::rule, Text{"The rule", "规则"}),
        field("count", &Self::count,
              Text{"Open deals of which it says what to do first", "以其为首要行动的未结商机数"}),
        field("worth", &Self::worth, Text{"Sum of what that is worth", "其价值之和"})};
  }
};

struct NextResult {
  std::int64_t open_count = 0;
  std::vector<RuleActions> rules;
  std::vector<OwnerActions> owners;

  static constexpr auto fields() {
    using Self = NextResult;
    return std::tuple{field("open_count", &Self::open_count,
                            Text{"Open deals; each has one action", "未结商机数；每个一个行动"}),
                      field("rules", &Self::rules,
                            Text{"Actions by rule, in order of urgency", "按规则的行动（按紧急程度）"}),
                      field("owners", &Self::owners,
                            Text{"Actions by owner, worth most first", "按负责人的行动（价值从高到低）"})};
  }
};

/// The few actions worth most money, for every owner.
struct NextReport {
  static constexpr Info kInfo{
      .command = "next",
      .title = {"Next best actions", "下一步最佳行动"},
      .question = {"Where is the next hour worth most?", "下一个小时用在哪里最值？"},
      .texts = table::fields_of({OpportunityField::kId, OpportunityField::kName, OpportunityField::kAccount,
                                 OpportunityField::kOwner, OpportunityField::kNextStep,
                                 OpportunityField::kContacts})};

  using Output = NextResult;
  static constexpr std::size_t kActionsKept = 20;  // of each owner

  class Partial {
   public:
    void add(const table::OpportunityChunk& chunk, const Scope& scope);
    void merge(const Partial& other);
    NextResult figures(const Scope& scope, Figures& figures) const;
    const DateChecks& dates() const { return dates_; }

    bool operator==(const Partial&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.rules_, self.owners_, self.dates_);
    }

   private:
    /// An action, ordered by what it is worth, then by the deal, so that ties are stable.
    struct Listed {
      Int128 worth = 0;  ///< minor units × millionths; of an unknown amount 0
      std::int64_t amount = table::kNoAmount;
      Currency currency;
      std::string id, name, account;
      std::uint32_t source = 0;
      std::int64_t line = 0;
      Stage stage = Stage::kUnknown;
      ActionRule rule = ActionRule::kAdvance;
      std::int64_t days = 0;   ///< of the rule's figure; -1: not known
      std::uint32_t also = 0;  ///< a bit for each further rule

      bool before(const Listed& other) const;
      bool operator==(const Listed&) const = default;
      template <typename Self, typename Archive>
      static void members(Self& self, Archive& archive) {
        archive(self.worth, self.amount, self.currency, self.id, self.name, self.account, self.source,
                self.line, self.stage, self.rule, self.days, self.also);
      }
    };
    struct Sum {
      std::int64_t count = 0;
      MoneySum worth;  ///< × millionths

      void add(const Listed& action);
      void merge(const Sum& other);
      bool operator==(const Sum&) const = default;
      template <typename Self, typename Archive>
      static void members(Self& self, Archive& archive) {
        archive(self.count, self.worth);
      }
    };
    struct Owner {
      Sum all;
      FirstFew<Listed, kActionsKept> best;

      bool operator==(const Owner&) const = default;
      template <typename Self, typename Archive>
      static void members(Self& self, Archive& archive) {
        archive(self.all, self.best);
      }
    };

    static Listed listed(const ChunkDeals& deals, const HygieneChecks& checks, std::size_t row);
    static NextAction shown(const Listed& action, const Policy& policy);

    EnumArray<ActionRule, Sum> rules_;
    /// By owner and currency: amounts of two currencies cannot be ranked against each other.
    std::map<std::pair<std::string, Currency>, Owner> owners_;
    DateChecks dates_;
  };

  static Result<Output> finalize(const Partial& partial, const Scope& scope, std::vector<Note>& notes);
  static doc::Document render(const Output& output, const Scope& scope);
  /// Open deals of which something is wrong.
  static std::int64_t findings(const Output& output);
};

}  // namespace ae::report

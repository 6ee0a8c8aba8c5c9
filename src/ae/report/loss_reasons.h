#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/domain/loss_reason.h"
#include "ae/report/by_word.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/figures.h"

namespace ae::report {

/// Lost deals that share a reason.
struct LossReasonFigures {
  std::optional<std::string> reason;
  std::optional<std::string> group;
  std::optional<std::string> theme;
  std::int64_t count = 0;
  std::optional<Money> amount;
  std::optional<Ratio> share;

  static constexpr auto fields() {
    return std::tuple{
        field("reason", &LossReasonFigures::reason,
              Text{"As the source spells it most often; case and blanks do not tell reasons apart; null: no "
                   "reason",
                   "来源文件中最常用的写法；不区分大小写和空格；null 表示未填原因"}),
        field("group", &LossReasonFigures::group,
              Text{"Group of the taxonomy; null: not in it", "原因分类中的大类；null 表示未归类"}),
        field("theme", &LossReasonFigures::theme,
              Text{"Theme within the group; null: not in the taxonomy", "大类中的主题；null 表示未归类"}),
        field("count", &LossReasonFigures::count, Text{"Lost deals", "丢单数"}),
        field("amount", &LossReasonFigures::amount, Text{"Sum of their known amounts", "其已知金额之和"}),
        field("share", &LossReasonFigures::share,
              Text{"Share of all lost deals, by count", "占全部丢单的比例，按数量"})};
  }
};

/// Lost deals of one group of the taxonomy: "no decision" stands apart from losing to a competitor.
struct LossGroupFigures {
  std::optional<std::string> group;
  std::int64_t count = 0;
  std::optional<Money> amount;
  std::optional<Ratio> share;

  static constexpr auto fields() {
    return std::tuple{
        field("group", &LossGroupFigures::group,
              Text{"Group of the taxonomy; null: no reason, or one that is not in it",
                   "原因大类；null 表示未填或未归类"}),
        field("count", &LossGroupFigures::count, Text{"Lost deals", "丢单数"}),
        field("amount", &LossGroupFigures::amount, Text{"Sum of their known amounts", "其已知金额之和"}),
        field("share", &LossGroupFigures::share,
              Text{"Share of all lost deals, by count", "占全部丢单的比例，按数量"})};
  }
};

/// Why deals were lost, in the words of the source.
class LossReasons {
 public:
  void add(const ChunkDeals& deals);
  void merge(const LossReasons& other);

  /// False when no source has a column for the reason: then there are no rows.
  bool known() const { return known_ != 0; }
  /// By count, most first, then by amount, then by reason; lost deals without a reason are a row of their
  /// own.
  std::vector<LossReasonFigures> reasons(Figures& figures) const;
  /// By count, most first.
  std::vector<LossGroupFigures> groups(Figures& figures) const;

  bool operator==(const LossReasons&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.known_, self.spelled_);
  }

 private:
  std::int64_t lost() const;

  std::uint8_t known_ = 0;  ///< 1 when some source has a column for the reason
  ByWord<DealSum> spelled_;
};

}  // namespace ae::report

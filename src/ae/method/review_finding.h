#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/base/money.h"
#include "ae/domain/disposition.h"

/// What the items of a review found.
namespace ae::method {

struct SuggestionFigures {
  Disposition disposition = Disposition::kKeep;
  std::optional<std::string> value;
  Message text;

  static constexpr auto fields() {
    using Self = SuggestionFigures;
    return std::tuple{
        field("disposition", &Self::disposition,
              Text{"keep, re_date, re_stage, downgrade, close or merge",
                   "keep、re_date、re_stage、downgrade、close 或 merge"}),
        field("value", &Self::value,
              Text{"Its new value, where the data says one; else null", "新值；数据无法给出时为空"}),
        field("text", &Self::text, Text{"Why", "理由"})};
  }
};

struct ReviewFinding {
  std::optional<std::string> id, name, owner, stage;
  std::string rule;
  std::optional<Money> amount;
  std::optional<std::string> currency;
  Message text;
  std::optional<SuggestionFigures> suggestion;

  // For people; not part of the JSON.
  std::optional<std::size_t> deal;  ///< findings of one deal share it
  bool is_good = false;             ///< something to learn from, nothing to mend

  bool is_of_deal_of(const ReviewFinding& other) const { return deal && deal == other.deal; }

  static constexpr auto fields() {
    using Self = ReviewFinding;
    return std::tuple{
        field("id", &Self::id,
              Text{"The deal's id; null: it has none, or it is about no one deal",
                   "商机编号；没有编号或不针对单个商机时为空"}),
        field("name", &Self::name,
              Text{"Name of the deal, or what the finding is about", "商机名称，或所涉对象"}),
        field("owner", &Self::owner, Text{"Whose it is", "负责人"}),
        field("stage", &Self::stage,
              Text{"Stage of the method, or the source's own name for one that is none",
                   "方法中的阶段，或来源中的名称"}),
        field("rule", &Self::rule, Text{"Stable name of what was found", "发现的规则名称"}),
        field("amount", &Self::amount, Text{"Money at stake; null: not known", "涉及金额；未知则为空"}),
        field("currency", &Self::currency,
              Text{"Currency of the amount; null: nobody named one", "金额的币种；未指明则为空"}),
        field("text", &Self::text, Text{"The finding in words", "发现的文字说明"}),
        field("suggestion", &Self::suggestion,
              Text{"What to decide about the deal by all of its findings; null: about no one deal",
                   "综合该商机全部发现的处置建议；不针对单个商机时为空"})};
  }
};

struct ReviewItem {
  std::string item;
  Message text;
  std::int64_t deals = 0;
  std::optional<Money> amount;
  std::int64_t findings_total = 0;
  std::vector<std::string> not_checked;
  std::vector<ReviewFinding> findings;

  // For people; not part of the JSON.
  std::vector<Message> lacks;  ///< what the file would need for more

  static constexpr auto fields() {
    using Self = ReviewItem;
    return std::tuple{
        field("item", &Self::item, Text{"Stable name of the item", "议程项名称"}),
        field("text", &Self::text, Text{"The item in words", "议程项的文字"}),
        field("deals", &Self::deals, Text{"Deals with a finding", "有发现的商机数"}),
        field("amount", &Self::amount,
              Text{"Sum of their known amounts; null: none is known, or several currencies",
                   "其已知金额之和；均未知或涉及多个币种时为空"}),
        field("findings_total", &Self::findings_total,
              Text{"All findings of the item, listed or not", "该项的全部发现数（含未列出的）"}),
        field("not_checked", &Self::not_checked,
              Text{"Rules that the file has no column for", "文件缺少相应列而未检查的规则"}),
        field("findings", &Self::findings,
              Text{"By the deal's amount, largest first; of --limit deals",
                   "按商机金额从大到小；最多为 --limit 个商机"})};
  }
};

}  // namespace ae::method

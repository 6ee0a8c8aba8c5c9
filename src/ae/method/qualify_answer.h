#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/exact.h"
#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/deal_record.h"
#include "ae/domain/scored_deal.h"

/// What `ae qualify` answers: the scorecard of one deal, and what scores have been worth on closed deals.
namespace ae::method {

struct ScoredCriterion {
  Criterion criterion = Criterion::kBudget;
  std::optional<std::int64_t> score;
  std::optional<std::string> note;
  std::optional<std::int64_t> manager_score;
  std::optional<std::string> manager_note;
  std::optional<Message> meaning;
  std::optional<Message> next;
  Message question;

  static constexpr auto fields() {
    return std::tuple{
        field("criterion", &ScoredCriterion::criterion, Text{"Criterion", "评分项"}),
        field("score", &ScoredCriterion::score, Text{"The account executive's score", "客户经理的评分"}),
        field("note", &ScoredCriterion::note, Text{"Why", "理由"}),
        field("manager_score", &ScoredCriterion::manager_score, Text{"The manager's score", "经理的评分"}),
        field("manager_note", &ScoredCriterion::manager_note, Text{"The manager's reason", "经理的理由"}),
        field("meaning", &ScoredCriterion::meaning, Text{"What the score stands for", "该分值的含义"}),
        field("next", &ScoredCriterion::next, Text{"What one point more would take", "再加一分需要什么"}),
        field("question", &ScoredCriterion::question, Text{"What to ask to raise it", "提分要问什么"})};
  }
};

/// One of the four that BANT asks for.
struct BantLetter {
  Criterion criterion = Criterion::kBudget;
  bool met = false;

  static constexpr auto fields() {
    return std::tuple{field("criterion", &BantLetter::criterion, Text{"Criterion", "评分项"}),
                      field("met", &BantLetter::met, Text{"Scored at the minimum or above", "达到最低分"})};
  }
};

struct PastTotal {
  Date date;
  std::int64_t answered = 0;
  std::optional<std::int64_t> total;

  static constexpr auto fields() {
    return std::tuple{field("date", &PastTotal::date, Text{"Day of the scoring", "评分日期"}),
                      field("answered", &PastTotal::answered, Text{"Criteria scored", "已评分项数"}),
                      field("total", &PastTotal::total,
                            Text{"Total; null until all six are scored", "总分；六项未全时为 null"})};
  }
};

/// What a band has been worth.
struct BandRecord {
  ScoreBand band = ScoreBand::kStrong;
  std::int64_t won = 0, lost = 0;
  std::optional<Ratio> win_rate, win_rate_low, win_rate_high;
  bool too_few = true;

  static constexpr auto fields() {
    return std::tuple{
        field("band", &BandRecord::band, Text{"Band of the total", "总分档位"}),
        field("won", &BandRecord::won, Text{"Won deals", "赢单数"}),
        field("lost", &BandRecord::lost, Text{"Lost deals", "丢单数"}),
        field("win_rate", &BandRecord::win_rate,
              Text{"Won ÷ (won + lost); null when too few are closed",
                   "赢单 ÷（赢单 + 丢单）；已关闭过少时为 null"}),
        field("win_rate_low", &BandRecord::win_rate_low,
              Text{"Lower end of its Wilson 95 % interval", "Wilson 95% 区间下限"}),
        field("win_rate_high", &BandRecord::win_rate_high,
              Text{"Upper end of its Wilson 95 % interval", "Wilson 95% 区间上限"}),
        field("too_few", &BandRecord::too_few,
              Text{"Fewer than 10 closed deals: no rate is given", "已关闭商机少于 10 个：不给出赢单率"})};
  }
};

struct QualifyResult {
  std::optional<std::string> deal;
  std::vector<ScoredCriterion> criteria;
  std::int64_t answered = 0;
  std::optional<std::int64_t> total;
  std::int64_t total_min = 0, total_max = 0;
  std::optional<ScoreBand> band;
  bool bant_qualified = false;
  std::vector<BantLetter> bant;
  std::optional<std::int64_t> manager_total;
  std::vector<PastTotal> history;
  std::optional<std::vector<BandRecord>> by_band;

  static constexpr auto fields() {
    return std::tuple{
        field("deal", &QualifyResult::deal, Text{"Name of the deal", "商机名称"}),
        field("criteria", &QualifyResult::criteria, Text{"The six criteria", "六个评分项"}),
        field("answered", &QualifyResult::answered, Text{"Criteria scored", "已评分项数"}),
        field("total", &QualifyResult::total,
              Text{"Sum of the scores; null until all are scored", "总分；未全部评分时为 null"}),
        field("total_min", &QualifyResult::total_min,
              Text{"Least that the total can come to", "总分可能的最小值"}),
        field("total_max", &QualifyResult::total_max,
              Text{"Most that the total can come to", "总分可能的最大值"}),
        field("band", &QualifyResult::band,
              Text{"Band of the total; null while it can be in two", "总分档位；可能跨档时为 null"}),
        field("bant_qualified", &QualifyResult::bant_qualified,
              Text{"Budget, authority, need and timeline each reach the minimum",
                   "预算、决策权、需求、时间线各项均达最低分"}),
        field("bant", &QualifyResult::bant, Text{"The four of BANT", "BANT 四项"}),
        field("manager_total", &QualifyResult::manager_total,
              Text{"Total of the manager's scores", "经理评分总分"}),
        field("history", &QualifyResult::history, Text{"Earlier scorings", "历次评分"}),
        field("by_band", &QualifyResult::by_band,
              Text{"Win rate of closed deals by band; null without --scored",
                   "已关闭商机按档位的赢单率；未给出 --scored 时为 null"})};
  }
};

/// The scorecard with `scores` in place of the deal's where they are given. `deal` may be absent.
/// Requires scores within the policy's range.
QualifyResult qualify(const DealRecord* deal, const Scores& scores, const Policy& policy);

/// Won and lost deals by band, of those with six scores. Bands under 10 closed deals have no rate.
std::vector<BandRecord> record_by_band(const std::vector<ScoredDeal>& deals, const ScorecardPolicy& policy);

doc::Document qualify_document(const QualifyResult& result, const ScorecardPolicy& policy);

}  // namespace ae::method

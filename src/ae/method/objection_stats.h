#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ae/base/exact.h"
#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/deal_record.h"

/// What `ae objection stats` answers: what came of the objections logged in several deals, and after which
/// response. docs/methodology/objections.md.
namespace ae::method {

/// Entries counted by what came of them. What is still open has no result yet and is in no rate.
struct OutcomeCounts {
  std::int64_t logged = 0;
  std::int64_t progress = 0, stalled = 0, lost = 0, open = 0;
  std::optional<Ratio> progress_rate, progress_rate_low, progress_rate_high;
  bool too_few = true;

  static constexpr auto fields() {
    return std::tuple{
        field("logged", &OutcomeCounts::logged, Text{"Entries", "记录数"}),
        field("progress", &OutcomeCounts::progress, Text{"Of these, the deal moved on", "其中有进展"}),
        field("stalled", &OutcomeCounts::stalled, Text{"The deal stood still", "停滞"}),
        field("lost", &OutcomeCounts::lost, Text{"The deal was lost over it", "因此丢单"}),
        field("open", &OutcomeCounts::open, Text{"Without a result yet", "尚无结果"}),
        field("progress_rate", &OutcomeCounts::progress_rate,
              Text{"Progress ÷ (progress + stalled + lost); null when these are fewer than 10",
                   "有进展 ÷（有进展 + 停滞 + 丢单）；不足 10 次时为 null"}),
        field("progress_rate_low", &OutcomeCounts::progress_rate_low,
              Text{"Lower end of its Wilson 95 % interval", "Wilson 95% 区间下限"}),
        field("progress_rate_high", &OutcomeCounts::progress_rate_high,
              Text{"Upper end of its Wilson 95 % interval", "Wilson 95% 区间上限"}),
        field("too_few", &OutcomeCounts::too_few,
              Text{"Fewer than 10 entries with a result: no rate is given",
                   "有结果的记录不足 10 次：不给出比率"})};
  }

  /// Entries with a result.
  std::int64_t decided() const { return progress + stalled + lost; }
};

/// What came after one response to an objection.
struct ResponseRecord {
  std::optional<std::string> response;
  OutcomeCounts outcomes;

  static constexpr auto fields() {
    return std::tuple{
        field("response", &ResponseRecord::response,
              Text{"What was answered; null where nobody wrote it", "我方回应；未写明时为 null"}),
        field("outcomes", &ResponseRecord::outcomes, Text{"What came of it", "结果"})};
  }
};

struct ObjectionRecord {
  std::string objection;
  Message name;
  std::int64_t deals = 0;
  OutcomeCounts outcomes;
  std::vector<ResponseRecord> responses;

  static constexpr auto fields() {
    return std::tuple{
        field("objection", &ObjectionRecord::objection, Text{"Id of the objection", "异议编号"}),
        field("name", &ObjectionRecord::name, Text{"Name", "名称"}),
        field("deals", &ObjectionRecord::deals, Text{"Deals in which it was made", "提出此异议的商机数"}),
        field("outcomes", &ObjectionRecord::outcomes, Text{"What came of it", "结果"}),
        field("responses", &ObjectionRecord::responses,
              Text{"By response, the one with most progress first", "按我方回应，进展最多的在前"})};
  }
};

struct ObjectionStatsResult {
  std::int64_t deals = 0;
  std::vector<ObjectionRecord> objections;
  OutcomeCounts total;

  static constexpr auto fields() {
    return std::tuple{field("deals", &ObjectionStatsResult::deals, Text{"Deals read", "读取的商机数"}),
                      field("objections", &ObjectionStatsResult::objections,
                            Text{"By objection, the most frequent first; those that nobody made are left out",
                                 "按异议，最常见的在前；无人提出的不列"}),
                      field("total", &ObjectionStatsResult::total, Text{"All of them together", "合计"})};
  }
};

/// Requires sound deals: every objection is one of the method. Responses that differ in case or in blanks
/// alone are one, written as it came first.
ObjectionStatsResult objection_stats(const std::vector<DealRecord>& deals);

doc::Document objection_stats_document(const ObjectionStatsResult& result);

}  // namespace ae::method

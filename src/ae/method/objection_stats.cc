#include "ae/method/objection_stats.h"

#include <algorithm>

#include "ae/domain/objection.h"
#include "ae/method/counted_share.h"

namespace ae::method {
namespace {

/// In lower case, with one blank where there are several and none at the ends.
std::string folded(std::string_view text) {
  std::string plain;
  for (const char byte : text) {
    const bool is_blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    if (is_blank && (plain.empty() || plain.back() == ' ')) continue;
    if (is_blank) {
      plain += ' ';
    } else {
      plain += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

void count(OutcomeCounts& counts, ObjectionOutcome outcome) {
  ++counts.logged;
  switch (outcome) {
    case ObjectionOutcome::kProgress:
      ++counts.progress;
      break;
    case ObjectionOutcome::kStalled:
      ++counts.stalled;
      break;
    case ObjectionOutcome::kLost:
      ++counts.lost;
      break;
    case ObjectionOutcome::kOpen:
    case ObjectionOutcome::kCount:
      ++counts.open;
      break;
  }
}

ResponseRecord& record_of(std::vector<ResponseRecord>& responses,
                          const std::optional<std::string>& response) {
  const std::string plain = folded(response.value_or(""));
  const auto found = std::find_if(responses.begin(), responses.end(), [&](const ResponseRecord& each) {
    return folded(each.response.value_or("")) == plain;
  });
  if (found != responses.end()) return *found;
  return responses.emplace_back(ResponseRecord{plain.empty() ? std::nullopt : response, {}});
}

void add_rate(OutcomeCounts& counts) {
  const CountedShare rate = counted_share(counts.progress, counts.decided());
  counts.progress_rate = rate.share;
  counts.progress_rate_low = rate.low;
  counts.progress_rate_high = rate.high;
  counts.too_few = rate.too_few;
}

void finish(ObjectionRecord& record) {
  add_rate(record.outcomes);
  for (ResponseRecord& response : record.responses) add_rate(response.outcomes);
  std::stable_sort(record.responses.begin(), record.responses.end(),
                   [](const ResponseRecord& a, const ResponseRecord& b) {
                     return std::pair(a.outcomes.progress, a.outcomes.logged) >
                            std::pair(b.outcomes.progress, b.outcomes.logged);
                   });
}

/// The record of one objection over all deals.
ObjectionRecord record_of(const Objection& objection, const std::vector<DealRecord>& deals) {
  ObjectionRecord record{objection.id, objection.name, 0, {}, {}};
  for (const DealRecord& deal : deals) {
    const std::int64_t before = record.outcomes.logged;
    for (const DealObjection& entry : deal.objections) {
      if (entry.objection != objection.id) continue;
      const ObjectionOutcome outcome = entry.outcome.value_or(ObjectionOutcome::kOpen);
      count(record.outcomes, outcome);
      count(record_of(record.responses, entry.response).outcomes, outcome);
    }
    record.deals += record.outcomes.logged > before ? 1 : 0;
  }
  finish(record);
  return record;
}

void add(OutcomeCounts& sum, const OutcomeCounts& counts) {
  sum.logged += counts.logged;
  sum.progress += counts.progress;
  sum.stalled += counts.stalled;
  sum.lost += counts.lost;
  sum.open += counts.open;
}

doc::Cell rate_cell(const OutcomeCounts& counts) {
  if (counts.too_few) return doc::Value(Message(Text{"too few", "样本过少"}));
  return doc::cell(doc::percent(counts.progress_rate));
}

void add_outcomes(std::vector<doc::Cell>& row, const OutcomeCounts& counts) {
  for (const std::int64_t number : {counts.logged, counts.progress, counts.stalled, counts.lost, counts.open})
    row.emplace_back(doc::Value(doc::Count{number}));
  row.push_back(rate_cell(counts));
  row.push_back(doc::cell(doc::percent(counts.progress_rate_low)));
  row.push_back(doc::cell(doc::percent(counts.progress_rate_high)));
}

std::vector<doc::Column> outcome_columns(std::vector<doc::Column> first) {
  for (const Text label :
       {Text{"Logged", "记录"}, Text{"Progress", "有进展"}, Text{"Stalled", "停滞"}, Text{"Lost", "丢单"},
        Text{"Open", "未了结"}, Text{"Progress rate", "进展率"}, Text{"from", "下限"}, Text{"to", "上限"}})
    first.push_back({label, {}});
  return first;
}

doc::BarChart picture(const ObjectionStatsResult& result) {
  doc::BarChart chart;
  chart.unit = Text{"Logged", "记录数"};
  chart.solid_label = Text{"progress", "有进展"};
  const double most = static_cast<double>(result.objections.front().outcomes.logged);
  for (const ObjectionRecord& record : result.objections) {
    doc::Bar bar;
    bar.label = record.name;
    bar.value = doc::Value(doc::Count{record.outcomes.logged});
    bar.length = static_cast<double>(record.outcomes.logged) / most;
    bar.solid = static_cast<double>(record.outcomes.progress) / most;
    chart.bars.push_back(std::move(bar));
  }
  return chart;
}

doc::Section objection_section(const ObjectionStatsResult& result) {
  doc::Table table;
  table.columns = outcome_columns({{Text{"Objection", "异议"}, {}}, {Text{"Deals", "商机"}, {}}});
  for (const ObjectionRecord& record : result.objections) {
    std::vector<doc::Cell> row{doc::Value(record.name), doc::Value(doc::Count{record.deals})};
    add_outcomes(row, record.outcomes);
    table.rows.push_back(std::move(row));
  }
  std::vector<doc::Cell> total{doc::Value(Message(Text{"All", "合计"})), doc::Cell()};
  add_outcomes(total, result.total);
  table.total = std::move(total);
  table.footnote =
      Text{"Progress ÷ (progress + stalled + lost), with its Wilson 95 % interval; under 10 there is no rate",
           "有进展 ÷（有进展 + 停滞 + 丢单）及 Wilson 95% 区间；不足 10 次不给出比率"};
  return {"objections", Text{"What came of them", "结果"}, {picture(result), table}, {}};
}

doc::Section response_section(const ObjectionRecord& record) {
  doc::Table table;
  table.columns = outcome_columns({{Text{"Response", "我方回应"}, {}}});
  for (const ResponseRecord& response : record.responses) {
    std::vector<doc::Cell> row{doc::Value(response.response ? Message::verbatim(*response.response)
                                                            : Message(Text{"not written down", "未写明"}))};
    add_outcomes(row, response.outcomes);
    table.rows.push_back(std::move(row));
  }
  return {"responses_" + record.objection,
          Message{Text{"{name}: which response led to progress", "{name}：哪种回应带来进展"}}.with(
              "name", record.name),
          {table},
          {}};
}

}  // namespace

ObjectionStatsResult objection_stats(const std::vector<DealRecord>& deals) {
  ObjectionStatsResult result;
  result.deals = static_cast<std::int64_t>(deals.size());
  for (const Objection& each : objections()) {
    ObjectionRecord record = record_of(each, deals);
    if (record.outcomes.logged == 0) continue;
    add(result.total, record.outcomes);
    result.objections.push_back(std::move(record));
  }
  add_rate(result.total);
  std::stable_sort(result.objections.begin(), result.objections.end(),
                   [](const ObjectionRecord& a, const ObjectionRecord& b) {
                     return a.outcomes.logged > b.outcomes.logged;
                   });
  return result;
}

doc::Document objection_stats_document(const ObjectionStatsResult& result) {
  doc::Document document{Text{"Objections and what came of them", "异议及其结果"},
                         Message{Text{"Deals: {count}", "商机：{count} 个"}}.with("count", result.deals),
                         {}};
  if (result.objections.empty()) {
    document.sections.push_back(
        {"objections",
         Text{"Nothing logged", "没有记录"},
         {doc::Paragraph{
             Text{"No objection is logged in these deals. Log one: ae objection log FILE --objection "
                  "ID --said TEXT",
                  "这些商机中没有异议记录。记录：ae objection log 文件 --objection 编号 --said 原话"}}},
         {}});
    return document;
  }
  document.sections.push_back(objection_section(result));
  for (const ObjectionRecord& record : result.objections)
    document.sections.push_back(response_section(record));
  document.sections.back().blocks.emplace_back(doc::Paragraph{
      Text{"People choose a response for the deal in front of them: a difference is no proof that "
           "one works better",
           "回应是针对具体商机选择的：差异并不证明哪种回应更有效"}});
  return document;
}

}  // namespace ae::method

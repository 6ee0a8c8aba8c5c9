#include "ae/method/coaching.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "ae/statistics/binomial_interval.h"
#include "ae/statistics/false_discovery.h"
#include "ae/statistics/fisher_exact.h"

namespace ae::method {
namespace {

constexpr double kConfidence = 0.95;
constexpr double kFalseDiscoveryRate = 0.05;

bool is_share(CoachingMetric metric) {
  return metric == CoachingMetric::kWinRate || metric == CoachingMetric::kConversion;
}

/// Whether more of it is better.
bool is_good(CoachingMetric metric) { return is_share(metric) || metric == CoachingMetric::kWonAmount; }

template <int kDigits>
Rounded<kDigits> rounded(double value) {
  return Rounded<kDigits>::of_units(std::llround(value * static_cast<double>(Rounded<kDigits>::kOne)));
}

Quantity quantity(CoachingMetric metric, double value, Currency currency) {
  if (is_share(metric) || metric == CoachingMetric::kDiscount) return rounded<4>(value);
  if (metric == CoachingMetric::kWonAmount) return Money{std::llround(value), currency};
  return rounded<2>(value);
}

/// One case and all others of its metric and stage.
struct Contest {
  const CoachingCase& mine;
  std::int64_t successes = 0, trials = 0;
  statistics::Moments numbers;

  std::int64_t deals() const { return is_share(mine.metric) ? mine.trials : mine.numbers.count(); }
  std::int64_t others() const { return is_share(mine.metric) ? trials : numbers.count(); }
  bool has_enough() const { return deals() >= kFewestDeals && others() >= kFewestDeals; }
  double value() const {
    return is_share(mine.metric) ? share(mine.successes, mine.trials) : mine.numbers.mean();
  }
  double others_value() const { return is_share(mine.metric) ? share(successes, trials) : numbers.mean(); }
  double p_value() const {
    return is_share(mine.metric)
               ? statistics::fisher_exact_two_sided(mine.successes, mine.trials - mine.successes, successes,
                                                    trials - successes)
               : statistics::welch_two_sided(mine.numbers, numbers);
  }
  std::optional<statistics::Interval> interval() const {
    if (is_share(mine.metric)) {
      return statistics::wilson_interval(static_cast<double>(mine.successes),
                                         static_cast<double>(mine.trials), kConfidence);
    }
    if (mine.numbers.count() < 2) return std::nullopt;
    statistics::Interval interval = statistics::mean_interval(mine.numbers, kConfidence);
    interval.low = std::max(interval.low, 0.0);  // none of these numbers can be below 0
    return interval;
  }

 private:
  static double share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

void add(Contest& contest, const CoachingCase& other) {
  contest.successes += other.successes;
  contest.trials += other.trials;
  contest.numbers.merge(other.numbers);
}

/// Each case of a group against all others of it: those before it and those behind it, each added once.
std::map<const CoachingCase*, Contest> contests_of(const std::vector<const CoachingCase*>& group) {
  std::map<const CoachingCase*, Contest> contests;
  const CoachingCase none;
  Contest before{none, 0, 0, {}};
  for (const CoachingCase* mine : group) {
    contests.emplace(mine, Contest{*mine, before.successes, before.trials, before.numbers});
    add(before, *mine);
  }
  Contest behind{none, 0, 0, {}};
  for (auto at = group.rbegin(); at != group.rend(); ++at) {
    Contest& contest = contests.at(*at);
    contest.successes += behind.successes;
    contest.trials += behind.trials;
    contest.numbers.merge(behind.numbers);
    add(behind, **at);
  }
  return contests;
}

CoachingFigures figures_of(const Contest& contest, Currency currency) {
  const CoachingCase& mine = contest.mine;
  CoachingFigures row;
  row.owner = mine.owner;
  row.metric = mine.metric;
  if (mine.stage != Stage::kUnknown) row.stage = mine.stage;
  row.deals = contest.deals();
  row.others_deals = contest.others();
  row.value = quantity(mine.metric, contest.value(), currency);
  if (const auto interval = contest.interval()) {
    row.low = quantity(mine.metric, interval->low, currency);
    row.high = quantity(mine.metric, interval->high, currency);
  }
  if (row.others_deals > 0) row.others = quantity(mine.metric, contest.others_value(), currency);
  return row;
}

Text practice(CoachingMetric metric) {
  static constexpr Text kPractice[] = {
      {"go through three lost deals against the scorecard, and ride along on two first calls",
       "对照评分卡复盘三个丢单，并陪同两次首次通话"},
      {"rehearse the exit criteria of the stage: what the buyer has done before a deal moves on",
       "演练该阶段的退出标准：客户做到什么才推进"},
      {"agree on a plan with dates with the buyer at the first meeting, and check it every week",
       "首次会面即与客户约定带日期的计划，并每周核对"},
      {"work out what doing nothing costs before a price is named, and look for scope beside the first need",
       "报价前先算清不行动的代价，并在首个需求之外寻找范围"},
      {"rehearse trades: nothing is given before something is asked for in return",
       "演练等价交换：先提出交换条件，再做让步"},
      {"walk through the buyer's steps to a signature, and set the date by them",
       "逐步走完客户的签约流程，据此定日期"},
      {"settle the findings of the weekly review together for four weeks", "连续四周一起处理每周复盘的发现"}};
  return kPractice[static_cast<std::size_t>(metric)];
}

Message quantity_words(const Quantity& quantity) {
  if (const auto* money = std::get_if<Money>(&quantity)) {
    return Message::verbatim(money->str() +
                             (money->currency.is_none() ? "" : " " + std::string(money->currency.code())));
  }
  if (const auto* days = std::get_if<Days>(&quantity)) return Message::verbatim(days->str());
  return Message{Text{"{share} %", "{share}%"}}.with("share",
                                                     to_decimal(std::get<Ratio>(quantity).units() / 10, 1));
}

Message metric_words(const CoachingFigures& row) {
  if (!row.stage) return name(row.metric);
  return Message{Text{"Conversion from {stage}", "{stage}转化率"}}.with("stage",
                                                                        Message(ae::name(*row.stage)));
}

Message cue(const CoachingFigures& row) {
  const Text words =
      row.verdict == CoachingVerdict::kWorse
          ? Text{"{owner} – {metric}: {value} ({low} to {high}) against {others}. To practise: {practice}. Read "
                 "together: ae playbook {page}",
                 "{owner} – {metric}：{value}（{low} 至 {high}），其他人 {others}。练习：{practice}。一起阅读：ae playbook {page}"}
          : Text{"{owner} – {metric}: {value} ({low} to {high}) against {others}. Have {owner} show the others how, with "
                 "ae playbook {page} at hand ({practice})",
                 "{owner} – {metric}：{value}（{low} 至 {high}），其他人 {others}。请{owner}向大家示范，并参照 ae playbook "
                 "{page}（{practice}）"};
  return Message{words}
      .with("owner", row.owner)
      .with("metric", metric_words(row))
      .with("value", quantity_words(*row.value))
      .with("low", quantity_words(*row.low))
      .with("high", quantity_words(*row.high))
      .with("others", quantity_words(*row.others))
      .with("practice", Message(practice(row.metric)))
      .with("page", playbook_page(row.metric));
}

void judge(std::vector<CoachingFigures>& rows, const std::vector<Contest>& contests) {
  std::vector<std::size_t> judged;
  std::vector<double> p_values;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (!contests[at].has_enough()) continue;
    judged.push_back(at);
    p_values.push_back(contests[at].p_value());
  }
  const std::vector<double> q_values = statistics::benjamini_hochberg(p_values);
  for (std::size_t index = 0; index < judged.size(); ++index) {
    CoachingFigures& row = rows[judged[index]];
    const Contest& contest = contests[judged[index]];
    row.p_value = rounded<6>(p_values[index]);
    row.q_value = rounded<6>(q_values[index]);
    row.verdict = CoachingVerdict::kNoDifference;
    if (q_values[index] >= kFalseDiscoveryRate) continue;
    const bool is_more = contest.value() > contest.others_value();
    row.verdict = is_more == is_good(row.metric) ? CoachingVerdict::kBetter : CoachingVerdict::kWorse;
    row.playbook = playbook_page(row.metric);
    row.text = cue(row);
  }
}

}  // namespace

Text name(CoachingMetric metric) {
  static constexpr Text kNames[] = {{"Win rate", "赢单率"},
                                    {"Conversion", "转化率"},
                                    {"Days to win", "赢单周期（天）"},
                                    {"Average won amount", "平均成交额"},
                                    {"Discount given", "折扣"},
                                    {"Times pushed", "推迟次数"},
                                    {"Findings per open deal", "每个未结商机的发现数"}};
  return kNames[static_cast<std::size_t>(metric)];
}

std::string_view playbook_page(CoachingMetric metric) {
  constexpr std::string_view kPages[] = {"competency-discovery-and-qualification",
                                         "sales-process",
                                         "competency-deal-closing",
                                         "competency-solution-selling",
                                         "competency-negotiation",
                                         "competency-deal-closing",
                                         "competency-pipeline-management"};
  return kPages[static_cast<std::size_t>(metric)];
}

Text name(CoachingVerdict verdict) {
  static constexpr Text kNames[] = {
      {"too few", "样本太少"}, {"no difference", "无差异"}, {"better", "更好"}, {"worse", "更差"}};
  return kNames[static_cast<std::size_t>(verdict)];
}

std::vector<CoachingFigures> coaching(const std::vector<CoachingCase>& cases, Currency currency) {
  std::map<std::pair<CoachingMetric, Stage>, std::vector<const CoachingCase*>> groups;
  for (const CoachingCase& each : cases) groups[{each.metric, each.stage}].push_back(&each);
  std::map<const CoachingCase*, Contest> by_case;
  for (const auto& [group, members] : groups) by_case.merge(contests_of(members));
  std::vector<Contest> contests;
  std::vector<CoachingFigures> rows;
  for (const CoachingCase& each : cases) {
    contests.push_back(by_case.at(&each));
    rows.push_back(figures_of(contests.back(), currency));
  }
  judge(rows, contests);
  return rows;
}

namespace {

doc::Cell quantity_cell(const std::optional<Quantity>& quantity, doc::Mood mood = doc::Mood::kNeutral) {
  if (!quantity) return {};
  if (const auto* money = std::get_if<Money>(&*quantity)) return {doc::Value(*money), mood};
  if (const auto* days = std::get_if<Days>(&*quantity)) return {doc::Value(*days), mood};
  return {doc::Value(doc::Percent{std::get<Ratio>(*quantity)}), mood};
}

doc::Mood mood_of(CoachingVerdict verdict) {
  if (verdict == CoachingVerdict::kBetter) return doc::Mood::kGood;
  return verdict == CoachingVerdict::kWorse ? doc::Mood::kWarning : doc::Mood::kNeutral;
}

/// One table for each metric of which anyone has enough deals.
doc::Table metric_table(const std::vector<const CoachingFigures*>& rows) {
  doc::Table table;
  table.columns = {{metric_words(*rows.front()), {}}, {Text{"Deals", "商机数"}, {}},
                   {Text{"Value", "数值"}, {}},       {Text{"From", "下限"}, {}},
                   {Text{"To", "上限"}, {}},          {Text{"Others", "其他人"}, {}},
                   {Text{"Verdict", "结论"}, {}}};
  for (const CoachingFigures* row : rows) {
    table.rows.push_back({doc::Value(Message::verbatim(row->owner)), doc::Value(doc::Count{row->deals}),
                          quantity_cell(row->value), quantity_cell(row->low), quantity_cell(row->high),
                          quantity_cell(row->others),
                          doc::Cell(Message(name(row->verdict)), mood_of(row->verdict))});
  }
  return table;
}

}  // namespace

std::vector<doc::Block> coaching_blocks(const std::vector<CoachingFigures>& figures) {
  std::map<std::pair<CoachingMetric, Stage>, std::vector<const CoachingFigures*>> groups;
  for (const CoachingFigures& row : figures)
    groups[{row.metric, row.stage.value_or(Stage::kUnknown)}].push_back(&row);
  std::vector<doc::Block> blocks;
  for (const auto& [group, rows] : groups) {
    const bool any = std::any_of(rows.begin(), rows.end(), [](const CoachingFigures* row) {
      return row->verdict != CoachingVerdict::kTooFew;
    });
    if (any) {
      blocks.emplace_back(metric_table(rows));
      continue;
    }
    blocks.emplace_back(doc::Paragraph{Message{
        Text{"Too few for a verdict: {metric} (it takes {fewest} deals of one, and as many of the others)",
             "样本太少，不作结论：{metric}（本人及其他人各须至少 {fewest} 个商机）"}}
                                           .with("metric", metric_words(*rows.front()))
                                           .with("fewest", kFewestDeals)});
  }
  return blocks;
}

}  // namespace ae::method

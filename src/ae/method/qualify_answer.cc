#include "ae/method/qualify_answer.h"

#include <algorithm>

#include "ae/method/counted_share.h"

namespace ae::method {
namespace {

ScoredCriterion scored(Criterion criterion, const DealRecord* deal, std::optional<std::int64_t> score,
                       const ScorecardPolicy& policy) {
  const CriterionWords& said = words(criterion);
  ScoredCriterion row;
  row.criterion = criterion;
  row.score = score;
  row.question = said.question;
  if (deal != nullptr) {
    const CriterionScore& kept = deal->scorecard.at(criterion);
    row.note = kept.note;
    row.manager_score = kept.manager_score;
    row.manager_note = kept.manager_note;
  }
  const auto anchor = [&](std::int64_t of) -> std::optional<Message> {
    const auto index = static_cast<std::size_t>(of - policy.lowest);
    return index < said.rubric.size() ? std::optional<Message>(said.rubric[index]) : std::nullopt;
  };
  if (score) row.meaning = anchor(*score);
  if (score && *score < policy.highest) row.next = anchor(*score + 1);
  return row;
}

std::vector<PastTotal> history_of(const DealRecord& deal, const ScorecardPolicy& policy) {
  std::vector<PastTotal> history;
  for (const PastScores& past : deal.scorecard.history) {
    const Scores scores{
        {past.budget, past.authority, past.need, past.timeline, past.champion, past.competition}};
    const ScoreSum sum = sum_of(scores, policy);
    history.push_back({past.date, sum.answered, sum.total});
  }
  std::stable_sort(history.begin(), history.end(),
                   [](const PastTotal& a, const PastTotal& b) { return a.date < b.date; });
  return history;
}

doc::Mood mood_of(ScoreBand band) {
  if (band == ScoreBand::kStrong) return doc::Mood::kGood;
  return band == ScoreBand::kWorkOnWeakAreas ? doc::Mood::kWarning : doc::Mood::kBad;
}

doc::Mood mood_of(const std::optional<std::int64_t>& score, const ScorecardPolicy& policy) {
  if (!score) return doc::Mood::kNeutral;
  if (*score < policy.bant_minimum) return doc::Mood::kBad;
  return *score == policy.bant_minimum ? doc::Mood::kWarning : doc::Mood::kGood;
}

doc::Cell count(const std::optional<std::int64_t>& number, doc::Mood mood = doc::Mood::kNeutral) {
  return number ? doc::Cell(doc::Count{*number}, mood) : doc::Cell();
}

doc::Cell said(const std::optional<std::string>& text) {
  return text ? doc::Cell(Message::verbatim(*text)) : doc::Cell();
}

doc::Section summary(const QualifyResult& result, const ScorecardPolicy& policy) {
  doc::KeyFigures figures;
  const std::int64_t most = policy.highest * static_cast<std::int64_t>(Scores::kSize);
  const Text range =
      result.total ? Text{"of {most}", "满分 {most}"}
                   : Text{"of {most}; it can come to {low} to {high}", "满分 {most}；可能为 {low} 到 {high}"};
  figures.figures.push_back(
      {Text{"Total", "总分"},
       count(result.total),
       Message{range}.with("most", most).with("low", result.total_min).with("high", result.total_max),
       {}});
  figures.figures.push_back({Text{"Answered", "已评分"},
                             count(result.answered),
                             Message{Text{"of {all} criteria", "共 {all} 项"}}.with(
                                 "all", static_cast<std::int64_t>(Scores::kSize)),
                             {}});
  doc::KeyFigure band{Text{"Band", "档位"}, {}, {}, {}};
  if (result.band) band.value = doc::Cell(Message(name(*result.band)), mood_of(*result.band));
  if (!result.band) band.detail = Text{"the missing scores decide", "取决于尚缺的评分"};
  figures.figures.push_back(std::move(band));
  Message weak = Text{"all four reach the minimum", "四项均达到最低分"};
  if (!result.bant_qualified) {
    weak = {};
    for (const BantLetter& letter : result.bant) {
      if (letter.met) continue;
      weak = weak.empty() ? Message(words(letter.criterion).name)
                          : Message{Text{"{one}, {other}", "{one}、{other}"}}
                                .with("one", weak)
                                .with("other", words(letter.criterion).name);
    }
    weak = Message{Text{"below {minimum} or blank: {letters}", "低于 {minimum} 分或未评：{letters}"}}
               .with("minimum", policy.bant_minimum)
               .with("letters", weak);
  }
  figures.figures.push_back(
      {Text{"BANT qualified", "通过 BANT 资质审核"},
       doc::Cell(result.bant_qualified ? Message(Text{"Yes", "是"}) : Message(Text{"No", "否"}),
                 result.bant_qualified ? doc::Mood::kGood : doc::Mood::kBad),
       weak,
       {}});
  if (result.manager_total)
    figures.figures.push_back(
        {Text{"The manager's total", "经理评分总分"}, count(result.manager_total), {}, {}});
  return {"summary", Text{"Scorecard", "评分卡"}, {figures}, {}};
}

doc::BarChart picture(const QualifyResult& result, const ScorecardPolicy& policy) {
  doc::BarChart chart;
  chart.unit = Text{"Score", "评分"};
  for (const ScoredCriterion& row : result.criteria) {
    doc::Bar bar;
    bar.label = words(row.criterion).name;
    bar.value = count(row.score, mood_of(row.score, policy));
    bar.length = static_cast<double>(row.score.value_or(0)) / static_cast<double>(policy.highest);
    chart.bars.push_back(std::move(bar));
  }
  chart.mark = static_cast<double>(policy.bant_minimum) / static_cast<double>(policy.highest);
  chart.mark_label = Text{"BANT minimum", "BANT 最低分"};
  return chart;
}

doc::Table criteria_table(const QualifyResult& result, const ScorecardPolicy& policy) {
  const bool with_manager =
      std::any_of(result.criteria.begin(), result.criteria.end(),
                  [](const ScoredCriterion& row) { return row.manager_score.has_value(); });
  const bool with_notes = std::any_of(result.criteria.begin(), result.criteria.end(),
                                      [](const ScoredCriterion& row) { return row.note.has_value(); });
  doc::Table table;
  table.columns = {{Text{"Criterion", "评分项"}, {}}, {Text{"Score", "评分"}, {}}};
  if (with_manager) table.columns.push_back({Text{"Manager", "经理"}, {}});
  table.columns.push_back({Text{"What it stands for", "含义"}, {}});
  if (with_notes) table.columns.push_back({Text{"Note", "备注"}, {}});
  for (const ScoredCriterion& row : result.criteria) {
    std::vector<doc::Cell> cells{doc::Value(Message(words(row.criterion).name)),
                                 count(row.score, mood_of(row.score, policy))};
    if (with_manager) cells.push_back(count(row.manager_score));
    cells.push_back(row.meaning ? doc::Cell(*row.meaning) : doc::Cell());
    if (with_notes) cells.push_back(said(row.note));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

/// The criteria that would gain most, those of BANT first: the blank ones, then the lowest.
doc::Section next_section(const QualifyResult& result, const ScorecardPolicy& policy) {
  std::vector<const ScoredCriterion*> open;
  for (const ScoredCriterion& row : result.criteria) {
    if (row.next || !row.score) open.push_back(&row);
  }
  const auto urgency = [&](const ScoredCriterion& row) {
    const std::int64_t score = row.score.value_or(policy.lowest - 1);
    const bool fails_bant = row.criterion <= Criterion::kTimeline && score < policy.bant_minimum;
    return std::pair(!fails_bant, score);
  };
  std::stable_sort(open.begin(), open.end(), [&](const ScoredCriterion* a, const ScoredCriterion* b) {
    return urgency(*a) < urgency(*b);
  });
  open.resize(std::min<std::size_t>(open.size(), 3));
  const bool with_next =
      std::any_of(open.begin(), open.end(), [](const ScoredCriterion* row) { return row->next.has_value(); });
  doc::Table table;
  table.columns = {{Text{"Raise", "提升"}, {}}, {Text{"Ask", "要问的"}, {}}};
  if (with_next) table.columns.push_back({Text{"One point more when", "再加一分的条件"}, {}});
  for (const ScoredCriterion* row : open) {
    table.rows.push_back({doc::Value(Message(words(row->criterion).name)), doc::Value(row->question)});
    if (with_next) table.rows.back().push_back(row->next ? doc::Cell(*row->next) : doc::Cell());
  }
  return {"next", Text{"Ask next", "接下来要问"}, {std::move(table)}, {}};
}

doc::Section history_section(const QualifyResult& result) {
  doc::Table table;
  table.columns = {{Text{"Date", "日期"}, {}}, {Text{"Answered", "已评分"}, {}}, {Text{"Total", "总分"}, {}}};
  for (const PastTotal& past : result.history)
    table.rows.push_back({doc::Value(past.date), count(past.answered), count(past.total)});
  return {"history", Text{"Earlier scorings", "历次评分"}, {table}, {}};
}

doc::Section record_section(const std::vector<BandRecord>& bands) {
  doc::Table table;
  table.columns = {{Text{"Band", "档位"}, {}},     {Text{"Won", "赢单"}, {}},
                   {Text{"Lost", "丢单"}, {}},     {Text{"Win rate", "赢单率"}, {}},
                   {Text{"At least", "至少"}, {}}, {Text{"At most", "至多"}, {}}};
  for (const BandRecord& band : bands) {
    std::vector<doc::Cell> cells{doc::Value(Message(name(band.band))), count(band.won), count(band.lost)};
    cells.push_back(band.too_few ? doc::Cell(Message(Text{"too few", "过少"}))
                                 : doc::cell(doc::percent(band.win_rate)));
    cells.push_back(doc::cell(doc::percent(band.win_rate_low)));
    cells.push_back(doc::cell(doc::percent(band.win_rate_high)));
    table.rows.push_back(std::move(cells));
  }
  table.footnote = Text{"Wilson 95 % intervals; a band with fewer than 10 closed deals has no rate",
                        "Wilson 95% 区间；已关闭商机少于 10 个的档位不给出赢单率"};
  return {"by_band", Text{"What scores have been worth", "评分与结果"}, {table}, {}};
}

}  // namespace

QualifyResult qualify(const DealRecord* deal, const Scores& given, const Policy& policy) {
  QualifyResult result;
  Scores scores = deal != nullptr ? deal->scorecard.scores() : Scores{};
  for (const Criterion criterion : enumerators<Criterion>()) {
    if (given[criterion]) scores[criterion] = given[criterion];
    result.criteria.push_back(scored(criterion, deal, scores[criterion], policy.scorecard));
  }
  const ScoreSum sum = sum_of(scores, policy.scorecard);
  result.answered = sum.answered;
  result.total = sum.total;
  result.total_min = sum.lowest;
  result.total_max = sum.highest;
  result.band = sum.band;
  result.bant_qualified = sum.bant_qualified;
  for (const Criterion criterion : kBantCriteria)
    result.bant.push_back({criterion, scores[criterion].value_or(0) >= policy.scorecard.bant_minimum});
  if (deal == nullptr) return result;
  result.deal = deal->name;
  result.manager_total = sum_of(deal->scorecard.manager_scores(), policy.scorecard).total;
  result.history = history_of(*deal, policy.scorecard);
  return result;
}

std::vector<BandRecord> record_by_band(const std::vector<ScoredDeal>& deals, const ScorecardPolicy& policy) {
  std::vector<BandRecord> bands;
  for (const ScoreBand band : enumerators<ScoreBand>()) bands.push_back({band, 0, 0, {}, {}, {}, true});
  for (const ScoredDeal& deal : deals) {
    const ScoreSum sum = sum_of(deal.scores, policy);
    if (!sum.total || deal.state == DealState::kOpen) continue;
    BandRecord& band = bands[static_cast<std::size_t>(*sum.band)];
    ++(deal.state == DealState::kWon ? band.won : band.lost);
  }
  for (BandRecord& band : bands) {
    const CountedShare counted = counted_share(band.won, band.won + band.lost);
    band.too_few = counted.too_few;
    band.win_rate = counted.share;
    band.win_rate_low = counted.low;
    band.win_rate_high = counted.high;
  }
  return bands;
}

doc::Document qualify_document(const QualifyResult& result, const ScorecardPolicy& policy) {
  doc::Document document{Text{"Qualification scorecard", "资质评分卡"}, {}, {summary(result, policy)}};
  document.sections.push_back({"criteria",
                               Text{"Criteria", "评分项"},
                               {picture(result, policy), criteria_table(result, policy)},
                               {}});
  document.sections.push_back(next_section(result, policy));
  if (!result.history.empty()) document.sections.push_back(history_section(result));
  if (result.by_band) document.sections.push_back(record_section(*result.by_band));
  return document;
}

}  // namespace ae::method

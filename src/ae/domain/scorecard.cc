#include "ae/domain/scorecard.h"

#include <algorithm>

#include "ae/config/content_tree.h"

namespace ae {
namespace {

CriterionWords read_words(const config::TomlNode& node) {
  using config::content_text;
  CriterionWords words{content_text(*node.find("name")),
                       content_text(*node.find("meaning")),
                       content_text(*node.find("question")),
                       {}};
  for (const config::TomlNode& anchor : *node.find("rubric")->array())
    words.rubric.push_back(content_text(anchor));
  return words;
}

}  // namespace

Text name(ScoreBand band) {
  static constexpr Text kNames[] = {{"Strong opportunity", "优质商机"},
                                    {"Work on weak areas", "需优化薄弱环节"},
                                    {"Needs more qualification", "需进一步审核资质"}};
  return kNames[static_cast<std::size_t>(band)];
}

const CriterionWords& words(Criterion criterion) {
  static const std::vector<CriterionWords> all = [] {
    std::vector<CriterionWords> read;
    for (const Criterion each : enumerators<Criterion>())
      read.push_back(read_words(*config::content_tree("method/scorecard.toml").find(key(each))));
    return read;
  }();
  return all[static_cast<std::size_t>(criterion)];
}

ScoreBand band_of(std::int64_t total, const ScorecardPolicy& policy) {
  if (total >= policy.strong_from) return ScoreBand::kStrong;
  return total >= policy.work_on_weak_areas_from ? ScoreBand::kWorkOnWeakAreas
                                                 : ScoreBand::kNeedsQualification;
}

ScoreSum sum_of(const Scores& scores, const ScorecardPolicy& policy) {
  ScoreSum sum;
  for (const auto& score : scores) {
    sum.answered += score ? 1 : 0;
    sum.lowest += score.value_or(policy.lowest);
    sum.highest += score.value_or(policy.highest);
  }
  if (sum.answered == static_cast<std::int64_t>(Scores::kSize)) sum.total = sum.lowest;
  if (const ScoreBand band = band_of(sum.lowest, policy); band == band_of(sum.highest, policy))
    sum.band = band;
  sum.bant_qualified = std::all_of(kBantCriteria.begin(), kBantCriteria.end(), [&](Criterion criterion) {
    return scores[criterion].value_or(0) >= policy.bant_minimum;
  });
  return sum;
}

}  // namespace ae

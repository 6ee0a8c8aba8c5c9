#include "ae/forecast/naive_bayes.h"

#include <cmath>

namespace ae::forecast {
namespace {

constexpr double kFirst = 0.1;

/// How often each value of a column was won and lost.
struct Frequencies {
  std::vector<double> won, lost;  ///< by code; 0 where never seen
  double all_won = 0, all_lost = 0;
};

Frequencies frequencies(const FeatureTable& table, std::size_t column,
                        const std::vector<std::size_t>& train) {
  Frequencies counted;
  counted.won.resize(table.levels[column].size());
  counted.lost.resize(table.levels[column].size());
  for (const std::size_t row : train) {
    const std::uint32_t code = table.rows[row][column];
    for (auto* counts : {&counted.won, &counted.lost}) {
      if ((*counts)[code] == 0) (*counts)[code] = kFirst;
    }
    counted.won[code] += table.won[row];
    counted.lost[code] += table.lost[row];
  }
  for (const double count : counted.won) counted.all_won += count;
  for (const double count : counted.lost) counted.all_lost += count;
  return counted;
}

}  // namespace

double naive_bayes_probability(double won_share, double lost_share,
                               const std::vector<std::pair<double, double>>& fields) {
  double log_odds = std::log(won_share) - std::log(lost_share);
  for (const auto& [won, lost] : fields) log_odds += std::log(won) - std::log(lost);
  return 1 / (1 + std::exp(-log_odds));
}

std::vector<double> naive_bayes(const FeatureTable& table, const std::vector<std::size_t>& train,
                                const std::vector<std::size_t>& test) {
  std::vector<Frequencies> counted;
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    counted.push_back(frequencies(table, column, train));
  const double won = table.won_of(train) + kFirst;
  const double lost = table.cases_of(train) - table.won_of(train) + kFirst;
  std::vector<double> stated;
  for (const std::size_t row : test) {
    std::vector<std::pair<double, double>> fields;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const Frequencies& of = counted[column];
      const std::uint32_t code = table.rows[row][column];
      if (code != 0 && of.won[code] > 0)
        fields.emplace_back(of.won[code] / of.all_won, of.lost[code] / of.all_lost);
    }
    stated.push_back(naive_bayes_probability(won / (won + lost), lost / (won + lost), fields));
  }
  return stated;
}

}  // namespace ae::forecast

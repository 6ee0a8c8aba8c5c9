/// Writes an opportunity CSV for the benches: make_opportunities ROWS [SEED] > FILE
///
/// 21 columns, about 230 bytes a row: random ids of 18 characters, free text in quotes with commas, doubled
/// quotes, line ends and Chinese, ISO dates, plain amounts. A third of the deals is open. The same rows and
/// seed give the same bytes.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ae/base/date.h"
#include "ae/statistics/random.h"

namespace {

using ae::Date;
using ae::statistics::Random;

constexpr std::string_view kHeader =
    "id,name,account,owner,team,region,segment,product,stage,amount,currency,probability,forecast_category,"
    "created_date,close_date,closed_date,stage_date,last_activity_date,next_step,lead_source,loss_reason\n";

constexpr std::string_view kStages[] = {"Prospect", "Discovery", "Demo", "Proposal", "Negotiation"};
constexpr std::string_view kProbabilities[] = {"10", "20", "40", "60", "80"};
constexpr std::string_view kCategories[] = {"Pipeline", "Pipeline", "Best Case", "Best Case", "Commit"};
constexpr std::string_view kRegions[] = {"EMEA", "Americas", "APAC", "华东", "华南"};
constexpr std::string_view kSegments[] = {"Enterprise", "Mid-Market", "SMB"};
constexpr std::string_view kProducts[] = {"Platform", "Analytics", "Support", "Training", "数据平台", "Edge"};
constexpr std::string_view kSources[] = {"Referral", "Web", "Event", "Outbound", "Partner"};
constexpr std::string_view kReasons[] = {"Price", "No decision", "Competitor", "Timing", "Missing feature"};
constexpr std::string_view kSteps[] = {"Send the proposal",
                                       "\"Call procurement, then legal\"",
                                       "\"Demo for the team\nand the sponsor\"",
                                       "与采购确认付款条款",
                                       "\"Agree on \"\"phase 2\"\", with dates\"",
                                       ""};
constexpr std::string_view kNouns[] = {"renewal", "rollout", "expansion", "pilot", "升级项目", "migration"};

template <std::size_t N>
std::string_view one_of(Random& random, const std::string_view (&words)[N]) {
  return words[random.below(N)];
}

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) {}

  void row() {
    const std::size_t stage = random_.below(5);
    const std::uint64_t fate = random_.below(3);  // open, won, lost
    id();
    name();
    numbered("Account ", 40'000);
    numbered("Owner ", 200);
    numbered("Team ", 20);
    cell(one_of(random_, kRegions));
    cell(one_of(random_, kSegments));
    cell(one_of(random_, kProducts));
    cell(fate == 0 ? kStages[stage] : fate == 1 ? "Closed Won" : "Closed Lost");
    amount();
    cell("USD");
    cell(fate == 0 ? kProbabilities[stage] : fate == 1 ? "100" : "0");
    cell(fate == 0 ? kCategories[stage] : fate == 1 ? "Closed" : "Omitted");
    const Date created = Date::from_ymd(2022, 1, 1).value_or(Date{}) + static_cast<int>(random_.below(1400));
    const Date close = created + static_cast<int>(10 + random_.below(200));
    date(created);
    date(close);
    if (fate == 0) {
      line_ += ',';
    } else {
      date(close);
    }
    date(created + static_cast<int>(random_.below(60)));
    date(created + static_cast<int>(random_.below(120)));
    cell(one_of(random_, kSteps));
    cell(one_of(random_, kSources));
    line_ += fate == 2 ? one_of(random_, kReasons) : std::string_view();
    line_ += '\n';
    flush(1 << 16);
  }

  void flush(std::size_t when) {
    if (line_.size() < when) return;
    std::fwrite(line_.data(), 1, line_.size(), stdout);
    line_.clear();
  }

  void header() { line_ += kHeader; }

 private:
  void cell(std::string_view words) { (line_ += words) += ','; }

  void id() {
    constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    line_ += "006";
    for (int at = 0; at < 15; ++at) line_ += kDigits[random_.below(kDigits.size())];
    line_ += ',';
  }

  void name() {
    const bool quoted = random_.below(4) == 0;
    if (quoted) line_ += '"';
    line_ += "Deal ";
    line_ += std::to_string(random_.below(1'000'000));
    line_ += quoted ? ", " : " ";
    line_ += one_of(random_, kNouns);
    line_ += quoted ? "\"," : ",";
  }

  void numbered(std::string_view what, std::uint64_t count) {
    (line_ += what) += std::to_string(random_.below(count));
    line_ += ',';
  }

  void amount() {
    line_ += std::to_string(1'000 + random_.below(500'000));
    if (random_.below(3) == 0) {
      const std::uint64_t cents = random_.below(100);
      line_ += '.';
      line_ += static_cast<char>('0' + cents / 10);
      line_ += static_cast<char>('0' + cents % 10);
    }
    line_ += ',';
  }

  void date(Date day) { (line_ += day.iso()) += ','; }

  Random random_;
  std::string line_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("make_opportunities ROWS [SEED] > FILE\n", stderr);
    return 2;
  }
  const std::uint64_t rows = std::strtoull(argv[1], nullptr, 10);
  Writer writer(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  writer.header();
  for (std::uint64_t row = 0; row < rows; ++row) writer.row();
  writer.flush(1);
  return 0;
}

// What cannot be right in the MEDDIC letters and in the discovery log of a deal.

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ae/base/near.h"
#include "ae/domain/deal_fault_checks.h"
#include "ae/domain/discovery_question.h"

namespace ae {
namespace {

using Faults = std::vector<DealFault>;

struct ErrorCodes {
  std::string_view person, question, target, count;
};
constexpr ErrorCodes kCodes{"deal_unknown_person", "deal_unknown_question", "deal_unknown_target",
                            "deal_count_out_of_range"};

/// Numbers of days and of times a year: what is larger is a slip.
constexpr std::int64_t kLargestCount = 10'000;

void check_person(Faults& faults, MeddicLetter letter, const DealRecord& deal) {
  const std::optional<std::string>& person = deal.meddic.at(letter).person;
  if (!person || deal.contact(*person) != nullptr) return;
  std::vector<std::string_view> names;
  for (const DealContact& contact : deal.contacts) names.emplace_back(contact.name);
  faults.push_back({fmt::format("meddic.{}.person", key(letter)), std::string(kCodes.person),
                    Message{Text{"{letter}: {person} is not among the contacts of the deal",
                                 "{letter}：{person} 不在该商机的联系人中"}}
                        .with("letter", words(letter).name)
                        .with("person", *person),
                    Text{"Add a [[contacts]] block for this person, or name one who has one",
                         "请为此人添加一段 [[contacts]]，或改为已有的联系人"},
                    near_misses(*person, names)});
}

void check_question(Faults& faults, const std::string& path, const DiscoveryEntry& entry) {
  if (!targets_of(entry.question).empty()) return;
  faults.push_back(
      {path + ".question", std::string(kCodes.question),
       Message{Text{"There is no question {question}", "没有问题 {question}"}}.with("question",
                                                                                    entry.question),
       Text{"`ae discovery` lists the questions with their ids", "`ae discovery` 可列出全部问题及编号"},
       near_misses(entry.question, question_ids())});
}

void check_settled(Faults& faults, const std::string& path, const DiscoveryEntry& entry) {
  const std::vector<std::string> targets = targets_of(entry.question);
  if (!entry.settles || targets.empty()) return;
  const std::vector<std::string_view> known(targets.begin(), targets.end());
  for (std::size_t index = 0; index < entry.settles->size(); ++index) {
    const std::string& target = (*entry.settles)[index];
    if (std::find(targets.begin(), targets.end(), target) != targets.end()) continue;
    faults.push_back({fmt::format("{}.settles.{}", path, index), std::string(kCodes.target),
                      Message{Text{"An answer to {question} cannot settle {target}",
                                   "对 {question} 的回答不能解决 {target}"}}
                          .with("question", entry.question)
                          .with("target", target),
                      Message{Text{"It can settle: {targets}", "可解决：{targets}"}}.with(
                          "targets", fmt::format("{}", fmt::join(targets, ", "))),
                      near_misses(target, known)});
  }
}

void check_count(Faults& faults, std::string path, const std::optional<std::int64_t>& count) {
  if (!count || (*count >= 1 && *count <= kLargestCount)) return;
  faults.push_back({std::move(path), std::string(kCodes.count),
                    Message{Text{"{count} is no number from 1 to {most}", "{count} 不是 1 到 {most} 的整数"}}
                        .with("count", *count)
                        .with("most", kLargestCount),
                    Text{"Days, and times a year, are counted in whole numbers; what is unknown is left out",
                         "天数与每年次数用整数填写；未知的不写"}});
}

}  // namespace

void check_meddic(Faults& faults, const DealRecord& deal, Date as_of) {
  check_person(faults, MeddicLetter::kEconomicBuyer, deal);
  check_person(faults, MeddicLetter::kChampion, deal);
  for (const MeddicLetter letter : enumerators<MeddicLetter>())
    check_not_after(faults, fmt::format("meddic.{}.confirmed", key(letter)), deal.meddic.at(letter).confirmed,
                    as_of);
}

void check_discovery(Faults& faults, const DealRecord& deal, Date as_of) {
  for (std::size_t index = 0; index < deal.discovery.size(); ++index) {
    const DiscoveryEntry& entry = deal.discovery[index];
    const std::string path = fmt::format("discovery.{}", index);
    check_question(faults, path, entry);
    check_not_after(faults, path + ".asked", entry.asked, as_of);
    check_settled(faults, path, entry);
    check_count(faults, path + ".days", entry.days);
    check_count(faults, path + ".per_year", entry.per_year);
  }
}

}  // namespace ae

#include "ae/domain/objection_search.h"

#include <algorithm>
#include <optional>

#include "ae/base/near.h"
#include "ae/domain/spoken_terms.h"

namespace ae {
namespace {

using Terms = std::vector<SpokenTerm>;

constexpr std::int64_t kWorth = 1'000'000;          ///< of a term that one objection alone has, nearly
constexpr std::int64_t kUnknownWorth = kWorth / 3;  ///< of a term that none has: as if three had it
constexpr std::int64_t kSmallWordPart = 5;          ///< a small word is worth a fifth of another
constexpr std::int64_t kHeardWeight = 3;   ///< of a term found where buyers say it; 1 in what is meant
constexpr std::int64_t kTellingShare = 3;  ///< a term tells when at most a third of the objections have it
constexpr std::int64_t kLeastShare = Ratio::kOne / 10;
constexpr std::size_t kMostMatches = 5;

struct IndexedObjection {
  const Objection* objection = nullptr;
  std::vector<Terms> heard;  ///< of each sentence, in every language
  Terms said, meant;         ///< of all sentences and the name; of the intent
};

void add_terms(Terms& terms, const Text& text) {
  for (const Language language : kAllLanguages) {
    for (SpokenTerm& term : spoken_terms(text.in(language))) terms.push_back(std::move(term));
  }
}

IndexedObjection indexed(const Objection& objection) {
  IndexedObjection entry{&objection, {}, {}, {}};
  for (const Text& sentence : objection.heard) {
    add_terms(entry.heard.emplace_back(), sentence);
    add_terms(entry.said, sentence);
  }
  add_terms(entry.said, objection.name);
  add_terms(entry.meant, objection.intent);
  return entry;
}

const std::vector<IndexedObjection>& index() {
  static const std::vector<IndexedObjection> all = [] {
    std::vector<IndexedObjection> made;
    for (const Objection& each : objections()) made.push_back(indexed(each));
    return made;
  }();
  return all;
}

bool has(const Terms& terms, const SpokenTerm& said) {
  return std::any_of(terms.begin(), terms.end(),
                     [&](const SpokenTerm& term) { return is_found_in(said, term); });
}

struct WeighedTerm {
  SpokenTerm term;
  std::int64_t worth = 0;
  bool tells = false;
};

/// A term is worth the more, the fewer objections have it, and nothing when all have it.
WeighedTerm weighed(SpokenTerm term) {
  const auto all = static_cast<std::int64_t>(index().size());
  const auto having = static_cast<std::int64_t>(std::count_if(
      index().begin(), index().end(),
      [&](const IndexedObjection& each) { return has(each.said, term) || has(each.meant, term); }));
  const std::int64_t worth = having == 0 ? kUnknownWorth : kWorth / having - kWorth / all;
  if (is_small_word(term)) return {std::move(term), worth / kSmallWordPart, false};
  return {std::move(term), worth, having > 0 && having * kTellingShare <= all};
}

Text closest_sentence(const IndexedObjection& entry, const std::vector<WeighedTerm>& said) {
  std::size_t best = 0;
  std::int64_t most = -1;
  for (std::size_t sentence = 0; sentence < entry.heard.size(); ++sentence) {
    std::int64_t found = 0;
    for (const WeighedTerm& each : said) found += has(entry.heard[sentence], each.term) ? each.worth : 0;
    if (found <= most) continue;
    most = found;
    best = sentence;
  }
  return entry.objection->heard[best];
}

/// nullopt when nothing that was said tells that it is this one.
std::optional<ObjectionMatch> match_of(const IndexedObjection& entry, const std::vector<WeighedTerm>& said,
                                       std::int64_t whole) {
  std::int64_t found = 0;
  bool tells = false;
  for (const WeighedTerm& each : said) {
    const bool is_heard = has(entry.said, each.term);
    if (!is_heard && !has(entry.meant, each.term)) continue;
    found += each.worth * (is_heard ? kHeardWeight : 1);
    tells = tells || each.tells;
  }
  const std::optional<Ratio> share = Ratio::of(found, whole);
  if (!tells || !share || share->units() < kLeastShare) return std::nullopt;
  return ObjectionMatch{entry.objection, *share, closest_sentence(entry, said)};
}

}  // namespace

std::vector<ObjectionMatch> find_objections(std::string_view text) {
  std::vector<WeighedTerm> said;
  std::int64_t whole = 0;
  for (SpokenTerm& term : spoken_terms(text)) {
    said.push_back(weighed(std::move(term)));
    whole += said.back().worth * kHeardWeight;
  }
  std::vector<ObjectionMatch> matches;
  for (const IndexedObjection& entry : index()) {
    if (std::optional<ObjectionMatch> match = match_of(entry, said, whole)) matches.push_back(*match);
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const ObjectionMatch& a, const ObjectionMatch& b) { return a.share > b.share; });
  while (!matches.empty() &&
         (matches.size() > kMostMatches || matches.back().share.units() * 4 < matches.front().share.units()))
    matches.pop_back();
  return matches;
}

std::size_t close_matches(const std::vector<ObjectionMatch>& matches) {
  std::size_t close = 0;
  while (close < matches.size() && matches[close].share.units() * 5 >= matches.front().share.units() * 4)
    ++close;
  return close;
}

bool is_weak(const std::vector<ObjectionMatch>& matches) {
  return !matches.empty() && matches.front().share.units() * 2 < Ratio::kOne;
}

std::vector<std::string> near_objections(std::string_view word) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string_view> ids;
  for (const Objection& each : objections()) ids.emplace_back(each.id);
  std::vector<std::string> near = near_misses(word, ids);
  if (!near.empty()) return near;
  for (const ObjectionMatch& match : find_objections(word)) {
    if (near.size() < kMost) near.push_back(match.objection->id);
  }
  return near;
}

}  // namespace ae

#include "ae/playbook/search.h"

#include <algorithm>

#include "ae/doc/markup.h"
#include "ae/playbook/excerpt.h"
#include "ae/playbook/terms.h"

namespace ae::playbook {
namespace {

using Sought = std::vector<std::string>;

/// What a text is worth to a search.
struct Match {
  std::vector<bool> has;          ///< which of the sought terms it has
  std::int64_t in_a_row = 0;      ///< 1 when it has them one behind the other
  bool begins = false;            ///< and has nothing before them
  std::optional<std::size_t> at;  ///< byte of the first of them; of the row, where there is one
};

Match match(std::string_view text, const Sought& sought) {
  const std::vector<Term> terms = terms_of(text);
  Match found{std::vector<bool>(sought.size(), false), 0, false, {}};
  for (std::size_t index = 0; index < terms.size(); ++index) {
    for (std::size_t each = 0; each < sought.size(); ++each) {
      if (!answers(terms[index].text, sought[each])) continue;
      found.has[each] = true;
      if (!found.at) found.at = terms[index].begin;
    }
    if (found.in_a_row != 0 || index + sought.size() > terms.size()) continue;
    bool row = true;
    for (std::size_t each = 0; row && each < sought.size(); ++each)
      row = answers(terms[index + each].text, sought[each]);
    if (!row) continue;
    found.in_a_row = 1;
    found.begins = index == 0;
    found.at = terms[index].begin;
  }
  return found;
}

std::int64_t count(const std::vector<bool>& has) { return std::count(has.begin(), has.end(), true); }

/// A text of a section or topic, and what a term in it is worth.
struct Field {
  std::int64_t weight;
  Message text;
};

constexpr std::int64_t kTitle = 40;
constexpr std::int64_t kHeading = 20;
constexpr std::int64_t kSummary = 8;
constexpr std::int64_t kText = 2;

/// A table's cells in a row.
Message words_of(const std::vector<Message>& row) {
  std::array<std::string, kAllLanguages.size()> words;
  for (const Language language : kAllLanguages) {
    std::string& line = words[static_cast<std::size_t>(language)];
    for (const Message& cell : row) line.append(line.empty() ? "" : " · ").append(cell.in(language));
  }
  return Message::of_languages(std::move(words));
}

/// The heading, then each passage and each row of a table.
std::vector<Field> fields_of(const TopicSection& section) {
  std::vector<Field> fields{{kHeading, section.title}};
  for (const TopicBlock& block : section.blocks) {
    if (block.kind != BlockKind::kTable) fields.push_back({kText, block.text});
    for (const auto& row : block.rows) fields.push_back({kText, words_of(row)});
  }
  return fields;
}

/// What one language of a section is worth, and where it says best what is sought.
struct Rating {
  std::vector<bool> has;
  std::int64_t score = 0;
  std::size_t best_field = 0;
  std::int64_t best_worth = -1;
};

Rating rate(const std::vector<Field>& fields, Language language, const Sought& sought) {
  Rating rating{std::vector<bool>(sought.size(), false), 0, 0, -1};
  std::vector<std::int64_t> worth(sought.size(), 0);
  std::int64_t row = 0;
  std::int64_t begun = 0;
  for (std::size_t index = 0; index < fields.size(); ++index) {
    const Match found = match(doc::without_type_faces(fields[index].text.in(language)), sought);
    for (std::size_t each = 0; each < sought.size(); ++each) {
      if (!found.has[each]) continue;
      rating.has[each] = true;
      worth[each] = std::max(worth[each], fields[index].weight) + (worth[each] > 0 ? 1 : 0);
    }
    row = std::max(row, found.in_a_row * fields[index].weight);
    if (found.begins) begun = std::max(begun, fields[index].weight / 4);
    const std::int64_t worth_showing = count(found.has) * 2 + found.in_a_row;
    if (worth_showing > rating.best_worth) {
      rating.best_worth = worth_showing;
      rating.best_field = index;
    }
  }
  for (const std::int64_t each : worth) rating.score += each;
  rating.score += begun;
  if (sought.size() > 1) rating.score += 2 * row;
  return rating;
}

/// A hit with how many of the terms it has.
struct Candidate {
  std::int64_t terms = 0;
  Hit hit;
};

std::optional<Candidate> candidate(const std::vector<Field>& fields, const Sought& sought) {
  std::optional<Rating> best;
  for (const Language language : kAllLanguages) {
    Rating rating = rate(fields, language, sought);
    const auto rank = [](const Rating& each) { return std::pair(count(each.has), each.score); };
    if (!best || rank(rating) > rank(*best)) best = std::move(rating);
  }
  const std::int64_t terms = count(best->has);
  if (terms == 0) return std::nullopt;
  std::array<std::string, kAllLanguages.size()> excerpts;
  for (const Language language : kAllLanguages) {
    const std::string text = doc::without_type_faces(fields[best->best_field].text.in(language));
    excerpts[static_cast<std::size_t>(language)] = excerpt(text, match(text, sought).at.value_or(0));
  }
  Candidate found{terms, {}};
  found.hit.excerpt = Message::of_languages(std::move(excerpts));
  found.hit.score = best->score;
  return found;
}

void add_candidates(const Topic& topic, const Sought& sought, std::vector<Candidate>& all) {
  const auto add = [&](const std::vector<Field>& fields, const TopicSection* section) {
    std::optional<Candidate> found = candidate(fields, sought);
    if (!found) return;
    found->hit.topic = topic.id;
    found->hit.title = topic.title;
    if (section != nullptr) found->hit.section = section->id;
    if (section != nullptr) found->hit.section_title = section->title;
    all.push_back(*std::move(found));
  };
  add({{kTitle, topic.title}, {kSummary, topic.summary}}, nullptr);
  for (const TopicSection& section : topic.sections) add(fields_of(section), &section);
}

}  // namespace

Found find(const std::vector<Topic>& topics, std::string_view query, std::size_t limit) {
  const Sought sought = terms_of_query(query);
  Found found;
  if (sought.empty()) return found;
  std::vector<Candidate> all;
  for (const Topic& topic : topics) add_candidates(topic, sought, all);
  std::int64_t most = 0;
  for (const Candidate& each : all) most = std::max(most, each.terms);
  std::erase_if(all, [&](const Candidate& each) { return each.terms < most; });
  std::stable_sort(all.begin(), all.end(),
                   [](const Candidate& a, const Candidate& b) { return a.hit.score > b.hit.score; });
  found.total = static_cast<std::int64_t>(all.size());
  found.all_words = most == static_cast<std::int64_t>(sought.size());
  for (Candidate& each : all) {
    if (found.hits.size() < limit) found.hits.push_back(std::move(each.hit));
  }
  return found;
}

}  // namespace ae::playbook

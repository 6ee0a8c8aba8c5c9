#include "ae/playbook/topic.h"

#include <algorithm>
#include <array>
#include <map>

#include "ae/base/assert.h"
#include "ae/config/content.h"
#include "ae/playbook/policy_figure.h"
#include "ae/playbook/topic_link.h"

namespace ae::playbook {
namespace {

/// One page in every language, in the order of kAllLanguages.
using Pages = std::array<Page, kAllLanguages.size()>;

/// First to last; what is not named here comes behind, by its id.
constexpr std::string_view kReadingOrder[] = {
    "sales-process",           "discovery",   "objections",       "negotiation", "pipeline-management",
    "coverage-and-categories", "forecasting", "account-planning", "metrics"};

std::size_t place_of(std::string_view id) {
  return static_cast<std::size_t>(std::find(std::begin(kReadingOrder), std::end(kReadingOrder), id) -
                                  std::begin(kReadingOrder));
}

std::map<std::string, Pages, std::less<>> pages_by_id() {
  std::map<std::string, Pages, std::less<>> found;
  for (const config::ContentFile& file : config::content_files()) {
    for (const Language language : kAllLanguages) {
      const std::string folder = "playbook/" + std::string(language_code(language)) + "/";
      if (!file.path.starts_with(folder)) continue;
      Page page = parse_page(file.bytes);
      found[page.id][static_cast<std::size_t>(language)] = std::move(page);
    }
  }
  return found;
}

/// Lays the pages of one topic over each other. They have the same structure, which the tests hold.
class Merger {
 public:
  Merger(const Pages& pages, const Policy& policy) : pages_(pages), policy_(policy) {}

  Topic topic() const {
    const Page& first = pages_.front();
    Topic topic{first.id,
                words([](const Page& page) { return page.title; }),
                words([](const Page& page) { return page.summary; }),
                first.related,
                {}};
    for (std::size_t index = 0; index < first.sections.size(); ++index)
      topic.sections.push_back(section(index));
    return topic;
  }

 private:
  TopicSection section(std::size_t index) const {
    for (const Page& page : pages_) AE_ASSERT(page.sections.size() == pages_.front().sections.size());
    const PageSection& first = pages_.front().sections[index];
    TopicSection merged{
        first.id, words([&](const Page& page) { return page.sections[index].title; }), first.level, {}};
    for (std::size_t at = 0; at < first.blocks.size(); ++at) merged.blocks.push_back(block(index, at));
    return merged;
  }

  TopicBlock block(std::size_t section, std::size_t index) const {
    const auto of = [&](const Page& page) -> const PageBlock& {
      AE_ASSERT(page.sections[section].blocks.size() > index);
      return page.sections[section].blocks[index];
    };
    const PageBlock& first = of(pages_.front());
    TopicBlock merged{first.kind, first.number, words([&](const Page& page) { return of(page).text; }), {}};
    for (std::size_t row = 0; row < first.rows.size(); ++row) {
      std::vector<Message>& cells = merged.rows.emplace_back();
      for (std::size_t cell = 0; cell < first.rows[row].size(); ++cell)
        cells.push_back(words([&](const Page& page) { return of(page).rows.at(row).at(cell); }));
    }
    return merged;
  }

  /// What `text` says of each page, filled.
  template <typename TextOf>
  Message words(TextOf text) const {
    std::array<std::string, kAllLanguages.size()> each;
    for (std::size_t index = 0; index < each.size(); ++index)
      each[index] = with_topic_links(with_policy_figures(text(pages_[index]), policy_));
    return Message::of_languages(std::move(each));
  }

  const Pages& pages_;
  const Policy& policy_;
};

}  // namespace

std::vector<Topic> topics(const Policy& policy) {
  std::vector<Topic> all;
  for (const auto& [id, pages] : pages_by_id()) all.push_back(Merger(pages, policy).topic());
  std::stable_sort(all.begin(), all.end(),
                   [](const Topic& a, const Topic& b) { return place_of(a.id) < place_of(b.id); });
  return all;
}

std::vector<TopicSection> section_of(const Topic& topic, std::string_view id) {
  auto at = std::find_if(topic.sections.begin(), topic.sections.end(),
                         [&](const TopicSection& section) { return section.id == id; });
  std::vector<TopicSection> found;
  if (at == topic.sections.end()) return found;
  const std::int64_t level = at->level;
  do {
    found.push_back(*at++);
  } while (at != topic.sections.end() && at->level > level);
  return found;
}

}  // namespace ae::playbook

// The pages of the playbook, passage beside passage.

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "ae/app/language_audit.h"
#include "ae/playbook/page.h"

namespace ae::app {
namespace {

constexpr auto kLanguages = kAllLanguages.size();

std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }

/// One page in every language.
struct PageSet {
  std::array<std::optional<playbook::Page>, kLanguages> pages;
  std::array<std::string, kLanguages> sources;
};

/// Adds the pages of one topic, passage beside passage.
class PageWalk {
 public:
  PageWalk(LanguageAudit& audit, const std::string& id, const PageSet& set)
      : audit_(audit), id_(id), set_(set) {}

  void visit() {
    const auto there =
        std::find_if(set_.pages.begin(), set_.pages.end(), [](const auto& page) { return page.has_value(); });
    const auto first = static_cast<std::size_t>(there - set_.pages.begin());
    for (const Language language : kAllLanguages) {
      const auto& page = set_.pages[index_of(language)];
      if (!page || !is_alike(**there, *page)) {
        audit_.add_structure(language, page ? first_difference(**there, *page) : id_,
                             {page ? set_.sources[index_of(language)] : set_.sources[first], 0, 0});
        return;
      }
    }
    add([](const playbook::Page& page) -> std::string_view { return page.title; }, "title");
    add([](const playbook::Page& page) -> std::string_view { return page.summary; }, "summary");
    for (std::size_t section = 0; section < (*there)->sections.size(); ++section)
      visit_section(**there, section);
  }

 private:
  static bool is_alike(const playbook::PageBlock& a, const playbook::PageBlock& b) {
    return a.kind == b.kind && a.rows.size() == b.rows.size() &&
           std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                      [](const auto& row, const auto& other) { return row.size() == other.size(); });
  }
  static bool is_alike(const playbook::PageSection& a, const playbook::PageSection& b) {
    return a.id == b.id && a.level == b.level &&
           std::equal(a.blocks.begin(), a.blocks.end(), b.blocks.begin(), b.blocks.end(),
                      [](const auto& one, const auto& other) { return is_alike(one, other); });
  }
  static bool is_alike(const playbook::Page& a, const playbook::Page& b) {
    return std::equal(a.sections.begin(), a.sections.end(), b.sections.begin(), b.sections.end(),
                      [](const auto& one, const auto& other) { return is_alike(one, other); });
  }
  /// "objections#steps": the first section in which the pages differ.
  std::string first_difference(const playbook::Page& a, const playbook::Page& b) const {
    std::size_t at = 0;
    while (at < a.sections.size() && at < b.sections.size() && is_alike(a.sections[at], b.sections[at])) ++at;
    const playbook::Page& longer = at < b.sections.size() ? b : a;
    return at < longer.sections.size() ? id_ + "#" + longer.sections[at].id : id_;
  }

  void visit_section(const playbook::Page& first, std::size_t section) {
    const std::string& where = first.sections[section].id;
    add([&](const playbook::Page& page) -> std::string_view { return page.sections[section].title; }, where);
    for (std::size_t block = 0; block < first.sections[section].blocks.size(); ++block) {
      add(
          [&](const playbook::Page& page) -> std::string_view {
            return page.sections[section].blocks[block].text;
          },
          where);
      const auto& rows = first.sections[section].blocks[block].rows;
      for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t cell = 0; cell < rows[row].size(); ++cell)
          add(
              [&](const playbook::Page& page) -> std::string_view {
                return page.sections[section].blocks[block].rows[row][cell];
              },
              where);
      }
    }
  }

  template <typename Part>
  void add(const Part& part, const std::string& where) {
    EachLanguage words;
    for (std::size_t index = 0; index < kLanguages; ++index) words[index] = part(*set_.pages[index]);
    audit_.add(words, id_ + "#" + where, {set_.sources.back(), 0, 0});
  }

  LanguageAudit& audit_;
  const std::string& id_;
  const PageSet& set_;
};

}  // namespace

void audit_pages(LanguageAudit& audit, const std::vector<ContentBytes>& files) {
  std::map<std::string, PageSet> sets;
  for (const ContentBytes& file : files) {
    for (const Language language : kAllLanguages) {
      const std::string folder = fmt::format("playbook/{}/", language_code(language));
      if (!file.path.starts_with(folder) || !file.path.ends_with(".md")) continue;
      PageSet& set = sets[file.path.substr(folder.size(), file.path.size() - folder.size() - 3)];
      set.pages[index_of(language)] = playbook::parse_page(file.bytes);
      set.sources[index_of(language)] = file.source;
    }
  }
  for (const auto& [id, set] : sets) PageWalk(audit, id, set).visit();
}

}  // namespace ae::app

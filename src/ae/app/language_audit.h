#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ae/base/result.h"
#include "ae/base/text.h"

/// Holds what people read against the languages of the product: nothing may be said in one of them only.
namespace ae::app {

/// One text in each language, in the order of kAllLanguages; a part is empty where a language has none.
using EachLanguage = std::array<std::string_view, kAllLanguages.size()>;

struct LanguageFault {
  std::string
      code;  ///< language_missing, language_same, language_script, language_placeholders, language_structure
  std::string where;  ///< "objection.0.name", "objections#steps", "pipeline --as-of"
  Place place;        ///< file and line of content; none for what is in the program
  Message text, hint;
};

/// Collects texts and what is wrong with them.
///
/// A text is at fault in a language when it is empty there though another language has words; when it holds
/// letters but none of the script that the language is written in; or when its {name} placeholders are others
/// than in the first language. Names and codes read alike everywhere: what stands in backticks, in a link's
/// target or in placeholders is not looked at, nor are words without a small letter (MEDDIC, P50), nor the
/// names that the audit is given.
class LanguageAudit {
 public:
  explicit LanguageAudit(std::vector<std::string> names) : names_(std::move(names)) {}

  void add(const EachLanguage& words, std::string where, const Place& place = {});
  void add(const Text& text, std::string where);
  /// A text of content that stands where every language should.
  void add_bare(std::string_view words, std::string where, const Place& place);
  /// A page of which a language has another structure than the first, or none.
  void add_structure(Language language, std::string where, const Place& place);

  std::int64_t texts() const { return texts_; }
  const std::vector<LanguageFault>& faults() const { return faults_; }

 private:
  /// What is left of the words without what reads alike everywhere.
  std::string said(std::string_view words) const;
  void judge(const EachLanguage& words, std::size_t index, const std::string& where, const Place& place);

  std::vector<std::string> names_;
  std::int64_t texts_ = 0;
  std::vector<LanguageFault> faults_;
};

/// A file of a content folder.
struct ContentBytes {
  std::string path;  ///< below the folder: "method/stages.toml"
  std::string_view bytes;
  std::string source;  ///< as it is named in places
};

/// The names that `names.toml` lists; none without it. Error: toml_syntax.
Result<std::vector<std::string>> names_of(const std::vector<ContentBytes>& files);

/// Adds every text of the TOML files: tables with a language's code as a key; and strings that are neither
/// below such a table nor identifiers. Lists called `words` and the column names of presets are matched
/// against data, and not said. Error: toml_syntax.
Result<void> audit_tables(LanguageAudit& audit, const std::vector<ContentBytes>& files);

/// Adds every passage of the playbook's pages, each beside its like in the other languages.
void audit_pages(LanguageAudit& audit, const std::vector<ContentBytes>& files);

}  // namespace ae::app

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ae/config/toml.h"
#include "ae/config/toml_edit.h"
#include "ae/domain/deal_record.h"

/// One deal in a TOML file that a person edits and keeps in version control. Changing it keeps every byte
/// that is not changed. docs/formats/deal.md describes it.
namespace ae::records {

struct DealFile {
  std::string name;   ///< the path that people gave
  std::string bytes;  ///< as they were read
  config::TomlNode tree;
  DealRecord deal;

  /// Where the value of a path stands, or its nearest table that is there.
  Place place(std::string_view path) const;
};

/// Reads a deal. All that is wrong goes to `errors`, in the order of the file: toml_syntax, or the codes of
/// RecordReader and of faults_of. The deal holds what could be read.
DealFile read_deal(std::string_view bytes, const std::string& name, const Policy& policy, Date as_of,
                   std::vector<Error>& errors);

/// The same for whoever needs the deal to be right: the first error, which says how many more there are.
Result<DealFile> sound_deal(std::string_view bytes, const std::string& name, const Policy& policy,
                            Date as_of);

/// A commented file for a new deal in the given languages: every field of a deal, those that are not given as
/// examples in comments. It reads as a deal with this name, account, owner, creation date.
std::string deal_template(std::string_view name, Date created, const Languages& languages);

}  // namespace ae::records

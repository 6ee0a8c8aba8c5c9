#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/domain/account_facts.h"
#include "ae/ingest/source.h"

/// The tables of accounts and contacts that stand beside an export of opportunities.
namespace ae::ingest {

/// A row of accounts. Figures are amounts and counts as plan_words writes them, where they can be read, and
/// else the cell as it stands; "" is a blank.
struct AccountRecord {
  std::string name;
  std::string parent;  ///< the account that it belongs to
  EnumArray<OverviewField, std::string> overview;
  std::int64_t line = 0;
};

/// A CSV with the columns account and perhaps industry, revenue, employees, current_arr, currency, parent.
/// Rows without a name are passed over. Errors: those of SideTable::read; ambiguous_number.
Result<std::vector<AccountRecord>> read_accounts(const Source& source, std::vector<Note>& notes);

/// A CSV with the columns account, name (or first_name and last_name) and perhaps title, relationship,
/// influence. Rows without a name or an account are passed over. Errors: those of SideTable::read.
Result<std::vector<AccountContact>> read_contacts(const Source& source, std::vector<Note>& notes);

/// What the files of a folder are to an account plan. Paths begin with the folder's.
struct AccountTables {
  std::string deals, accounts, contacts, products;  ///< "" where there is none
};

/// Looks at the files of a folder as look_into_folder does; a folder without deals is none that fails. A file
/// is a table of accounts, contacts or products when it is called so and has its columns; of several the
/// first by name. Errors: those of look_into_folder besides folder_without_deals.
Result<AccountTables> look_for_accounts(const std::string& folder);

/// The same of one file: in the place of what it is, deals when it is nothing else.
Result<AccountTables> look_at_account_file(const std::string& path);

/// Whether any file of the folder is called like a table of accounts, contacts or deals and has the ending of
/// one. Reads none of them.
bool has_files_called_like_tables(const std::string& folder);

}  // namespace ae::ingest

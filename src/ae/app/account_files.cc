#include "ae/app/account_files.h"

#include <algorithm>

#include "ae/ingest/folder.h"
#include "ae/ingest/read_accounts.h"

namespace ae::app {
namespace {

std::string folder_of(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  return slash == std::string::npos ? "." : file.substr(0, std::max<std::size_t>(slash, 1));
}

std::string without_dot(const std::string& path) { return path.starts_with("./") ? path.substr(2) : path; }

/// Takes what is found into the places that are free still.
void take(AccountFiles& tables, const ingest::AccountTables& found, bool with_deals) {
  if (with_deals && !found.deals.empty()) tables.deals.push_back({without_dot(found.deals)});
  if (tables.accounts.empty()) tables.accounts = without_dot(found.accounts);
  if (tables.contacts.empty()) tables.contacts = without_dot(found.contacts);
  if (tables.products.empty()) tables.products = without_dot(found.products);
}

}  // namespace

Result<AccountFiles> find_account_files(const Invocation& invocation) {
  AccountFiles tables;
  const std::vector<FilePath>& data = invocation.input.data;
  for (const FilePath& given : data) {
    const bool is_folder = ingest::is_folder(given.path);
    tables.folders.push_back(is_folder ? given.path : folder_of(given.path));
    AE_TRY(const ingest::AccountTables found,
           is_folder ? ingest::look_for_accounts(given.path) : ingest::look_at_account_file(given.path));
    take(tables, found, true);
  }
  if (data.empty()) {
    tables.folders.emplace_back(".");
    if (!ingest::has_files_called_like_tables(".")) return tables;
    AE_TRY(const ingest::AccountTables found, ingest::look_for_accounts("."));
    take(tables, found, true);
  } else if (data.size() == 1 && !tables.deals.empty() && tables.accounts.empty() &&
             tables.contacts.empty()) {
    // Deals alone: the tables beside them are theirs.
    AE_TRY(const ingest::AccountTables beside, ingest::look_for_accounts(tables.folders.front()));
    take(tables, beside, false);
  }
  return tables;
}

}  // namespace ae::app

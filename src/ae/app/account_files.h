#pragma once

#include <string>
#include <vector>

#include "ae/app/operation.h"

namespace ae::app {

/// The files that an account plan is made from; a name is empty where there is no such file.
struct AccountFiles {
  std::vector<FilePath> deals;
  std::string accounts, contacts, products;
  std::vector<std::string> folders;

  bool empty() const { return deals.empty() && accounts.empty() && contacts.empty() && products.empty(); }
};

/// Finds them in --data, which names files and folders; beside the deals when these alone are named; else in
/// the working folder, when a file of it is called like such a table. Errors: those of look_for_accounts and
/// look_at_account_file.
Result<AccountFiles> find_account_files(const Invocation& invocation);

}  // namespace ae::app

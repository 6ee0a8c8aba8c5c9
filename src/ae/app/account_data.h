#pragma once

#include <string>
#include <vector>

#include "ae/app/operation.h"
#include "ae/domain/account_facts.h"

namespace ae::app {

/// What the files of --data (or of the working folder) say about one account.
struct AccountData {
  AccountFacts facts;
  bool has_accounts = false;         ///< there is a table of accounts, and the account is in it
  bool has_prices = false;           ///< there is a price list
  bool any = false;                  ///< there is a table of anything
  std::vector<std::string> folders;  ///< where tables were looked for
  std::vector<ingest::SourceSummary> sources;
  std::vector<ingest::QuarantinedRow> quarantine;
  std::vector<Note> notes;
};

/// Looks for the tables of accounts, contacts, opportunities and products, reads them and takes what is about
/// the account: its own rows and those of the accounts below it. Names are the same when they differ in
/// blanks and case alone. Without --data the working folder is looked into when a file of it is called like
/// such a table.
///
/// Errors: those of the tables; no_account (there is data and nobody said whose); unknown_account, with near
/// misses; several_accounts, with both places.
Result<AccountData> load_account(const std::string& account, const Invocation& invocation,
                                 const Environment& environment);

}  // namespace ae::app

#pragma once

#include <string>
#include <vector>

#include "ae/base/result.h"
#include "ae/ingest/read_opportunities.h"

/// A folder with the tables of an export: opportunities, products, quotas, teams, and what else there is.
namespace ae::ingest {

bool is_folder(const std::string& path);

/// What the files of a folder are, as far as a report can use them. Paths begin with the folder's.
struct FolderTables {
  std::string deals;
  std::string products;             ///< a price list; empty where there is none, or several
  std::string quotas;               ///< the same
  std::string teams;                ///< who works for whom: owner and manager, team or region; the same
  std::vector<std::string> unused;  ///< names of the other files, without the folder
};

/// Looks at the files of a folder, not at those of the folders in it, nor at hidden ones.
///
/// The deals are in the one file that has the columns of deals (a stage, and an amount, a name or an id) and
/// is called so most plainly: "opportunities.csv" before "2026 pipeline.xlsx" before any other; of files
/// called alike, the one that has a stage, an amount and a date. A file is a side table when it has the
/// columns and the name of one ("products", "price list", "quotas", "sales_teams").
///
/// Errors: file_unreadable, folder_without_deals; several_tables_of_deals, when nothing tells two apart; and
/// that of a file that cannot be read and is called more plainly than the best one that can.
Result<FolderTables> look_into_folder(const std::string& folder, const ReadOptions& options);

}  // namespace ae::ingest

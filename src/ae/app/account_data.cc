#include "ae/app/account_data.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "ae/app/account_files.h"
#include "ae/app/folder_data.h"
#include "ae/app/load.h"
#include "ae/base/near.h"
#include "ae/ingest/folder.h"
#include "ae/ingest/mapping/normalised_name.h"
#include "ae/ingest/read_accounts.h"
#include "ae/ingest/read_side_files.h"
#include "ae/ingest/supply_amounts.h"

namespace ae::app {
namespace {

using ingest::AccountRecord;
using ingest::without_blanks_and_case;

Error several_accounts(const std::string& name, const std::string& file, std::int64_t first,
                       std::int64_t second) {
  return {"several_accounts",
          Message{Text{"Two accounts are called {name}: lines {first} and {second} of {file}",
                       "有两个客户都叫 {name}：{file} 第 {first} 行和第 {second} 行"}}
              .with("name", name)
              .with("file", file)
              .with("first", std::to_string(first))
              .with("second", std::to_string(second)),
          Text{"Give one of them another name there, and in the deals and contacts that are its own",
               "请将其中一个改名，并同步修改属于它的商机与联系人"},
          {file, second, 0},
          name,
          {}};
}

/// As many words from the front of `name` as `like` has.
std::string_view front_of(std::string_view name, std::string_view like) {
  std::size_t end = 0;
  for (auto words = std::count(like.begin(), like.end(), ' ') + 1; words > 0 && end != std::string_view::npos;
       --words)
    end = name.find(' ', end == 0 ? 0 : end + 1);
  return name.substr(0, end);
}

/// Accounts that may have been meant: those that the name is within, then those that it is a slip of, whole
/// or as their first words ("Coperline" for Copperline Motors).
std::vector<std::string> near_accounts(const std::string& name, const std::set<std::string>& known) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> near;
  const auto add = [&](const std::string& account) {
    if (near.size() < kMost && std::find(near.begin(), near.end(), account) == near.end())
      near.push_back(account);
  };
  const std::string wanted = without_blanks_and_case(name);
  for (const std::string& account : known) {
    if (!wanted.empty() && without_blanks_and_case(account).find(wanted) != std::string::npos) add(account);
  }
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  for (const std::string& account : near_misses(name, candidates)) add(account);
  for (const std::string& account : known) {
    const std::string_view front[] = {front_of(account, name)};
    if (!near_misses(name, front).empty()) add(account);
  }
  return near;
}

Error unknown_account(const std::string& name, const std::set<std::string>& known) {
  Error error{"unknown_account",
              Message{Text{"No account of the data is called {name}", "数据中没有名为 {name} 的客户"}}.with(
                  "name", name),
              Text{"Name it as accounts, deals or contacts do: --account \"Copperline Motors\"",
                   "请按客户、商机或联系人表中的写法填写：--account \"Copperline Motors\""},
              {},
              name,
              {}};
  error.did_you_mean = near_accounts(name, known);
  return error;
}

Error no_account() {
  return {"no_account",
          Text{"Which account is the plan of?", "要为哪个客户制定规划？"},
          Text{"Name it: ae account-plan --account \"Copperline Motors\"",
               "请指定：ae account-plan --account \"Copperline Motors\""},
          {},
          "",
          {}};
}

/// A deal of any account, as the table has it.
struct Deal {
  std::string account;
  std::string region;
  AccountDeal deal;
};

std::string text_of(const table::OpportunityChunk& chunk, OpportunityField field, std::size_t row) {
  return std::string(chunk.text(field).at(row));
}

Deal deal_at(const table::OpportunityChunk& chunk, std::size_t row) {
  using enum OpportunityField;
  Deal deal{text_of(chunk, kAccount, row), text_of(chunk, kRegion, row), {}};
  AccountDeal& own = deal.deal;
  own.name = text_of(chunk, kName, row);
  if (own.name.empty()) own.name = text_of(chunk, kId, row);
  own.product = text_of(chunk, kProduct, row);
  own.stage = chunk.stage[row];
  own.stage_words = text_of(chunk, kStage, row);
  own.state = chunk.state[row];
  if (chunk.amount[row] != table::kNoAmount) own.amount = Money{chunk.amount[row], chunk.currency[row]};
  own.close_date = chunk.dates(kCloseDate)[row];
  own.closed_date = chunk.dates(kClosedDate)[row];
  own.last_activity = chunk.dates(kLastActivityDate)[row];
  return deal;
}

/// Reads everything, then takes what is about the account.
class AccountLoader {
 public:
  AccountLoader(const std::string& account, AccountFiles tables, const Invocation& invocation,
                const Environment& environment)
      : asked_(account), tables_(std::move(tables)), invocation_(invocation), environment_(environment) {}

  Result<AccountData> load() {
    data_.any = !tables_.empty();
    data_.folders = tables_.folders;
    data_.facts.name = asked_;
    if (!data_.any) return std::move(data_);
    if (asked_.empty()) return fail(no_account());
    AE_TRY_VOID(read_accounts());
    AE_TRY_VOID(read_contacts());
    AE_TRY_VOID(read_deals());
    AE_TRY_VOID(settle_account());
    find_units();
    take_contacts();
    take_deals();
    settle_prices();
    note_tables();
    return std::move(data_);
  }

 private:
  AccountFacts& facts() { return data_.facts; }

  Result<void> read_accounts() {
    if (tables_.accounts.empty()) return {};
    AE_TRY(const ingest::Source source, ingest::read_source(tables_.accounts));
    AE_TRY(accounts_, ingest::read_accounts(source, data_.notes));
    return {};
  }

  Result<void> read_contacts() {
    if (tables_.contacts.empty()) return {};
    AE_TRY(const ingest::Source source, ingest::read_source(tables_.contacts));
    AE_TRY(contacts_, ingest::read_contacts(source, data_.notes));
    facts().has_contacts = true;
    return {};
  }

  Result<void> read_deals() {
    std::optional<Currency> currency = invocation_.input.currency.value_or(Currency{});
    if (!tables_.deals.empty()) {
      Invocation of_deals = invocation_;
      of_deals.input.data = tables_.deals;
      AE_TRY(Loaded loaded,
             app::load(of_deals, environment_, report::Info{"", name_of_plan(), name_of_plan()}));
      if (!invocation_.input.currency) currency = loaded.reading.currency;
      AE_TRY_VOID(read_prices(currency, &loaded.reading));
      take_table(loaded.reading.table);
      data_.notes.insert(data_.notes.end(), loaded.reading.notes.begin(), loaded.reading.notes.end());
      data_.sources = std::move(loaded.reading.sources);
      data_.quarantine = std::move(loaded.reading.quarantine);
      return {};
    }
    return read_prices(currency, nullptr);
  }

  static constexpr Text name_of_plan() { return {"Account plan", "客户账户规划"}; }

  void take_table(const table::OpportunityTable& table) {
    facts().has_deals = true;
    facts().has_products = table.has(OpportunityField::kProduct);
    facts().has_activity = table.has(OpportunityField::kLastActivityDate);
    for (const table::OpportunityChunk& chunk : table.chunks) {
      for (std::size_t row = 0; row < chunk.rows(); ++row) deals_.push_back(deal_at(chunk, row));
    }
  }

  /// The price list of --products, which has to be right, else the one that was found.
  Result<void> read_prices(std::optional<Currency> currency, ingest::Reading* reading) {
    const bool asked = invocation_.input.products.has_value();
    const std::string file = asked ? invocation_.input.products->path : tables_.products;
    if (file.empty()) return {};
    const auto read = [&]() -> Result<void> {
      AE_TRY(const ingest::Source source, ingest::read_source(file));
      AE_TRY(const ingest::PriceList list, ingest::read_price_list(source, currency));
      if (reading != nullptr && !asked) {
        ingest::supply_amounts(*reading, list);  // notes what the list says, too
      } else {
        data_.notes.insert(data_.notes.end(), list.notes.begin(), list.notes.end());
      }
      AE_TRY(const std::vector<std::string> products, ingest::read_product_names(source));
      take_prices(list, products);
      return {};
    };
    data_.has_prices = true;
    Result<void> done = read();
    if (!done) data_.has_prices = false;
    return asked ? done : passed_over(std::move(done), {file}, invocation_.input.strict, data_.notes);
  }

  void take_prices(const ingest::PriceList& list, const std::vector<std::string>& products) {
    std::set<std::string> known;
    for (const std::string& product : products) {
      if (known.insert(without_blanks_and_case(product)).second)
        facts().prices.push_back({product, std::nullopt});
    }
    listed_ = list.prices;
  }

  /// Every product gets its price in the currency of the account's deals; where they say none, in that of the
  /// first price. Other prices are not of use.
  void settle_prices() {
    std::optional<Currency>& currency = facts().currency;
    if (currency && currency->is_none() && !listed_.empty()) currency = listed_.front().price.currency;
    std::map<std::string, Money> price_of;
    for (const ingest::ListPrice& price : listed_) {
      if (currency && price.price.currency == *currency)
        price_of.emplace(without_blanks_and_case(price.product), price.price);
    }
    for (ProductPrice& product : facts().prices) {
      const auto found = price_of.find(without_blanks_and_case(product.product));
      if (found != price_of.end()) product.price = found->second;
    }
  }

  /// The account as the data writes it, and its row.
  Result<void> settle_account() {
    const std::string wanted = without_blanks_and_case(asked_);
    const AccountRecord* row = nullptr;
    std::set<std::string> known;
    for (const AccountRecord& account : accounts_) {
      known.insert(account.name);
      if (without_blanks_and_case(account.name) != wanted) continue;
      if (row != nullptr)
        return fail(several_accounts(account.name, tables_.accounts, row->line, account.line));
      row = &account;
    }
    for (const AccountContact& contact : contacts_) known.insert(contact.account);
    for (const Deal& deal : deals_) known.insert(deal.account);
    known.erase("");
    if (row != nullptr) {
      facts().name = row->name;
      facts().overview = row->overview;
      facts().parent = row->parent;
      data_.has_accounts = true;
      return {};
    }
    const auto same = std::find_if(known.begin(), known.end(), [&](const std::string& name) {
      return without_blanks_and_case(name) == wanted;
    });
    if (same == known.end()) return fail(unknown_account(asked_, known));
    facts().name = *same;
    if (!tables_.accounts.empty()) {
      data_.notes.push_back({"account_without_row",
                             Severity::kWarning,
                             Message{Text{"{account} is not in {file}: its overview is blank",
                                          "{file} 中没有 {account}：账户概况为空"}}
                                 .with("account", facts().name)
                                 .with("file", tables_.accounts),
                             {}});
    }
    return {};
  }

  /// The account with those below it, each with its unit.
  void find_units() {
    unit_of_[without_blanks_and_case(facts().name)] = 0;
    facts().units = {facts().name};
    for (std::size_t found = 0; found != facts().units.size();) {
      found = facts().units.size();
      for (const AccountRecord& account : accounts_) {
        const std::string own = without_blanks_and_case(account.name);
        if (account.parent.empty() || unit_of_.contains(own)) continue;
        if (!unit_of_.contains(without_blanks_and_case(account.parent))) continue;
        unit_of_[own] = facts().units.size();
        facts().units.push_back(account.name);
      }
    }
    if (facts().units.size() > 1) facts().unit_kind = UnitKind::kSubsidiary;
  }

  void take_contacts() {
    for (AccountContact& contact : contacts_) {
      const auto unit = unit_of_.find(without_blanks_and_case(contact.account));
      if (unit == unit_of_.end()) continue;
      if (unit->second != 0) contact.title += (contact.title.empty() ? "" : ", ") + contact.account;
      facts().contacts.push_back(contact);
    }
  }

  void take_deals() {
    std::map<std::string, std::string> on_the_list;
    for (const ProductPrice& price : facts().prices)
      on_the_list.emplace(without_blanks_and_case(price.product), price.product);
    std::vector<std::string> regions;
    std::vector<std::string> region_of;
    std::set<Currency> currencies;
    for (Deal& deal : deals_) {
      const auto unit = unit_of_.find(without_blanks_and_case(deal.account));
      if (unit == unit_of_.end()) continue;
      deal.deal.unit = unit->second;
      const auto listed = on_the_list.find(without_blanks_and_case(deal.deal.product));
      if (listed != on_the_list.end()) deal.deal.product = listed->second;
      if (deal.deal.amount) currencies.insert(deal.deal.amount->currency);
      if (std::find(regions.begin(), regions.end(), deal.region) == regions.end())
        regions.push_back(deal.region);
      region_of.push_back(deal.region);
      facts().deals.push_back(std::move(deal.deal));
    }
    if (currencies.size() > 1) facts().currency.reset();
    if (currencies.size() == 1) facts().currency = *currencies.begin();
    part_by_region(std::move(regions), region_of);
  }

  /// An account without others below it is parted by the regions of its deals, where there are several.
  void part_by_region(std::vector<std::string> regions, const std::vector<std::string>& region_of) {
    const auto named =
        std::count_if(regions.begin(), regions.end(), [](const auto& region) { return !region.empty(); });
    if (facts().unit_kind != UnitKind::kAccount || named < 2) return;
    std::sort(regions.begin(), regions.end());
    std::stable_partition(regions.begin(), regions.end(), [](const auto& region) { return !region.empty(); });
    for (std::size_t deal = 0; deal < region_of.size(); ++deal) {
      const auto at = std::find(regions.begin(), regions.end(), region_of[deal]);
      facts().deals[deal].unit = static_cast<std::size_t>(at - regions.begin());
    }
    facts().units = std::move(regions);
    facts().unit_kind = UnitKind::kRegion;
  }

  void note_tables() {
    std::string read;
    const auto add = [&](const std::string& file) {
      if (!file.empty()) read.append(read.empty() ? "" : ", ").append(file);
    };
    add(tables_.accounts);
    add(tables_.contacts);
    for (const FilePath& deals : tables_.deals) add(deals.path);
    add(tables_.products);
    data_.notes.insert(data_.notes.begin(),
                       {"tables_read",
                        Severity::kInfo,
                        Message{Text{"Read: {files}", "读取：{files}"}}.with("files", read),
                        {}});
  }

  const std::string& asked_;
  AccountFiles tables_;
  const Invocation& invocation_;
  const Environment& environment_;
  AccountData data_;
  std::vector<AccountRecord> accounts_;
  std::vector<AccountContact> contacts_;
  std::vector<Deal> deals_;
  std::vector<ingest::ListPrice> listed_;
  std::map<std::string, std::size_t> unit_of_;
};

}  // namespace

Result<AccountData> load_account(const std::string& account, const Invocation& invocation,
                                 const Environment& environment) {
  AE_TRY(AccountFiles tables, find_account_files(invocation));
  return AccountLoader(account, std::move(tables), invocation, environment).load();
}

}  // namespace ae::app

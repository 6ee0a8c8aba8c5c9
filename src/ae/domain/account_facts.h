#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/enum_array.h"
#include "ae/base/money.h"
#include "ae/domain/account_plan.h"
#include "ae/domain/stage.h"

/// What the data says about one account and the accounts below it, ready for the rules of the plan.
namespace ae {

struct AccountContact {
  std::string account;  ///< which of the accounts of the group
  std::string name, title, relationship, influence;
};

struct AccountDeal {
  std::string name;     ///< of the deal; its id where it has no name
  std::string product;  ///< as the price list writes it, where it is on it; "": not said
  std::size_t unit = 0;
  Stage stage = Stage::kUnknown;
  std::string stage_words;  ///< as the source writes it
  DealState state = DealState::kOpen;
  std::optional<Money> amount;
  Date close_date, closed_date, last_activity;
};

struct ProductPrice {
  std::string product;
  std::optional<Money> price;  ///< nullopt: not in the currency of the deals
};

/// By what an account is parted for its whitespace.
enum class UnitKind : std::uint8_t { kAccount, kSubsidiary, kRegion, kCount };

constexpr std::string_view key(UnitKind kind) {
  constexpr std::string_view kKeys[] = {"account", "subsidiary", "region"};
  return kKeys[static_cast<std::size_t>(kind)];
}

struct AccountFacts {
  std::string name;
  std::string parent;  ///< the account it belongs to; "" where there is none
  EnumArray<OverviewField, std::string> overview;
  std::vector<std::string> units{""};  ///< never empty
  UnitKind unit_kind = UnitKind::kAccount;
  std::vector<AccountContact> contacts;
  std::vector<AccountDeal> deals;
  std::vector<ProductPrice> prices;
  std::optional<Currency> currency = Currency{};  ///< of the deals; nullopt: several
  bool has_contacts = false;                      ///< there is a table of contacts
  bool has_deals = false;
  bool has_products = false;  ///< the deals have a column of products
  bool has_activity = false;  ///< the deals have a column of last activity
};

}  // namespace ae

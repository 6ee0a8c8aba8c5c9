#include "ae/ingest/read_accounts.h"

#include "ae/domain/plan_values.h"
#include "ae/ingest/side_table.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/money.h"

namespace ae::ingest {
namespace {

std::string words_of(const SideTable& table, std::size_t row, std::string_view column) {
  const std::string_view cell = table.cell(row, column);
  return is_missing(cell) ? std::string() : std::string(cell);
}

/// The amounts of a column, by what all its cells say about their decimal mark.
class Amounts {
 public:
  Amounts(const SideTable& table, std::string_view column) : table_(table), column_(column) {
    NumberSurvey survey;
    for (const std::size_t row : table.rows()) {
      const MoneyCell cell = parse_money(table.cell(row, column));
      if (!cell.missing && !cell.fault) survey.add(cell.number);
    }
    format_ = survey.decide();
  }

  Result<std::string> words(std::size_t row) const {
    const MoneyCell cell = parse_money(table_.cell(row, column_));
    if (cell.missing) return std::string();
    if (cell.fault) return words_of(table_, row, column_);
    const std::optional<Decimal> value = read_amount(cell, format_);
    if (!value) {
      return fail(table_.error_at(row, column_, "ambiguous_number",
                                  Text{"The amount can be read with a decimal point and with a decimal comma",
                                       "该金额以点或逗号为小数点均可读"},
                                  Text{"Write it as 1250 or 1250.00", "请写成 1250 或 1250.00"}));
    }
    const Currency currency = currency_of(row, cell);
    DoesNotFit why{};
    const std::optional<std::int64_t> minor = in_minor_units(*value, currency.decimals(), why);
    return minor ? plan_words({*minor, currency}) : words_of(table_, row, column_);
  }

 private:
  /// What the cell, its header and the column currency say together; none where they do not agree, or where a
  /// sign stands for several.
  Currency currency_of(std::size_t row, const MoneyCell& cell) const {
    const auto column = parse_currency_name(table_.cell(row, "currency"));
    const auto own = agreed(cell.currency, column.value_or(CurrencyMark{}));
    const auto all = own ? agreed(*own, table_.unit(column_)) : std::nullopt;
    return all && all->kind != CurrencyMark::Kind::kNone && !all->needs_settling() ? all->settled({})
                                                                                   : Currency{};
  }

  const SideTable& table_;
  std::string_view column_;
  NumberFormat format_;
};

std::string count_words(std::string cell) {
  const std::optional<std::int64_t> count = plan_count(cell);
  return count ? group_thousands(*count) : cell;
}

void take_notes(const SideTable& table, std::vector<Note>& notes) {
  notes.insert(notes.end(), table.notes().begin(), table.notes().end());
}

}  // namespace

Result<std::vector<AccountRecord>> read_accounts(const Source& source, std::vector<Note>& notes) {
  AE_TRY(const SideTable table, SideTable::read(source, "accounts",
                                                {{"account", true},
                                                 {"industry", false},
                                                 {"revenue", false, true},
                                                 {"employees", false},
                                                 {"current_arr", false, true},
                                                 {"currency", false},
                                                 {"parent", false}}));
  take_notes(table, notes);
  std::optional<Amounts> revenue;
  std::optional<Amounts> arr;
  if (table.has("revenue")) revenue.emplace(table, "revenue");
  if (table.has("current_arr")) arr.emplace(table, "current_arr");
  std::vector<AccountRecord> accounts;
  for (const std::size_t row : table.rows()) {
    AccountRecord account;
    account.name = words_of(table, row, "account");
    if (account.name.empty()) continue;
    account.parent = words_of(table, row, "parent");
    account.line = table.line(row);
    account.overview[OverviewField::kIndustry] = words_of(table, row, "industry");
    account.overview[OverviewField::kEmployees] = count_words(words_of(table, row, "employees"));
    if (revenue) {
      AE_TRY(account.overview[OverviewField::kRevenue], revenue->words(row));
    }
    if (arr) {
      AE_TRY(account.overview[OverviewField::kCurrentArr], arr->words(row));
    }
    accounts.push_back(std::move(account));
  }
  return accounts;
}

Result<std::vector<AccountContact>> read_contacts(const Source& source, std::vector<Note>& notes) {
  AE_TRY(const SideTable table, SideTable::read(source, "contacts",
                                                {{"account", true},
                                                 {"name", false},
                                                 {"first_name", false},
                                                 {"last_name", false},
                                                 {"title", false},
                                                 {"relationship", false},
                                                 {"influence", false}}));
  take_notes(table, notes);
  std::vector<AccountContact> contacts;
  for (const std::size_t row : table.rows()) {
    AccountContact contact{words_of(table, row, "account"), words_of(table, row, "name"),
                           words_of(table, row, "title"), words_of(table, row, "relationship"),
                           words_of(table, row, "influence")};
    if (contact.name.empty()) {
      const std::string first = words_of(table, row, "first_name");
      const std::string last = words_of(table, row, "last_name");
      contact.name = first + (first.empty() || last.empty() ? "" : " ") + last;
    }
    if (!contact.name.empty() && !contact.account.empty()) contacts.push_back(std::move(contact));
  }
  return contacts;
}

}  // namespace ae::ingest

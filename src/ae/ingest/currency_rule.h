#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/base/note.h"
#include "ae/ingest/sheet.h"
#include "ae/ingest/values/currency_mark.h"

namespace ae::ingest {

/// What the marks that several currencies share stand for in one source; none where no cell needs it.
struct SharedMarks {
  EnumArray<CurrencyMark::Kind, Currency> currency;

  Currency settled(const CurrencyMark& mark) const { return mark.settled(currency[mark.kind]); }
};

/// Which currency cells stand for that do not name one alone.
struct CurrencyRule {
  Currency bare;                   ///< of amounts without any mark, in all sources
  std::vector<SharedMarks> marks;  ///< of each source
  std::vector<Note> notes;         ///< currency_assumed

  /// What the amount of a row is in; no currency when nothing says, or two things disagree.
  Currency of(const Sheet& sheet, std::size_t source, std::size_t record) const;
};

/// Where a currency is named first, and in which words.
struct CurrencyNamer {
  Place place;
  std::string words;
};

/// Which currencies are named anywhere, and how many amounts name none.
struct NamedCurrencies {
  std::map<Currency, CurrencyNamer> by;
  std::int64_t bare_amounts = 0;
};

/// Where the row names its currency: in its column, at its amount, or else in the header of the amounts.
CurrencyNamer namer_of(const Sheet& sheet, std::size_t record);

/// What bare amounts are in, with the note that says so; the marks of the sources are left to be filled in.
CurrencyRule rule_of(const NamedCurrencies& named, const ReadOptions& options);

/// What the row's amount, currency column and the header of the amounts say together. nullopt when they
/// disagree; a mark of kind kNone when none says anything. A currency cell that is no currency counts as
/// silent here.
std::optional<CurrencyMark> currency_said(const Sheet& sheet, std::size_t record);

/// Settles the currencies over all sources: one currency named anywhere covers the bare amounts, with a note;
/// --currency covers them without one; several named or none leave them without a currency. ¥ is CNY in a
/// Chinese source and JPY in a Japanese one; kr and Rs are what --currency says. Error: ambiguous_currency
/// where nothing shows.
Result<CurrencyRule> settle_currencies(std::span<const Sheet> sheets, const ReadOptions& options);

}  // namespace ae::ingest

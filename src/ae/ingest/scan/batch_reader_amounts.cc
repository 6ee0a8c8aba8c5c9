// The part of BatchReader that reads amounts, and says which currencies they are in.

#include <algorithm>
#include <cstring>
#include <utility>

#include "ae/ingest/scan/amount_column.h"
#include "ae/ingest/scan/batch_reader.h"
#include "ae/ingest/values/blank.h"

namespace ae::ingest::scan {

using enum OpportunityField;

void BatchReader::read_amounts() {
  const Decision<DecimalMark>& mark = supposed_.formats.amount.mark;
  const bool points = mark.kind == Decision<DecimalMark>::Kind::kNothingToDecide ||
                      (mark.kind == Decision<DecimalMark>::Kind::kSettled && mark.way == DecimalMark::kPoint);
  if (points && read_amounts_of_one_currency()) return;
  const ColumnOfBatch cells = cells_of(column_of(kAmount));
  std::int64_t* const amounts = chunk_.amount.data();
  const std::uint8_t* const live = live_.data();
  const std::uint32_t* const currency_codes = currency_codes_.data();
  const CurrencyMeaning* const currencies = currencies_.meanings.data();
  std::uint32_t* const unusual_rows = unusual_.data();
  std::size_t unusual = 0;
  std::size_t with_point = 0;
  const std::size_t last = last_;
  for (std::size_t row = first_; row < last; ++row) {
    const std::string_view text = cells.as_it_stands(row);
    const CurrencyMeaning& currency = currencies[currency_codes[row]];
    const ShortNumber number = short_number(text);
    const int plain = static_cast<int>(number.plain) & static_cast<int>(points) &
                      static_cast<int>(currency.plain) &
                      static_cast<int>(number.decimals <= currency.decimals);
    const std::int64_t minor = number.digits * currency.scale[number.decimals];
    amounts[row] = table::kNoAmount ^ ((table::kNoAmount ^ minor) & -std::int64_t{plain});
    with_point += static_cast<std::size_t>(plain) & static_cast<std::size_t>(number.decimals > 0) & live[row];
    unusual_rows[unusual] = static_cast<std::uint32_t>(row);
    unusual += static_cast<std::size_t>(plain ^ 1) & static_cast<std::size_t>(!text.empty());
  }
  evidence_.plain_points += with_point;
  for (std::size_t at = 0; at < unusual; ++at) read_amount(unusual_[at], cells[unusual_[at]], points);
}

/// As nearly all are; false, and nothing read, where they are not.
bool BatchReader::read_amounts_of_one_currency() {
  const std::uint32_t* const codes = currency_codes_.data();
  const std::uint32_t code = codes[first_];
  const CurrencyMeaning& currency = currencies_.meanings[code];
  std::uint32_t different = 0;
  for (std::size_t row = first_, last = last_; row < last; ++row) different |= codes[row] ^ code;
  const bool all_live = std::memchr(live_.data() + first_, 0, last_ - first_) == nullptr;
  if (different != 0 || !currency.plain || !all_live) return false;
  const ColumnOfBatch cells = cells_of(column_of(kAmount));
  const AmountScale scale{currency.decimals, currency.scale};
  const AmountsFound found = read_amount_column(
      cells.places(first_), scale, {chunk_.amount.data() + first_, last_ - first_}, unusual_.data());
  evidence_.plain_points += found.with_point;
  for (std::size_t at = 0; at < found.others; ++at)
    read_amount(first_ + unusual_[at], cells[first_ + unusual_[at]], true);
  return true;
}

/// An amount that is not as short as nearly all are.
void BatchReader::read_amount(std::size_t row, std::string_view text, bool points) {
  if (text.empty()) return;
  const CurrencyMeaning& currency = currencies_.meanings[currency_codes_[row]];
  PlainNumber number;
  std::int64_t minor = 0;
  const bool plain = points && currency.plain && read_plain_number(text, number) &&
                     number.decimals <= currency.decimals &&
                     !__builtin_mul_overflow(number.digits, currency.scale[number.decimals], &minor);
  if (!plain) {
    survey_amount(row, trimmed(text));
    return;
  }
  chunk_.amount[row] = minor;
  if (number.decimals > 0) evidence_.plain_points += live_[row];
}

/// An amount of another shape.
void BatchReader::survey_amount(std::size_t row, std::string_view text) {
  plain_[row] = 0;
  odd_money_[row] = 1;
  odd_money_here_ = true;
  if (live_[row] == 0) return;
  const MoneyCell money = parse_money(text);
  if (money.missing || money.fault) return;
  ingest::survey_amount(evidence_.amounts, money, supposed_.currencies.of(one_row(row), 0, 0),
                        supposed_.formats.amount_power);
  evidence_.powers |= money.number.power != 0 || money.number.scientific;
}

/// Who names a currency, and how many amounts name none.
void BatchReader::count_currencies() {
  if (!odd_money_here_ && unseen_currencies_ == 0) return;
  for (std::size_t row = first_; row < last_; ++row) {
    if (live_[row] == 0) continue;
    if (odd_money_[row] != 0) {
      survey_currency(row);
      continue;
    }
    CurrencyMeaning& meaning = currencies_.meanings[currency_codes_[row]];
    if (meaning.named.is_none()) {
      if (chunk_.amount[row] != table::kNoAmount) ++evidence_.bare_amounts;
    } else if (!meaning.seen) {
      meaning.seen = true;
      --unseen_currencies_;
      name_currency(row, meaning.named);
    }
  }
}

void BatchReader::count_currencies_of(const table::OpportunityChunk& chunk, Evidence& evidence) {
  std::optional<Currency> last;
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    if (chunk.amount[row] == table::kNoAmount || chunk.currency[row] == last) continue;
    last = chunk.currency[row];
    evidence.in_amounts.insert(*last);
  }
}

}  // namespace ae::ingest::scan

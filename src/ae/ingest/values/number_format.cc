#include "ae/ingest/values/number_format.h"

#include <algorithm>

namespace ae::ingest {
namespace {

using enum DecimalMark;

/// Where the readings differ, which of them there are.
std::optional<EnumArray<DecimalMark, bool>> vote_of(const std::optional<Decimal>& point,
                                                    const std::optional<Decimal>& comma) {
  if (point == comma) return std::nullopt;
  EnumArray<DecimalMark, bool> fits;
  fits[kPoint] = point.has_value();
  fits[kComma] = comma.has_value();
  return fits;
}

}  // namespace

std::optional<Decimal> reading_of(const WrittenNumber& number, DecimalMark mark, GroupSize groups) {
  if (number.scientific) {
    const char other = mark == kPoint ? ',' : '.';
    if (number.text.find(other) != std::string::npos) return std::nullopt;
  }
  const std::optional<Decimal> value = read_number(number.text, mark, groups);
  if (!value || number.power == 0) return value;
  return times_power_of_ten(*value, number.power);
}

std::optional<Decimal> read_by(const NumberFormat& format, const WrittenNumber& number) {
  using Kind = Decision<DecimalMark>::Kind;
  if (format.mark.kind == Kind::kSettled) return reading_of(number, format.mark.way, format.groups);
  const std::optional<Decimal> point = reading_of(number, kPoint, format.groups);
  const std::optional<Decimal> comma = reading_of(number, kComma, format.groups);
  const bool one_reading = point == comma || !point || !comma;
  if (!one_reading) return std::nullopt;
  const bool minority = format.mark.kind == Kind::kContested && (format.mark.way == kPoint ? !point : !comma);
  if (minority) return std::nullopt;
  return point ? point : comma;
}

void NumberSurvey::add(const WrittenNumber& number, int decimals) {
  if (number.text.find_first_of(".,") == std::string::npos) return;
  std::optional<Decimal> comma = reading_of(number, kComma, GroupSize::kThree);
  std::optional<Decimal> threes = reading_of(number, kPoint, GroupSize::kThree);
  std::optional<Decimal> fours = reading_of(number, kPoint, GroupSize::kFour);
  if (threes && !fours) ++threes_;
  if (fours && !threes) ++fours_;
  const auto too_precise = [&](const auto& reading) { return reading && reading->scale > decimals; };
  if (comma && !too_precise(comma)) {
    if (too_precise(threes)) threes.reset();
    if (too_precise(fours)) fours.reset();
  } else if (too_precise(comma) && (threes || fours) && !too_precise(threes) && !too_precise(fours)) {
    comma.reset();
  }
  if (const auto vote = vote_of(threes, comma)) with_threes_.add(*vote);
  if (const auto vote = vote_of(fours, comma)) with_fours_.add(*vote);
}

void NumberSurvey::add_plain_points(std::size_t numbers) {
  EnumArray<DecimalMark, bool> fits;
  fits[kPoint] = true;
  with_threes_.add(fits, numbers);
  with_fours_.add(fits, numbers);
}

void NumberSurvey::merge(const NumberSurvey& other) {
  with_threes_.merge(other.with_threes_);
  with_fours_.merge(other.with_fours_);
  threes_ += other.threes_;
  fours_ += other.fours_;
}

NumberFormat NumberSurvey::decide() const {
  const bool by_four = fours_ > 0 && threes_ == 0;
  if (by_four) return {with_fours_.decide(), GroupSize::kFour};
  return {with_threes_.decide(), GroupSize::kThree};
}

bool NumberSurvey::ambiguous(const WrittenNumber& number, GroupSize groups) {
  const std::optional<Decimal> point = reading_of(number, kPoint, groups);
  const std::optional<Decimal> comma = reading_of(number, kComma, groups);
  return point && comma && point != comma;
}

}  // namespace ae::ingest

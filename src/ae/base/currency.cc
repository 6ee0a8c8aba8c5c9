#include "ae/base/currency.h"

#include <algorithm>

namespace ae {
namespace {

// ISO 4217:2015 with amendments to 2025, in order of code; those whose minor unit is not a hundredth stand
// apart below.
constexpr std::string_view kCodes =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP "
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
    "HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
    "MDL "
    "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
    "QAR "
    "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
    "TWD "
    "TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ";
// Withdrawn of late: deals of some years ago are still in them.
constexpr std::string_view kWithdrawn = "ANG BGN HRK ";
constexpr std::string_view kWithoutMinorUnit =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF ";
constexpr std::string_view kThousandths = "BHD IQD JOD KWD LYD OMR TND ";

struct Sign {
  std::string_view code;
  std::string_view sign;
};
constexpr Sign kSigns[] = {{"CNY", "¥"},   {"EUR", "€"}, {"GBP", "£"}, {"INR", "₹"},
                           {"JPY", "JP¥"}, {"KRW", "₩"}, {"USD", "$"}};

bool lists(std::string_view codes, std::string_view code) {
  for (std::size_t at = 0; at < codes.size(); at += 4) {
    if (codes.substr(at, 3) == code) return true;
  }
  return false;
}

}  // namespace

std::optional<Currency> Currency::from_code(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  Currency currency;
  std::transform(code.begin(), code.end(), currency.code_.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const std::string_view upper{currency.code_.data(), 3};
  if (!lists(kCodes, upper) && !lists(kWithdrawn, upper)) return std::nullopt;
  if (lists(kWithoutMinorUnit, upper)) currency.decimals_ = 0;
  if (lists(kThousandths, upper)) currency.decimals_ = 3;
  return currency;
}

std::string_view Currency::sign() const {
  for (const Sign& sign : kSigns) {
    if (sign.code == code()) return sign.sign;
  }
  return {};
}

}  // namespace ae

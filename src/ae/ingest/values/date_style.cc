#include "ae/ingest/values/date_style.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "ae/ingest/values/month_name.h"

namespace ae::ingest {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};

enum class PieceKind : std::uint8_t { kFigures, kLetters, kOther };

struct Piece {
  PieceKind kind = PieceKind::kOther;
  std::string text;
};

bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

PieceKind kind_of(char c) {
  return is_figure(c) ? PieceKind::kFigures : is_letter(c) ? PieceKind::kLetters : PieceKind::kOther;
}

std::vector<Piece> pieces_of(std::string_view cell) {
  std::vector<Piece> pieces;
  for (const char c : cell) {
    if (pieces.empty() || pieces.back().kind != kind_of(c)) pieces.push_back({kind_of(c), {}});
    pieces.back().text += c;
  }
  return pieces;
}

/// The word as `like` is: in full or cut as short, in capitals or not.
std::string word_like(std::string_view full, std::string_view like) {
  std::string word(like.size() <= 3 ? full.substr(0, like.size()) : full);
  const bool capitals =
      like.size() > 1 && std::none_of(like.begin(), like.end(), [](char c) { return c >= 'a'; });
  const bool small = like.front() >= 'a';
  for (char& c : word) {
    if (capitals && c >= 'a') c = static_cast<char>(c - 'a' + 'A');
    if (small && c < 'a') c = static_cast<char>(c - 'A' + 'a');
  }
  return word;
}

/// A name of `names` in English, in full or its first three letters; nullptr for any other word.
template <std::size_t kCount>
const std::string_view* english(const std::array<std::string_view, kCount>& names, std::string_view word) {
  const auto same = [](char one, char other) { return (one | 0x20) == (other | 0x20); };
  for (const std::string_view& name : names) {
    const bool cut = word.size() == 3 || word.size() == name.size();
    if (cut && std::equal(word.begin(), word.end(), name.begin(), same)) return &name;
  }
  return nullptr;
}

std::string number_of(DayCount count, Date day) {
  constexpr std::int64_t kSecondsADay = 86400, kExcelDayOf1970 = 25569;
  const std::int64_t days = day.days_since_1970();
  if (count == DayCount::kExcelDays) return std::to_string(days + kExcelDayOf1970);
  return std::to_string(days * kSecondsADay * (count == DayCount::kEpochMilliseconds ? 1000 : 1));
}

/// Writes a day over the pieces of another.
class Rewriter {
 public:
  Rewriter(std::string_view like, DateOrder order, Date day, DatePadding padding)
      : pieces_(pieces_of(like)), order_(order), padding_(padding), day_(day) {
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
      if (pieces_[at].kind == PieceKind::kFigures) figures_.push_back(at);
    }
  }

  bool write() {
    if (!write_words() || figures_.empty()) return false;
    std::string& first = pieces_[figures_[0]].text;
    const auto ymd = day_.ymd();
    if (first.size() == 8) {
      first = fmt::format("{:04}{:02}{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                          static_cast<unsigned>(ymd.day()));
      return true;
    }
    return month_in_words_ ? write_around_month() : write_numbers();
  }

  std::string text() const {
    std::string text;
    for (const Piece& piece : pieces_) text += piece.text;
    return text;
  }

 private:
  bool write_words() {
    const unsigned weekday = std::chrono::weekday{std::chrono::sys_days{day_.ymd()}}.c_encoding();
    for (Piece& piece : pieces_) {
      if (piece.kind != PieceKind::kLetters) continue;
      if (english(kWeekdays, piece.text) != nullptr) {
        piece.text = word_like(kWeekdays[weekday], piece.text);
      } else if (english(kMonths, piece.text) != nullptr) {
        piece.text = word_like(kMonths[static_cast<unsigned>(day_.ymd().month()) - 1], piece.text);
        month_in_words_ = true;
      } else if (month_of(piece.text)) {
        return false;  // in a language whose months are not written here
      }
    }
    return true;
  }

  bool write_around_month() {
    if (figures_.size() < 2) return false;
    const bool year_first = pieces_[figures_[0]].text.size() == 4;
    put_year(figures_[year_first ? 0 : 1]);
    put(figures_[year_first ? 1 : 0], static_cast<unsigned>(day_.ymd().day()));
    return true;
  }

  bool write_numbers() {
    if (figures_.size() < 3) return false;
    const auto month = static_cast<unsigned>(day_.ymd().month());
    const auto day = static_cast<unsigned>(day_.ymd().day());
    const bool year_first = pieces_[figures_[0]].text.size() == 4;
    if (year_first || order_ == DateOrder::kYmd) {
      put_year(figures_[0]);
      put(figures_[1], month);
      put(figures_[2], day);
      return true;
    }
    const bool month_first = order_ == DateOrder::kMdy;
    put(figures_[0], month_first ? month : day);
    put(figures_[1], month_first ? day : month);
    put_year(figures_[2]);
    return true;
  }

  void put_year(std::size_t at) {
    const int year = static_cast<int>(day_.ymd().year());
    std::string& text = pieces_[at].text;
    text = text.size() == 2 ? fmt::format("{:02}", year % 100) : std::to_string(year);
  }
  void put(std::size_t at, unsigned number) {
    std::string& text = pieces_[at].text;
    const bool shows = text.size() == 1 || text.front() == '0';
    const bool padded = shows ? text.size() == 2 : padding_ == DatePadding::kZero;
    text = padded ? fmt::format("{:02}", number) : std::to_string(number);
  }

  std::vector<Piece> pieces_;
  std::vector<std::size_t> figures_;
  DateOrder order_;
  DatePadding padding_;
  Date day_;
  bool month_in_words_ = false;
};

}  // namespace

int padding_vote(std::string_view cell) {
  int vote = 0;
  int seen = 0;
  for (const Piece& piece : pieces_of(cell)) {
    if (piece.kind != PieceKind::kFigures || ++seen > 3) continue;
    if (piece.text.size() == 1) --vote;
    if (piece.text.size() == 2 && piece.text.front() == '0') ++vote;
  }
  return vote;
}

std::optional<std::string> date_like(std::string_view like, const Decision<DateOrder>& order, Date day,
                                     DatePadding padding) {
  const DateCell cell = parse_date(like);
  if (cell.missing || cell.fault) return std::nullopt;
  if (cell.number) return number_of(cell.number->count, day);
  // Where nothing had to be decided every order reads the same day: the cell itself says which one it has.
  DateOrder way = order.way;
  if (way == DateOrder::kCount) {
    way = DateOrder::kYmd;
    for (const DateOrder each : {DateOrder::kMdy, DateOrder::kDmy, DateOrder::kYmd}) {
      if (cell.readings[each]) way = each;
    }
  }
  Rewriter rewriter(like, way, day, padding);
  if (!rewriter.write()) return std::nullopt;
  std::string text = rewriter.text();
  const DateCell written = parse_date(text);
  if (written.missing || written.fault || written.number) return std::nullopt;
  const bool reads =
      written.readings[way] == day || (written.year_first && written.readings[DateOrder::kYmd] == day);
  return reads ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace ae::ingest

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "ae/base/text.h"

namespace ae {

/// Where something stands in an input. `line` and `column` count from 1 (bytes within the line); 0 when there
/// is none.
struct Place {
  std::string source;
  std::int64_t line = 0;
  std::int64_t column = 0;

  bool operator==(const Place&) const = default;
};

/// What went wrong outside the program: a file, a flag, a cell. Written for the person who can mend it.
struct Error {
  std::string code;   ///< stable and snake_case, for programs: "file_not_found"
  Message message;    ///< what is wrong
  Message hint;       ///< what to do, with a command that works where there is one; may be empty
  Place place;        ///< where, as far as it has a place
  std::string value;  ///< the offending value as it was read; may be empty
  std::vector<std::string> did_you_mean;  ///< near misses, best first
};

/// A value, or the Error that explains why there is none.
template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

/// Makes the failure that a function returning any Result can return.
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace ae

#define AE_CONCAT_INNER(a, b) a##b
#define AE_CONCAT(a, b) AE_CONCAT_INNER(a, b)

/// AE_TRY(auto table, read(file)); declares `table` from a Result, or returns its Error from this function.
#define AE_TRY(declaration, expression) AE_TRY_AT(AE_CONCAT(ae_result_, __LINE__), declaration, expression)
#define AE_TRY_AT(result, declaration, expression)           \
  auto result = (expression);                                \
  if (!result) return ::ae::fail(std::move(result).error()); \
  declaration = std::move(*result)

/// Returns the Error of a Result whose value is not needed, if it has one.
#define AE_TRY_VOID(expression) \
  if (auto ae_result = (expression); !ae_result) return ::ae::fail(std::move(ae_result).error())

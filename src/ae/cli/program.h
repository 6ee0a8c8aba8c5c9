#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ae/app/session.h"

namespace ae::cli {

/// The world around one run of the program, so that a run can be made in a test as in main.
struct World {
  Date today;
  unsigned threads = 1;
  app::Screen out;  ///< of standard output
  bool out_is_terminal = false;
  render::Colour errors = render::Colour::kNever;  ///< of standard error
  bool errors_are_terminal = false;
  bool in_is_terminal = false;
  std::function<std::optional<std::string>()>
      read_line;                               ///< of standard input; nullopt at its end; may be absent
  std::function<std::int64_t()> milliseconds;  ///< of a clock that only runs forward; may be absent
  std::function<std::optional<std::string>(const std::string&)> variable;  ///< of the environment
  std::function<void(std::string_view)> write_out;
  std::function<void(std::string_view)> write_error;
};

/// Runs `ae` with the arguments after its name and returns its exit code.
int run_program(const std::vector<std::string>& arguments, const World& world);

}  // namespace ae::cli

// The program: the only place that asks the operating system who, when and where.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <sys/ioctl.h>
#include <thread>
#include <unistd.h>

#include "ae/base/vectors.h"
#include "ae/cli/program.h"

namespace {

constexpr int kInternalError = 3;
constexpr int kWidestReport = 140;

ae::Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return ae::Date::from_ymd(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1),
                            static_cast<unsigned>(local.tm_mday))
      .value_or(ae::Date{});
}

std::int64_t milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

ae::render::Colour colour_of(int descriptor) {
  const bool wanted = variable("NO_COLOR").value_or("").empty() && variable("TERM") != "dumb";
  return wanted && isatty(descriptor) != 0 ? ae::render::Colour::kAnsi : ae::render::Colour::kNever;
}

int width_of(int descriptor) {
  winsize size{};
  const bool known = isatty(descriptor) != 0 && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? std::clamp<int>(size.ws_col, 60, kWidestReport) : ae::app::Screen{}.width;
}

/// The next line of standard input without its end. What stands behind its first 64 KB is dropped.
std::optional<std::string> read_line() {
  constexpr std::size_t kLongest = std::size_t{64} << 10U;
  std::string line;
  int byte = std::getc(stdin);
  if (byte == EOF) return std::nullopt;
  for (; byte != EOF && byte != '\n'; byte = std::getc(stdin)) {
    if (line.size() < kLongest) line.push_back(static_cast<char>(byte));
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

void write_to(std::FILE* stream, std::string_view bytes) {
  const bool written =
      std::fwrite(bytes.data(), 1, bytes.size(), stream) == bytes.size() && std::fflush(stream) == 0;
  if (written) return;
  std::fputs("ae: the output cannot be written / 输出无法写入\n", stderr);
  std::_Exit(2);
}

}  // namespace

int main(int count, char** values) {
  ae::cli::World world;
  world.today = today();
  if (const auto vectors = variable("AE_VECTORS")) ae::use_vectors(*vectors);
  world.threads = std::max(1U, std::thread::hardware_concurrency());
  world.out = {colour_of(STDOUT_FILENO), width_of(STDOUT_FILENO)};
  world.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  world.errors = colour_of(STDERR_FILENO);
  world.errors_are_terminal = isatty(STDERR_FILENO) != 0;
  world.in_is_terminal = isatty(STDIN_FILENO) != 0;
  world.read_line = read_line;
  world.milliseconds = milliseconds;
  world.variable = variable;
  world.write_out = [](std::string_view bytes) { write_to(stdout, bytes); };
  world.write_error = [](std::string_view bytes) { write_to(stderr, bytes); };
  try {
    return ae::cli::run_program(std::vector<std::string>(values + 1, values + count), world);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ae: internal error: %s\n", error.what());
    return kInternalError;
  }
}

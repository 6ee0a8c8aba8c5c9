#include "ae/cli/progress_line.h"

#include <algorithm>

#include <fmt/format.h>

namespace ae::cli {
namespace {

constexpr std::int64_t kSilent = 1000;  // milliseconds at the beginning
constexpr std::int64_t kPause = 200;    // milliseconds between two lines
constexpr std::string_view kWipe = "\r\x1b[K";

/// "950 MB", "1.1 GB".
std::string size_text(double bytes) {
  constexpr double kMega = 1e6;
  constexpr double kGiga = 1e9;
  return bytes < kGiga ? fmt::format("{:.0f} MB", bytes / kMega) : fmt::format("{:.1f} GB", bytes / kGiga);
}

}  // namespace

ProgressLine::ProgressLine(const World& world, Languages languages, bool wanted)
    : world_(world),
      languages_(std::move(languages)),
      wanted_(wanted && world.errors_are_terminal && world.milliseconds),
      begin_(wanted_ ? world.milliseconds() : 0) {}

void ProgressLine::show(std::size_t done, std::size_t all) {
  if (!wanted_ || done == 0 || all == 0) return;
  const std::int64_t now = world_.milliseconds();
  if (now - begin_ < kSilent || (shown_ != 0 && now - shown_ < kPause)) return;
  shown_ = now;
  const double rate = static_cast<double>(done) * 1000 / static_cast<double>(now - begin_);  // bytes a second
  const double left = static_cast<double>(all - std::min(done, all)) / rate;
  const Message message = Message{Text{"{percent} % · {done} of {all} · {rate}/s · {left} s left",
                                       "{percent} % · {done}／{all} · {rate}/秒 · 剩余 {left} 秒"}}
                              .with("percent", static_cast<std::int64_t>(std::min(done, all) * 100 / all))
                              .with("done", size_text(static_cast<double>(done)))
                              .with("all", size_text(static_cast<double>(all)))
                              .with("rate", size_text(rate))
                              .with("left", fmt::format("{:.0f}", left));
  std::string line(kWipe);
  for (const Language language : languages_) {
    if (line.size() > kWipe.size()) line += "  |  ";
    line += message.in(language);
  }
  world_.write_error(line);
}

void ProgressLine::wipe() {
  if (shown_ != 0) world_.write_error(kWipe);
  shown_ = 0;
}

}  // namespace ae::cli

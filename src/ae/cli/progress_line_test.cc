#include "ae/cli/progress_line.h"

#include <gtest/gtest.h>

namespace ae::cli {
namespace {

struct Terminal {
  std::int64_t now = 5000;
  std::string written;
  World world;

  Terminal() {
    world.errors_are_terminal = true;
    world.milliseconds = [this] { return now; };
    world.write_error = [this](std::string_view text) { written += text; };
  }
};

TEST(ProgressLine, SaysNothingInTheFirstSecond) {
  Terminal terminal;
  {
    ProgressLine line(terminal.world, {Language::kEnglish}, true);
    terminal.now += 999;
    line.show(10, 100);
  }
  EXPECT_EQ(terminal.written, "");
}

TEST(ProgressLine, SaysHowFarHowFastAndHowLong) {
  Terminal terminal;
  {
    ProgressLine line(terminal.world, {Language::kEnglish}, true);
    terminal.now += 2000;
    line.show(1'000'000'000, 2'500'000'000);
    EXPECT_EQ(terminal.written, "\r\x1b[K40 % · 1.0 GB of 2.5 GB · 500 MB/s · 3 s left");
    terminal.now += 100;
    line.show(1'100'000'000, 2'500'000'000);  // too soon
    EXPECT_EQ(terminal.written, "\r\x1b[K40 % · 1.0 GB of 2.5 GB · 500 MB/s · 3 s left");
    terminal.written.clear();
  }
  EXPECT_EQ(terminal.written, "\r\x1b[K") << "it is wiped at the end";
}

TEST(ProgressLine, SpeaksTheLanguagesOfTheReport) {
  Terminal terminal;
  ProgressLine line(terminal.world, {Language::kEnglish, Language::kChinese}, true);
  terminal.now += 1000;
  line.show(250'000'000, 500'000'000);
  EXPECT_EQ(terminal.written,
            "\r\x1b[K50 % · 250 MB of 500 MB · 250 MB/s · 1 s left  |  50 % · 250 MB／500 MB · 250 MB/秒 · "
            "剩余 1 秒");
}

TEST(ProgressLine, IsSilentInAPipeAndWhereItIsNotWanted) {
  Terminal terminal;
  terminal.world.errors_are_terminal = false;
  ProgressLine piped(terminal.world, {Language::kEnglish}, true);
  terminal.world.errors_are_terminal = true;
  ProgressLine quiet(terminal.world, {Language::kEnglish}, false);
  terminal.now += 5000;
  piped.show(1, 2);
  quiet.show(1, 2);
  EXPECT_EQ(terminal.written, "");
}

}  // namespace
}  // namespace ae::cli

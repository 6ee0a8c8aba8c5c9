#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/app/flag.h"

namespace ae::app {

/// What there is to practise.
enum class Exercise : std::uint8_t { kObjections, kCount };

constexpr std::string_view key(Exercise) { return "objections"; }

/// How practising goes.
struct PracticeOptions {
  std::optional<Exercise> exercise;
  std::optional<std::int64_t> rounds;
  std::optional<std::int64_t> seed;
  std::optional<FilePath> answers;

  static constexpr auto fields() {
    return std::tuple{
        flag("exercise", &PracticeOptions::exercise, "EXERCISE", Text{"What is practised", "练习的内容"}),
        flag("rounds", &PracticeOptions::rounds, "N",
             Text{"Practise the first N only; all without it", "只练习前 N 项；默认全部"}),
        flag("seed", &PracticeOptions::seed, "N",
             Text{"Draw by lot with the seed N, the same for the same N; nothing is drawn without it",
                  "以 N 为种子随机抽取，N 相同则结果相同；未给出时不随机"}),
        flag("answers", &PracticeOptions::answers, "FILE",
             Text{"Take from FILE, line by line, what would be typed: an answer, then its marks",
                  "从 FILE 逐行读取本应键入的内容：一行回答，一行自评"})};
  }
};

}  // namespace ae::app

#include "ae/render/width.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/base/utf8.h"

namespace ae::render {
namespace {

TEST(Width, LatinTakesOneColumnAndChineseTwo) {
  EXPECT_EQ(display_width("Acme"), 4U);
  EXPECT_EQ(display_width("王小明"), 6U);
  EXPECT_EQ(display_width("Acme 中国(上海)"), 5U + 4U + 2U + 4U);
  EXPECT_EQ(display_width("商机\uFF0C额。"), 4U + 2U + 2U + 2U);
}

TEST(Width, KoreanJapaneseAndFullwidthTakeTwo) {
  EXPECT_EQ(display_width("한국"), 4U);
  EXPECT_EQ(display_width("かな"), 4U);
  EXPECT_EQ(display_width("\uFF21\uFF22\uFF23"), 6U);
  EXPECT_EQ(display_width("\uFF76\uFF85"), 2U) << "halfwidth katakana";
}

TEST(Width, EmojiTakeTwo) {
  EXPECT_EQ(display_width("🚀"), 2U);
  EXPECT_EQ(display_width("⏰"), 2U);
}

TEST(Width, CombiningAndZeroWidthCharactersTakeNone) {
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("a\u200Bb"), 2U);
}

TEST(Width, SignsOfOurOwnTakeOne) {
  for (const std::string_view sign :
       {"–", "×", "…", "█", "▏", "░", "─", "├", "▶", "✓", "!", "✗", "·", "€", "¥"}) {
    EXPECT_EQ(display_width(sign), 1U) << sign;
  }
}

TEST(Width, InvalidBytesCountOneEach) {
  EXPECT_EQ(display_width("\xff\xc0\xaf"), 3U);
  EXPECT_EQ(display_width("\xe4\xb8"), 2U) << "a sequence that is cut off";
  EXPECT_EQ(display_width("\xed\xa0\x80"), 3U) << "a surrogate";
}

TEST(Cut, KeepsWhatFits) {
  EXPECT_EQ(cut_to_width("Acme", 4), "Acme");
  EXPECT_EQ(cut_to_width("", 4), "");
}

TEST(Cut, EndsWithAnEllipsisWithinTheColumns) {
  EXPECT_EQ(cut_to_width("Alexandra", 5), "Alex…");
  EXPECT_EQ(cut_to_width("王小明", 5), "王小…");
  EXPECT_EQ(cut_to_width("王小明", 4), "王…") << "half a character is no character";
  EXPECT_EQ(cut_to_width("王", 1), "…");
  EXPECT_EQ(cut_to_width("王", 0), "");
}

TEST(Harmless, EscapeSequencesShowAsStandIns) {
  EXPECT_EQ(harmless("\x1b[31mred"), "\uFFFD[31mred");
  EXPECT_EQ(harmless("\xC2\x9B"
                     "2J"),
            "\uFFFD2J")
      << "the one-byte form of the same";
  EXPECT_EQ(harmless(std::string_view("a\0b\x7f", 4)), "a\uFFFDb\uFFFD");
}

TEST(Harmless, LineBreaksAndTabsBecomeOneSpace) {
  EXPECT_EQ(harmless("a\r\nb\nc\rd\te"), "a b c d e");
  EXPECT_EQ(harmless("a\u2028b\u0085c"), "a b c");
}

TEST(Harmless, BidirectionalControlsAreDropped) {
  EXPECT_EQ(harmless("\u202Eabc\u2066def\u200F\u061C"), "abcdef");
}

TEST(Harmless, InvalidBytesBecomeStandIns) {
  EXPECT_EQ(harmless("a\xff"
                     "b"),
            "a\uFFFDb");
  EXPECT_EQ(harmless("\xe4\xb8"), "\uFFFD\uFFFD");
}

TEST(Harmless, WordsStayAsTheyAre) {
  constexpr std::string_view kWords = "Müller & 王小明 👍🏽 — 1,319 $";
  EXPECT_EQ(harmless(kWords), kWords);
}

TEST(Harmless, WhateverTheBytesTheResultIsPlainValidText) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 24, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random() % 256);
    const std::string safe = harmless(bytes);
    for_each_character(safe, [&](const Character& character, std::string_view) {
      EXPECT_TRUE(character.valid);
      EXPECT_GE(character.code, U' ');
      EXPECT_FALSE(character.code >= 0x7F && character.code < 0xA0);
    });
    EXPECT_EQ(harmless(safe), safe);
    for (const std::size_t columns : {1U, 5U, 9U})
      EXPECT_LE(display_width(cut_to_width(bytes, columns)), columns);
  }
}

}  // namespace
}  // namespace ae::render

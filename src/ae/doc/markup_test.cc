#include "ae/doc/markup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ae::doc {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Markup, PartsATextByItsMarks) {
  EXPECT_THAT(spans_of("**Ask.** Run `ae next`, then go"),
              ElementsAre(Span{SpanStyle::kStrong, "Ask."}, Span{SpanStyle::kPlain, " Run "},
                          Span{SpanStyle::kCode, "ae next"}, Span{SpanStyle::kPlain, ", then go"}));
  EXPECT_THAT(spans_of(""), IsEmpty());
}

TEST(Markup, WithoutItsEndIsText) {
  for (const std::string_view text : {"2 ** 3", "`open", "****", "``", "a * b * c", "**`"})
    EXPECT_THAT(spans_of(text), ElementsAre(Span{SpanStyle::kPlain, text})) << text;
}

TEST(Markup, IsNotReadWithinCode) {
  EXPECT_THAT(spans_of("`a **b** c`"), ElementsAre(Span{SpanStyle::kCode, "a **b** c"}));
}

TEST(Markup, WithoutTypeFacesKeepsTheSignsOfCode) {
  EXPECT_EQ(without_type_faces("**Ask.** Run `ae next`"), "Ask. Run `ae next`");
}

}  // namespace
}  // namespace ae::doc

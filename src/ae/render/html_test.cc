#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/base/utf8.h"
#include "ae/render/html_text.h"
#include "ae/render/render.h"
#include "ae/render/sample_document.h"

namespace ae::render {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

bool is_void(std::string_view name) { return name == "meta" || name == "!doctype"; }

/// The first tag that closes what is not open, or is left open; empty when every tag has its end.
std::string unbalanced_tag(std::string_view html) {
  std::vector<std::string> open;
  while (true) {
    const std::size_t begin = html.find('<');
    if (begin == std::string_view::npos) return open.empty() ? std::string() : open.back();
    const std::size_t end = html.find('>', begin);
    if (end == std::string_view::npos) return std::string(html.substr(begin));
    const std::string_view tag = html.substr(begin + 1, end - begin - 1);
    const std::string name(tag.substr(0, tag.find(' ')));
    html.remove_prefix(end + 1);
    if (tag.ends_with('/') || is_void(name)) continue;
    if (name[0] != '/') {
      open.push_back(name);
    } else if (open.empty() || "/" + open.back() != name) {
      return name;
    } else {
      open.pop_back();
    }
  }
}

TEST(Html, IsOnePageInTheFirstLanguage) {
  EXPECT_THAT(html(sample_document(), kEnglishOnly), StartsWith("<!doctype html>\n<html lang=\"en\">"));
  EXPECT_THAT(html(sample_document(), kChineseOnly), StartsWith("<!doctype html>\n<html lang=\"zh\">"));
}

TEST(Html, LoadsAndRunsNothing) {
  const std::string page = html(sample_document(), kEnglishOnly);
  EXPECT_THAT(page, HasSubstr("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
  for (const std::string_view outside :
       {"<script", "<link", "<img", "src=", "http:", "https:", "url(", "@import"}) {
    EXPECT_THAT(page, Not(HasSubstr(outside)));
  }
}

TEST(Html, FurtherLanguagesAreMarkedAsSuch) {
  const std::string page = html(sample_document(), kBothLanguages);
  EXPECT_THAT(page, HasSubstr("<h1>Pipeline report <span class=\"also\" lang=\"zh\">商机报告</span></h1>"));
  EXPECT_THAT(html(sample_document(), {Language::kChinese, Language::kEnglish}),
              HasSubstr("<h1>商机报告 <span class=\"also\" lang=\"en\">Pipeline report</span></h1>"));
}

TEST(Html, TablesHaveACaptionAndScopedHeadings) {
  const std::string page = html(sample_document(), kEnglishOnly);
  EXPECT_THAT(page, HasSubstr("<caption>By stage: Stage</caption>"));
  EXPECT_THAT(page, HasSubstr("<th scope=\"col\" class=\"number\">Amount</th>"));
  EXPECT_THAT(page, HasSubstr("<th scope=\"row\">Prospect</th>"));
  EXPECT_THAT(page, HasSubstr("<tfoot>\n<tr><th scope=\"row\">Total</th>"));
}

TEST(Html, BarsAndGaugesSayWhatTheyShow) {
  const std::string page = html(sample_document(), kEnglishOnly);
  EXPECT_THAT(page, HasSubstr("<title id=\"image-1-title\">Prospect: $210,000.00</title>"
                              "<desc id=\"image-1-desc\">Amount; Weighted 10 %</desc>"));
  EXPECT_THAT(page, HasSubstr("Pipeline coverage: 1.3190×</title>"));
  EXPECT_THAT(page, HasSubstr("Target 3.00×–4.00×</desc>"));
}

TEST(Html, BarsAreAsLongAsTheirShare) {
  EXPECT_THAT(html(sample_document(), kEnglishOnly), HasSubstr("<rect class=\"bar\" width=\"53.85%\""));
}

TEST(Html, AStepBeginsWhereTheLastOneEndsAndTheMarkCrossesIt) {
  doc::BarChart chart{Text{"Steps", "步骤"}, {}, {}};
  chart.bars = {{Text{"Then", "二"}, doc::Value(doc::Count{2}), 0.25, 0.25, 0.5}};
  chart.mark = 0.875;
  chart.mark_label = Text{"Target", "目标"};
  const std::string page = html({Text{"T", "T"}, {}, {{"s", Text{"S", "S"}, {chart}, {}}}}, kEnglishOnly);
  EXPECT_THAT(page, HasSubstr("<rect class=\"solid\" x=\"50.00%\" width=\"25.00%\""));
  EXPECT_THAT(page, HasSubstr("<line class=\"mark\" x1=\"87.50%\""));
  EXPECT_THAT(page, HasSubstr("<span class=\"key mark\">Target</span>"));
}

TEST(Html, MoodsAreSaidAndNotOnlyColoured) {
  EXPECT_THAT(html(sample_document(), kEnglishOnly),
              HasSubstr("1.3190×<span class=\"sign\" role=\"img\" aria-label=\"problem\">✗</span>"));
}

TEST(Html, SectionsAreReachedByTheirKeys) {
  const std::string page = html(sample_document(), kEnglishOnly);
  EXPECT_THAT(page, HasSubstr("<a href=\"#by_stage\">By stage</a>"));
  EXPECT_THAT(page, HasSubstr("<section id=\"by_stage\""));
  EXPECT_THAT(page, HasSubstr("<a class=\"skip\" href=\"#report-body\">"));
}

TEST(Html, EscapesText) {
  EXPECT_EQ(html_text("<b a=\"1\" c='2'> & \x1b\n"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt; &amp; \uFFFD ");
}

TEST(Html, NothingFromOutsideIsMarkup) {
  const std::string page = html(hostile_document(), kBothLanguages);
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_EQ(unbalanced_tag(page), "");
  for_each_character(page, [](const Character& character, std::string_view) {
    EXPECT_TRUE(character.valid);
    EXPECT_TRUE(character.code >= U' ' || character.code == U'\n');
    EXPECT_NE(character.code, U'\u202E');
  });
}

TEST(Html, EveryTagHasItsEnd) {
  EXPECT_EQ(unbalanced_tag(html(sample_document(), kBothLanguages)), "");
  EXPECT_EQ(unbalanced_tag(html(bare_document(), kEnglishOnly)), "");
  EXPECT_EQ(unbalanced_tag(html({}, kEnglishOnly)), "");
}

TEST(Html, WhatIsNoNumberDrawsNothing) {
  EXPECT_THAT(html(bare_document(), kEnglishOnly), Not(HasSubstr("nan")));
}

TEST(Html, TheSameDocumentGivesTheSameBytes) {
  EXPECT_EQ(html(sample_document(), kBothLanguages), html(sample_document(), kBothLanguages));
}

TEST(Html, HasProseAsWhatItIs) {
  const doc::Document document{{}, {}, {{"part", {}, {sample_prose()}}}};
  const std::string page = html(document, kEnglishOnly);
  EXPECT_THAT(page, HasSubstr("<p>Coverage is the <strong>total</strong> ÷ quota.</p>\n"
                              "<ul>\n<li>Run <code>ae coverage</code></li>\n<li>2 * 3 | 4</li>\n</ul>\n"
                              "<ol start=\"7\">\n<li>Ask</li>\n</ol>\n<h3 id=\"last\">Last</h3>\n"
                              "<ul class=\"tasks\">\n<li>Looked at</li>\n</ul>\n"));
  EXPECT_EQ(unbalanced_tag(page), "");
}

TEST(Html, SetsProseInTwoLanguagesSideBySide) {
  const doc::Document document{{}, {}, {{"part", {}, {sample_prose()}}}};
  const std::string page = html(document, kBothLanguages);
  EXPECT_THAT(
      page,
      HasSubstr("<tr id=\"last\" class=\"heading\"><td lang=\"en\">Last</td><td lang=\"zh\">最后</td>"));
  EXPECT_THAT(page, HasSubstr("<td lang=\"zh\">• 运行 <code>ae coverage</code></td>"));
  EXPECT_EQ(unbalanced_tag(page), "");
}

}  // namespace
}  // namespace ae::render

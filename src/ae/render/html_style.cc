#include "ae/render/html_page.h"

namespace ae::render {

// Bars and bands keep 3:1 against what they lie on, words 4.5:1.
constinit const std::string_view kHtmlStyle = R"css(
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --sheet: #ffffff; --ink: #1b2330; --quiet: #556072; --line: #e3e7ed; --edge: #aeb7c4;
  --accent: #1d4f91; --bar: #6f94cb; --solid: #1d4f91; --track: #eceff4; --band: #bcd9c6;
  --good: #17693a; --warning: #855000; --bad: #b0261d;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #0f141b; --sheet: #171e28; --ink: #e8ecf2; --quiet: #a7b2c2; --line: #2a3442; --edge: #53627a;
    --accent: #93bbf7; --bar: #5179b3; --solid: #a9c9fa; --track: #253040; --band: #2b5a41;
    --good: #79d59f; --warning: #f2b963; --bad: #ff958d;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: auto; }
body {
  margin: 0; padding: 2.5rem 1.5rem 4rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "PingFang SC",
    "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
body > header, body > nav, main { max-width: 66rem; margin-inline: auto; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; text-wrap: balance; }
h2 { margin: 0 0 1.25rem; font-size: 1.2rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.005em; }
p { margin: 0; max-width: 70ch; }
.also { font-size: 0.85em; font-weight: 400; color: var(--quiet); letter-spacing: 0; }
.subtitle { margin-top: 0.5rem; max-width: none; color: var(--quiet); }
.subtitle .also, p .also { display: block; }
.skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: var(--sheet); color: var(--accent); }
.skip:focus { left: 1rem; top: 1rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 0.25rem 0; color: var(--accent); font-size: 0.9rem; text-decoration: none; }
nav a:hover { text-decoration: underline; }
section {
  margin-top: 1.5rem; padding: 1.75rem 2rem 2rem; background: var(--sheet);
  border: 1px solid var(--line); border-radius: 0.75rem;
}
section > * + * { margin-top: 1.75rem; }
section > h2 + * { margin-top: 0; }
section > h2:last-child { margin-bottom: 0; }
.good { --mood: var(--good); } .warning { --mood: var(--warning); } .bad { --mood: var(--bad); }
.sign { display: inline-block; min-width: 1.1rem; text-align: center; font-weight: 700; color: var(--mood, inherit); }

.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; margin-bottom: 0; }
.figures > div {
  container-type: inline-size; padding: 1rem 1.15rem 1.1rem; border: 1px solid var(--line); border-top: 3px solid var(--mood, var(--edge));
  border-radius: 0.5rem;
}
.figures dt { font-size: 0.9rem; color: var(--quiet); }
.figures dd { margin: 0; }
.figures .value {
  margin-top: 0.2rem; font-size: clamp(1.1rem, 10cqi, 1.65rem); line-height: 1.25; font-weight: 650;
  letter-spacing: -0.02em; white-space: nowrap; color: var(--mood, inherit);
}
.figures .value.in-words { font-size: 1.15rem; letter-spacing: 0; white-space: normal; }
.figures .value .sign, .gauge .reading .sign { margin-left: 0.35rem; font-size: 1.1rem; }
.figures .detail { margin-top: 0.35rem; font-size: 0.85rem; line-height: 1.4; color: var(--quiet); }
.figures .detail .also { display: block; font-size: 1em; }

.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.925rem; line-height: 1.4; }
caption, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: 0.6rem 0 0.6rem 1.5rem; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: 0; }
thead th { color: var(--quiet); font-size: 0.82rem; font-weight: 600; vertical-align: bottom; border-bottom-color: var(--edge); }
thead .also { display: block; }
tbody .also, .bars .also, dt .also, nav .also { display: inline-block; }
tbody th { font-weight: 500; }
tbody tr:last-child > * { border-bottom: 0; }
tfoot th, tfoot td { font-weight: 650; border-top: 1px solid var(--edge); border-bottom: 0; }
.number { text-align: right; white-space: nowrap; }
.number.in-words { white-space: normal; }
thead .number { white-space: normal; word-break: keep-all; }
thead .signed { padding-right: 1.1rem; }
td.whole { white-space: nowrap; }
tbody td[class*="good"], tbody td[class*="warning"], tbody td[class*="bad"] { color: var(--mood); }
.nothing, .missing { color: var(--quiet); }
.footnote { margin-top: 0.75rem; font-size: 0.85rem; color: var(--quiet); }

.prose > * + * { margin-top: 0.85rem; }
.prose h3 { margin: 1.6rem 0 0; font-size: 1.02rem; line-height: 1.35; font-weight: 650; }
.prose ul, .prose ol { margin-bottom: 0; max-width: 70ch; padding-left: 1.5rem; }
.prose li + li { margin-top: 0.3rem; }
.prose .tasks { padding-left: 0; list-style: none; }
.prose .tasks li { padding-left: 1.6rem; text-indent: -1.6rem; }
.prose .tasks li::before { content: "☐"; display: inline-block; width: 1.6rem; text-indent: 0; color: var(--quiet); }
code { font: 0.9em ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.parallel { table-layout: fixed; font-size: 1rem; line-height: 1.55; }
.parallel td { width: 50%; padding-block: 0.4rem; border-bottom: 0; vertical-align: top; }
.parallel td + td, .parallel th + th { border-left: 1px solid var(--line); }
.parallel td:first-child, .parallel th:first-child { padding-right: 1.5rem; }
.parallel .heading td { padding-top: 1.4rem; font-weight: 650; }
.parallel .item td { padding-block: 0.15rem; padding-left: 2.7rem; text-indent: -1.2rem; }
.parallel .item td:first-child { padding-left: 1.2rem; }

figure { margin-inline: 0; margin-bottom: 0; }
svg { display: block; width: 100%; overflow: visible; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-bottom: 0.75rem; font-size: 0.85rem; color: var(--quiet); }
.legend .key::before {
  content: ""; display: inline-block; width: 0.75rem; height: 0.75rem; margin-right: 0.45rem; border-radius: 2px;
  background: var(--bar); vertical-align: -0.06rem; print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
.legend .key.solid::before { background: var(--solid); }
.bars { margin: 0; padding: 0; list-style: none; font-size: 0.925rem; }
.bars li { display: grid; grid-template-columns: 14rem minmax(0, 1fr) 9rem; gap: 0.15rem 1rem; align-items: center; padding: 0.3rem 0; }
.legend .key.mark::before { width: 0.15rem; background: var(--bad); }
.bars svg { height: 1.15rem; overflow: visible; }
.bars .mark { stroke: var(--bad); stroke-width: 2; }
.bars .end { text-align: right; white-space: nowrap; color: var(--mood, inherit); }
.bars .end.in-words { white-space: normal; }
.track { fill: var(--track); } .bar { fill: var(--bar); } .solid { fill: var(--solid); } .band { fill: var(--band); }
.tick { stroke: var(--good); stroke-width: 2; }
.gauge .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.9rem; margin-bottom: 0.6rem; }
.gauge .name { font-weight: 600; }
.gauge .reading { font-size: 1.65rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.02em; color: var(--mood, inherit); }
.gauge .target { color: var(--quiet); }
.gauge svg { height: 3.4rem; }
.gauge svg .value { fill: var(--mood, var(--solid)); }
.gauge text { fill: var(--quiet); font-size: 0.8rem; }
.gauge figcaption { max-width: 70ch; margin-top: 0.25rem; font-size: 0.85rem; color: var(--quiet); }
.gauge figcaption .also { display: block; font-size: 1em; }
.note { padding: 0.7rem 1rem; background: var(--page); border-left: 3px solid var(--mood); border-radius: 0 0.4rem 0.4rem 0; }
.note { display: flex; gap: 0.6rem; max-width: none; }

@media (max-width: 40rem) {
  body { padding: 1.5rem 0.75rem 3rem; }
  h1 { font-size: 1.6rem; }
  section { padding: 1.25rem 1rem 1.4rem; }
  .figures { grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0.75rem; }
  th, td { padding-left: 1rem; }
  .number.in-words { white-space: normal; }
thead .number { white-space: nowrap; }
  .bars li { grid-template-columns: minmax(0, 1fr) auto; padding: 0.45rem 0; }
  .bars svg { grid-row: 2; grid-column: 1 / -1; }
}
@media (forced-colors: active) {
  .bar, .band { fill: GrayText; } .solid, .gauge svg .value { fill: CanvasText; } .track { fill: Canvas; }
  .tick { stroke: CanvasText; } .gauge text { fill: CanvasText; }
}
@media print {
  @page { margin: 16mm 14mm; }
  body { padding: 0; background: none; font-size: 10pt; }
  nav, .skip { display: none; }
  section { margin-top: 1.25rem; padding: 0.75rem 0 0; border: 0; border-top: 1px solid var(--edge); border-radius: 0; }
  h2 { break-after: avoid; }
  figure, tr, .figures > div, .note, .prose li { break-inside: avoid; }
  .scroll { overflow: visible; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace ae::render

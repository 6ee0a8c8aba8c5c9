// Search over AE_INDEX, whose entries are [address, title, heading, text], and the choice of languages on pages that
// hold two. Chinese is not cut into words: a term is found wherever it stands, and one that stands nowhere as a whole
// is found where all its pairs of neighbouring characters are.
(function () {
  "use strict";
  const root = document.documentElement.dataset.root;
  const input = document.getElementById("search");
  const list = document.getElementById("results");
  const shown = 30;
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const entries = window.AE_INDEX.map(([address, title, heading, text]) => ({
    address, title, heading, text, inTitle: folded(title), inHeading: folded(heading), inText: folded(text),
  }));

  const isHan = (character) => /\p{Script=Han}/u.test(character);
  function pairs(term) {
    const characters = Array.from(term);
    const found = [];
    for (let at = 0; at + 1 < characters.length; ++at) {
      if (isHan(characters[at]) && isHan(characters[at + 1])) found.push(characters[at] + characters[at + 1]);
    }
    return found;
  }
  const holds = (entry, term) => entry.inTitle.includes(term) || entry.inHeading.includes(term) || entry.inText.includes(term);
  function weight(entry, term) {
    return (entry.inTitle.includes(term) ? 8 : 0) + (entry.inHeading.includes(term) ? 5 : 0) + Math.min(4, entry.inText.split(term).length - 1);
  }
  function termsOf(query) {
    return folded(query).split(/\s+/).filter(Boolean).flatMap((term) => {
      const parts = pairs(term);
      return parts.length === 0 || entries.some((entry) => holds(entry, term)) ? [term] : parts;
    });
  }
  function find(query) {
    const terms = termsOf(query);
    if (terms.length === 0) return { terms, hits: [] };
    const hits = entries.filter((entry) => terms.every((term) => holds(entry, term)));
    const score = (entry) => terms.reduce((sum, term) => sum + weight(entry, term), 0);
    return { terms, hits: hits.map((entry) => [score(entry), entry]).sort((a, b) => b[0] - a[0]).map(([, entry]) => entry) };
  }

  function marked(text, terms) {
    const element = document.createElement("small");
    const low = text.toLowerCase();
    const first = terms.map((term) => low.indexOf(term)).filter((at) => at >= 0).sort((a, b) => a - b)[0] ?? 0;
    const start = Math.max(0, first - 30);
    const excerpt = (start > 0 ? "…" : "") + text.slice(start, start + 140);
    let rest = excerpt;
    while (rest) {
      const folded = rest.toLowerCase();
      const next = terms.map((term) => [folded.indexOf(term), term.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0];
      if (!next) { element.append(rest); break; }
      element.append(rest.slice(0, next[0]));
      const mark = document.createElement("mark");
      mark.textContent = rest.slice(next[0], next[0] + next[1]);
      element.append(mark);
      rest = rest.slice(next[0] + next[1]);
    }
    return element;
  }
  function item(entry, terms) {
    const link = document.createElement("a");
    link.href = root + entry.address;
    link.append(entry.heading && entry.heading !== entry.title ? entry.title + " › " + entry.heading : entry.title, marked(entry.text, terms));
    const row = document.createElement("li");
    row.append(link);
    return row;
  }
  function update() {
    const { terms, hits } = find(input.value);
    list.replaceChildren(...hits.slice(0, shown).map((entry) => item(entry, terms)));
    if (terms.length > 0 && hits.length === 0) {
      const none = document.createElement("li");
      none.className = "none";
      none.textContent = "Nothing found 未找到";
      list.append(none);
    }
    list.hidden = terms.length === 0;
  }
  input.addEventListener("input", update);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { input.value = ""; update(); }
    if (event.key === "Enter") { const first = list.querySelector("a"); if (first) first.click(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== input) { event.preventDefault(); input.focus(); }
  });
  list.addEventListener("click", () => { list.hidden = true; });
  if (location.hash.startsWith("#search=")) { input.value = decodeURIComponent(location.hash.slice(8)); update(); }

  // On a wide screen the list of pages is always open; on a narrow one it opens on demand.
  const pages = document.querySelector("nav details");
  const wide = window.matchMedia("(min-width: 60.01rem)");
  const settle = () => { pages.open = wide.matches; };
  wide.addEventListener("change", settle);
  settle();
  const current = pages.querySelector("[aria-current]");
  if (current && wide.matches) current.scrollIntoView({ block: "nearest" });

  const buttons = document.querySelectorAll(".languages button");
  const remembered = () => { try { return localStorage.getItem("ae-languages"); } catch { return null; } };
  function show(languages) {
    document.documentElement.dataset.show = languages;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === languages));
  }
  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.value);
      try { localStorage.setItem("ae-languages", button.value); } catch { /* a page of a file may have no storage */ }
    });
  }
  if (buttons.length > 0) show(remembered() || "both");
})();

#!/usr/bin/env python3
"""Builds the documentation as a small site that needs no server: the Markdown of the tree, the playbook with its
languages side by side, and a reference of the commands as the program itself describes them.

    tools/make_site.py                           into build/site, with build/release/ae; open build/site/index.html
    tools/make_site.py --program P --out DIR

Pages keep their places (docs/glossary.md is docs/glossary.html), the start pages stand at the top. Links between
documents lead to pages; links to other files of the tree lead to a page that shows the file. Nothing is loaded from
elsewhere; the search runs in the page (tools/site/site.js).
"""

import argparse
import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

try:
    from markdown_it import MarkdownIt
except ImportError:  # a Python of one's own does not look where Debian's packages are
    sys.path.append("/usr/lib/python3/dist-packages")
    from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parent.parent
LOOKS = ROOT / "tools/site"
LANGUAGES = ("en", "zh")
STARTS = {"docs/start.md": "index.html", "docs/start.zh.md": "index.zh.html"}
# Title of a group of pages, and the documents in it, in order; a pattern takes those not named before it.
GROUPS = (
    ("Guides 指南", ("docs/walkthrough.md", "docs/glossary.md", "docs/hygiene-rules.md", "examples/README.md")),
    ("Figures 指标算法", ("docs/methodology/README.md", "docs/methodology/*.md")),
    ("Files 文件格式", ("docs/formats/README.md", "docs/formats/*.md", "docs/json.md")),
    ("Project 项目", ("README.md", "docs/architecture.md", "docs/performance.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/*.md",
                    "examples/**/*.md", "docs/decisions/README.md", "docs/decisions/*.md")),
)
PLAYBOOK = "content/playbook"
SHOW = ('<div class="languages" role="group" aria-label="Language 语言"><button value="en">English</button>'
        '<button value="zh">中文</button><button value="both">Both 并列</button></div>')


@dataclass
class Page:
    path: str                 # below the site: "docs/glossary.html"
    title: str
    body: str
    group: str
    language: str = "en"
    kind: str = "one"         # or "both": languages side by side
    parts: list[tuple[str, str, str]] = field(default_factory=list)  # for the search: anchor, heading, text


def relative(target: str, page: str) -> str:
    """The address of a page of the site as a link on another one."""
    path, mark, anchor = target.partition("#")
    return os.path.relpath(path, os.path.dirname(page) or ".") + mark + anchor


def escape(text: str) -> str:
    return html.escape(text, quote=False)


def slug(heading: str) -> str:
    """What GitHub calls a heading: lower case, blanks as hyphens, other marks dropped."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


class Documents:
    """The Markdown of the tree as pages."""

    def __init__(self) -> None:
        self.markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
        self.groups: dict[str, str] = {}
        for group, patterns in GROUPS:
            for pattern in patterns:
                for found in sorted(ROOT.glob(pattern)):
                    self.groups.setdefault(found.relative_to(ROOT).as_posix(), group)
        self.shown: set[str] = set()   # other files of the tree that pages link to
        self.copied: set[str] = set()  # pictures

    def pages(self) -> Iterator[Page]:
        for source in [*STARTS, *(path for path in self.groups if path not in STARTS)]:
            yield self.page(source)
        for path in sorted(self.shown):
            yield self.file_page(path)

    def place(self, source: str) -> str:
        return STARTS.get(source) or source.removesuffix(".md") + ".html"

    def page(self, source: str) -> Page:
        tokens = self.markdown.parse((ROOT / source).read_text())
        page = Page(self.place(source), source, "", "" if source in STARTS else self.groups[source],
                    "zh" if source.endswith(".zh.md") else "en")
        anchors: set[str] = set()
        part = ["", "", ""]
        for at, token in enumerate(tokens):
            if token.type == "heading_open":
                text = self.plain(tokens[at + 1])
                anchor = slug(text)
                token.attrSet("id", anchor if anchor not in anchors else f"{anchor}-{at}")
                anchors.add(anchor)
                page.parts.append(tuple(part))
                part = [str(token.attrGet("id")), text, ""]
                if token.tag == "h1":
                    page.title = text
            elif token.type == "inline":
                self.lead(token, source, page.path)
                if tokens[at - 1].type != "heading_open":
                    part[2] += self.plain(token) + " "
            elif token.type == "fence":
                part[2] += token.content + " "
        page.parts = [each for each in [*page.parts, tuple(part)] if each[1] or each[2].strip()]
        body = self.markdown.renderer.render(tokens, self.markdown.options, {})
        page.body = body.replace("<table>", '<div class="scroll"><table>').replace("</table>", "</table></div>")
        return page

    @staticmethod
    def plain(inline) -> str:
        return "".join(" " if child.type in ("softbreak", "hardbreak") else child.content for child in inline.children
                       if child.type != "html_inline")

    def lead(self, inline, source: str, page: str) -> None:
        """Turns links and pictures to where their target stands in the site."""
        for child in inline.children:
            name = {"link_open": "href", "image": "src"}.get(child.type)
            if name and not re.match(r"[a-z]+:|#", child.attrGet(name)):
                child.attrSet(name, relative(self.target(child.attrGet(name), source), page))

    def target(self, link: str, source: str) -> str:
        path, mark, anchor = link.partition("#")
        where = Path(os.path.normpath((ROOT / source).parent / path))
        inside = where.relative_to(ROOT).as_posix()
        if where.is_dir() and f"{inside}/README.md" in self.groups:
            inside += "/README.md"
        if inside in self.groups or inside in STARTS:
            return self.place(inside) + mark + anchor
        if inside == PLAYBOOK or inside.startswith(PLAYBOOK + "/"):
            return f"playbook/{where.stem if where.suffix else 'index'}.html{mark}{anchor}"
        if where.suffix in (".png", ".svg"):
            self.copied.add(inside)
            return inside
        self.shown.add(inside)
        return f"source/{inside}.html"

    def file_page(self, path: str) -> Page:
        where = ROOT / path
        text = "\n".join(sorted(each.name for each in where.iterdir())) if where.is_dir() else where.read_text()
        return Page(f"source/{path}.html", path, f"<h1><code>{escape(path)}</code></h1>\n<pre><code>{escape(text)}</code></pre>", "")


class Program:
    """What the program says of itself, in each language."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def run(self, *arguments: str) -> str:
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("AE_", "LC_")) and name != "NO_COLOR"}
        return subprocess.run([self.path, *arguments], env=clean | {"LANG": "C.UTF-8"}, cwd=ROOT, check=True, capture_output=True, text=True).stdout

    def each(self, *arguments: str) -> dict[str, str]:
        return {language: self.run(*arguments, "--lang", language) for language in LANGUAGES}

    def results(self, *arguments: str) -> dict[str, dict]:
        return {language: json.loads(text)["result"] for language, text in self.each(*arguments, "--json").items()}


def pair(each: dict[str, str], tag: str = "div") -> str:
    sides = "".join(f'<{tag} class="side" lang="{language}">{words}</{tag}>' for language, words in each.items())
    return f'<div class="pair">{sides}</div>\n'


def both(each: dict[str, str], between: str = " ") -> str:
    """The words of all languages in one line; once when they are alike."""
    return between.join(dict.fromkeys(each.values()))


class Playbook:
    """Its pages, passage beside passage."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.topics = [topic["id"] for topic in program.results("playbook")["en"]["topics"]]

    def pages(self) -> Iterator[Page]:
        entries = {language: result["topics"] for language, result in self.program.results("playbook").items()}
        title = {"en": "Playbook", "zh": "销售手册"}
        rows = "".join(pair({language: f'<p><a href="{topics[at]["id"]}.html">{escape(topics[at]["title"])}</a><br>'
                                       f'<span class="summary">{escape(topics[at]["summary"])}</span></p>'
                             for language, topics in entries.items()}) for at in range(len(self.topics)))
        yield Page("playbook/index.html", both(title), SHOW + pair(title, "h1") + rows, "Playbook 销售手册", kind="both",
                   parts=[("", both(title), " ".join(topic["summary"] for topics in entries.values() for topic in topics))])
        for topic in self.topics:
            yield self.page({language: result["page"] for language, result in self.program.results("playbook", topic).items()})

    def page(self, each: dict[str, dict]) -> Page:
        titles = {language: escape(page["title"]) for language, page in each.items()}
        body = [SHOW, pair(titles, "h1"), pair({language: f'<p class="summary">{escape(page["summary"])}</p>' for language, page in each.items()})]
        parts = [("", both(titles), " ".join(page["summary"] for page in each.values()))]
        for at, section in enumerate(each["en"]["sections"]):
            sections = {language: page["sections"][at] for language, page in each.items()}
            headings = {language: escape(of["title"]) for language, of in sections.items()}
            body.append(f'<section id="{section["id"]}">' + pair(headings, f'h{section["level"]}'))
            body += [pair({language: self.block(of["blocks"][block]) for language, of in sections.items()}) for block in range(len(section["blocks"]))]
            body.append("</section>\n")
            parts.append((section["id"], both({language: of["title"] for language, of in sections.items()}),
                          " ".join(self.words(block) for of in sections.values() for block in of["blocks"])))
        return Page(f'playbook/{each["en"]["id"]}.html', both(titles), "".join(body), "Playbook 销售手册", kind="both", parts=parts)

    def block(self, block: dict) -> str:
        text = self.marked(block["text"])
        match block["kind"]:
            case "table":
                cells = [[self.marked(cell) for cell in row] for row in block["rows"]]
                head = "".join(f"<th>{cell}</th>" for cell in cells[0])
                rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells[1:])
                return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
            case "number":
                return f'<ol start="{block["number"]}"><li>{text}</li></ol>'
            case "bullet":
                return f"<ul><li>{text}</li></ul>"
            case "task":
                return f'<ul class="task"><li>{text}</li></ul>'
        return f"<p>{text}</p>"

    def marked(self, text: str) -> str:
        """Marks as HTML; `topic#section` leads to that page."""
        text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text))
        return re.sub(r"`([^`]+)`", lambda found: self.code(found[1]), text)

    def code(self, words: str) -> str:
        topic, mark, section = words.partition("#")
        if topic in self.topics:
            return f'<a href="{topic}.html{mark}{section}"><code>{words}</code></a>'
        return f"<code>{words}</code>"

    @staticmethod
    def words(block: dict) -> str:
        return re.sub(r"\*\*|`", "", " ".join([block["text"], *(cell for row in block["rows"] for cell in row)]))


class Commands:
    """The reference, from the catalog and the help of each command."""

    GROUP = "Commands 命令"

    def __init__(self, program: Program) -> None:
        self.program = program

    def pages(self) -> Iterator[Page]:
        catalog = {language: result["operations"] for language, result in self.program.results("catalog").items()}
        names = [operation["name"] for operation in catalog["en"]]
        title = {"en": "Commands", "zh": "命令"}
        rows = "".join(f'<tr><td><a href="{name.replace(" ", "-")}.html"><code>ae {name}</code></a></td>' +
                       "".join(f'<td class="side" lang="{language}">{escape(operations[at]["question"])}</td>' for language, operations in catalog.items()) + "</tr>"
                       for at, name in enumerate(names))
        overview = pair({language: f"<pre><code>{escape(text)}</code></pre>" for language, text in self.program.each("help").items()})
        yield Page("commands/index.html", both(title), SHOW + pair(title, "h1") + f'<div class="scroll"><table>{rows}</table></div>' + overview,
                   self.GROUP, kind="both", parts=[("", both(title), " ".join(names))])
        for at, name in enumerate(names):
            yield self.page(name, {language: operations[at] for language, operations in catalog.items()})

    def page(self, name: str, each: dict[str, dict]) -> Page:
        helps = self.program.each("help", *name.split())
        usage = re.search(r"^  ae .*$", helps["en"], re.MULTILINE)[0].strip()
        values = dict(re.findall(r"^  --([a-z-]+) (\S+)  ", helps["en"], re.MULTILINE))
        rows = []
        for flag, spec in each["en"]["params"]["properties"].items():
            spelled = "--" + flag.replace("_", "-")
            choices = ", ".join(f"<code>{escape(choice)}</code>" for choice in spec.get("enum", []))
            value = " " + values[flag.replace("_", "-")] if flag.replace("_", "-") in values else ""
            rows.append(f'<tr id="{flag}"><td><code>{spelled}{escape(value)}</code></td>' + "".join(
                f'<td class="side" lang="{language}">{escape(of["params"]["properties"][flag]["description"])}{"<br>" + choices if choices else ""}</td>'
                for language, of in each.items()) + "</tr>")
        questions = {language: f'<p class="summary">{escape(of["title"])}: {escape(of["question"])}</p>' for language, of in each.items()}
        questions["zh"] = questions["zh"].replace(": ", "：", 1)
        body = (f"{SHOW}<h1><code>ae {name}</code></h1>\n{pair(questions)}"
                f'<pre><code>{escape(usage)}</code></pre>\n<pre class="example"><code>{escape(each["en"]["example"])}</code></pre>\n'
                f'<table class="flags"><tbody>{"".join(rows)}</tbody></table>')
        texts = [of[key] for of in each.values() for key in ("title", "question")] + [re.sub(r"<[^>]+>", " ", row) for row in rows]
        return Page(f'commands/{name.replace(" ", "-")}.html', f"ae {name}", body, self.GROUP, kind="both", parts=[("", f"ae {name}", " ".join(texts))])


def navigation(pages: list[Page], current: Page) -> str:
    groups: dict[str, list[Page]] = {}
    for page in pages:
        if page.group:
            groups.setdefault(page.group, []).append(page)
    order = ["Playbook 销售手册", Commands.GROUP, *(title for title, _ in GROUPS)]
    parts = []
    for group in order:
        links = "".join(f'<li><a href="{relative(page.path, current.path)}"{" aria-current=page" if page is current else ""}>{escape(page.title)}</a></li>'
                        for page in groups.get(group, []))
        parts.append(f"<h2>{group}</h2>\n<ul>{links}</ul>")
    return "<div>" + "\n".join(parts) + "</div>"


def build(program: Path, out: Path) -> list[Page]:
    documents, speaker = Documents(), Program(program)
    pages = [*documents.pages(), *Playbook(speaker).pages(), *Commands(speaker).pages()]
    pages += [documents.file_page(path) for path in sorted(documents.shown) if not any(page.path == f"source/{path}.html" for page in pages)]
    shutil.rmtree(out, ignore_errors=True)
    frame = (LOOKS / "page.html").read_text()
    for page in pages:
        file = out / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        words = {"lang": page.language, "root": "../" * page.path.count("/"),
                 "title": escape(page.title), "kind": page.kind, "nav": navigation(pages, page), "body": page.body}
        file.write_text(re.sub(r"\{\{(\w+)\}\}", lambda found: words[found[1]], frame))
    for name in ("style.css", "site.js"):
        shutil.copy(LOOKS / name, out / name)
    for picture in documents.copied:
        (out / picture).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / picture, out / picture)
    index = [[f"{page.path}#{anchor}" if anchor else page.path, page.title, heading, " ".join(text.split())]
             for page in pages for anchor, heading, text in page.parts]
    (out / "search-index.js").write_text("window.AE_INDEX = " + json.dumps(index, ensure_ascii=False, separators=(",", ":")) + ";\n")
    return pages


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build/release/ae")
    parser.add_argument("--out", type=Path, default=ROOT / "build/site")
    arguments = parser.parse_args()
    pages = build(arguments.program.resolve(), arguments.out)
    print(f"{len(pages)} pages in {arguments.out}; open {arguments.out / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

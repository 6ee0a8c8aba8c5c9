#!/usr/bin/env python3
"""Builds the site of the documentation (tools/make_site.py) and holds it to what a reader needs of it.

- Every link, picture, style and script of a page leads to a file of the site, and to a place that is in it.
- Nothing is loaded from elsewhere.
- Every command in a block of code is run by a test: by tests/check_docs.py and check_recipe.py, which run those of the documents,
  or here, as the example of a command. Every command within a sentence is one that the program has.
- Pages with two languages hold both, and the search knows the words of both.

    tests/check_site.py --program build/release/ae
"""

import argparse
import json
import re
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import check_docs
import check_recipe
import reporting
import sandbox

sys.path.append(str(sandbox.ROOT / "tools"))
import make_site  # noqa: E402

# Commands that the playbook names ahead of the program: the list of the test that holds its pages to the catalog.
LISTED = re.search(r"kNotYet\{([^}]*)\}", (sandbox.ROOT / "src/ae/app/playbook_commands_test.cc").read_text())
TO_COME = set(re.findall(r'"([a-z ]+)"', LISTED[1])) if LISTED else set()
OWN_COMMANDS = {"help", "completion", "man", "version"}
# Words of both languages that a reader looks for, and a page on which the search has to find each.
WANTED = {"异议": "playbook/objections.html", "配额": "docs/glossary.html", "覆盖": "playbook/coverage-and-categories.html",
          "champion": "docs/glossary.html", "WAPE": "docs/methodology/backtest.html", "--as-of": "commands/coverage.html"}


class Reader(HTMLParser):
    """What a page leads to, what can be led to in it, and its code."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []  # tag, address
        self.anchors: set[str] = set()
        self.blocks: list[str] = []             # code in <pre>
        self.inline: list[str] = []             # code in sentences
        self.languages: set[str] = set()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.links += [(tag, given[name]) for name in ("href", "src") if name in given]
        self.anchors |= {given["id"]} if "id" in given else set()
        self.languages |= {given["lang"]} if "side" in given.get("class", "").split() else set()
        if tag in ("pre", "code"):
            self.open.append(tag)
            if tag == "code":
                (self.blocks if "pre" in self.open else self.inline).append("")

    def handle_endtag(self, tag):
        if tag in ("pre", "code"):
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "code":
            (self.blocks if "pre" in self.open else self.inline)[-1] += data


def bad_links(pages: dict[str, Reader], files: set[str]) -> dict[str, str]:
    """Each link of each page, and what is wrong with it."""
    outcomes = {}
    for path, page in pages.items():
        for tag, address in page.links:
            complaint = ""
            if re.match(r"[a-z]+:", address):
                complaint = "" if tag == "a" else "is loaded from elsewhere"
            else:
                name, _, anchor = unquote(address).partition("#")
                target = str(Path(*_steps(Path(path).parent / name))) if name else path
                if target not in files:
                    complaint = f"there is no {target}"
                elif anchor and target in pages and anchor not in pages[target].anchors:
                    complaint = f"{target} has no place {anchor}"
            outcomes[f"{path}: {address}"] = complaint
    return outcomes


def _steps(path: Path) -> list[str]:
    steps: list[str] = []
    for step in path.parts:
        if step != "..":
            steps.append(step)
        elif steps:
            steps.pop()
        else:
            return ["..", *path.parts]  # out of the site
    return steps


def commands_of(block: str) -> list[str]:
    """The command lines that a block of code shows."""
    joined = re.sub(r"\\\n\s*", "", block)
    return [found[1].strip() for found in re.finditer(r"^(?:\$ )?(ae(?: .*)?)$", joined, re.MULTILINE)]


def run_documents() -> set[str]:
    found = set()
    for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md"):
        for document in sandbox.ROOT.glob(pattern):
            found |= {command.text for command in check_docs.find_commands(document.read_text().splitlines())}
    for block in check_recipe.read_recipe(check_recipe.PAGE.read_text()):
        found |= set(commands_of(block.text))
    return {re.sub(r"\s+", " ", text) for text in found}


def run_examples(program: Path) -> dict[str, str]:
    """Runs the example of every command in a copy of the checkout's look; what goes wrong with each."""
    catalog = json.loads(make_site.Program(program).run("catalog", "--json"))["result"]["operations"]
    links = {entry.name: entry for entry in sandbox.ROOT.iterdir() if entry.name not in (".git", "build")}
    outcomes = {}
    for operation in catalog:
        with sandbox.folder(links) as folder:
            _, errors, code = sandbox.run(operation["example"], program, folder)
        outcomes[operation["example"]] = "" if code in (0, 1) else f"exits {code}: {errors.decode()}"
    return outcomes


def check_commands(pages: dict[str, Reader], program: Path) -> dict[str, str]:
    examples = run_examples(program)
    known = run_documents() | set(examples)
    names = {operation["name"] for operation in json.loads(make_site.Program(program).run("catalog", "--json"))["result"]["operations"]}
    outcomes = {f"example: {command}": complaint for command, complaint in examples.items()}
    for path, page in pages.items():
        if path.startswith("source/"):
            continue
        for block in page.blocks:
            for command in commands_of(block):
                usage = path.startswith("commands/") and ("[" in command or command in {f"ae {name}" for name in names})
                tested = usage or re.sub(r"\s+", " ", command) in known
                outcomes[f"{path}: {command}"] = "" if tested else "is run by no test"
        for code in page.inline:
            words = code.split()
            if " ".join(words[1:2]) in TO_COME or " ".join(words[1:3]) in TO_COME:
                continue
            if len(words) < 2 or words[0] != "ae" or not re.fullmatch(r"[a-z-]+", words[1]) or words[1].startswith("-"):
                continue
            has = words[1] in OWN_COMMANDS or any(name.split()[0] == words[1] for name in names)
            outcomes[f"{path}: `{code}`"] = "" if has else "the program has no such command"
    return outcomes


def check_languages(built: list, pages: dict[str, Reader], index: list) -> dict[str, str]:
    outcomes = {}
    for page in built:
        if page.kind == "both":
            outcomes[f"{page.path}: both languages"] = "" if pages[page.path].languages == set(make_site.LANGUAGES) else "holds one language only"
    for word, path in WANTED.items():
        found = any(entry[0].split("#")[0] == path and word.lower() in " ".join(entry[1:]).lower() for entry in index)
        outcomes[f"search: {word}"] = "" if found else f"is not found on {path}"
    for address, *_ in index:
        name, _, anchor = address.partition("#")
        outcomes[f"search leads to {address}"] = "" if name in pages and (not anchor or anchor in pages[name].anchors) else "there is no such place"
    return outcomes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=sandbox.ROOT / "build/release/ae")
    program = parser.parse_args().program.resolve()
    with tempfile.TemporaryDirectory(prefix="ae-site-") as folder:
        site = Path(folder) / "site"
        built = make_site.build(program, site)
        files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        pages = {name: Reader((site / name).read_text()) for name in sorted(files) if name.endswith(".html")}
        index = json.loads((site / "search-index.js").read_text().removeprefix("window.AE_INDEX = ").rstrip().rstrip(";"))
        loads = {name: re.findall(r"(?:url\(|@import|fetch\(|https?://[^\s\"']*)", (site / name).read_text()) for name in ("style.css", "site.js")}
    outcomes = {f"{name} loads nothing": ", ".join(found) for name, found in loads.items()}
    outcomes |= bad_links(pages, files) | check_commands(pages, program) | check_languages(built, pages, index)
    return reporting.finish(outcomes, "links, commands and pages")


if __name__ == "__main__":
    sys.exit(main())

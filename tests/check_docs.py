#!/usr/bin/env python3
"""Runs the commands that the documentation (*.md of the root, docs/ and examples/) shows, so that none of them lies.

    ```console                     ```sh
    $ ae pipeline --data deals.csv ae pipeline --data examples/opportunities.csv --check   # exits 1
    Pipeline …                     ```
    ```

In a console block, each `$ ae …` must print exactly the lines that follow it (both streams, as a terminal shows them);
a last line `…` stands for any further lines. In either block a command exits 0, or as its comment `# exits N` says.
Lines of other commands are left alone. A command ending in `\` goes on in the next line.

Tables are made, too: what stands between `<!-- made by: ae … -->` and `<!-- end -->` is what that command prints.

Links to files of the checkout have to lead somewhere, and to a heading that is there.

Commands run in a fresh folder that looks like the root of the checkout, so they may write files there; commands of one
document run in one folder, in order.

    tests/check_docs.py             checks, on build/release/ae
    tests/check_docs.py --update    puts the real output in place of what the console blocks hold; keep `…` to keep it short
"""

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import reporting
import sandbox

CUT = "…"
FENCE = re.compile(r"^(?P<indent> *)```(?P<language>\w*)(?: [^`]*)?$")
COMMAND = {"console": re.compile(r"^\$ (ae( .*)?)$"), "sh": re.compile(r"^(?:\$ )?(ae( .*)?)$")}
MADE, END = re.compile(r"^<!-- made by: (ae .*) -->$"), "<!-- end -->"
EXIT_CODE = re.compile(r"#\s*exits (\d+)")


LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(?:#(?P<heading>[^)\s]+))?\)")


@dataclass
class Command:
    line: int             # of the document, from 0: where the command starts
    text: str
    output: range | None  # the lines that hold its output; None where none is shown (sh)


def find_commands(lines: list[str]) -> list[Command]:
    commands: list[Command] = []
    language = ""
    for number, line in enumerate(lines):
        fence = FENCE.match(line)
        if fence:
            language = "" if language else fence["language"] or "text"
            continue
        made = None if language else MADE.match(line)
        if made:
            commands.append(Command(number, made[1], range(number + 1, lines.index(END, number))))
        pattern = COMMAND.get(language)
        started = pattern.match(line) if pattern else None
        if started:
            text, after = started[1], number + 1
            while text.endswith("\\"):
                text, after = text[:-1].rstrip() + " " + lines[after].strip(), after + 1
            commands.append(Command(number, text, output_after(lines, after) if language == "console" else None))
    return commands


def output_after(lines: list[str], start: int) -> range:
    end = start
    while end < len(lines) and not lines[end].startswith("$ ") and not FENCE.match(lines[end]):
        end += 1
    while end > start and not lines[end - 1]:  # blank lines before the next command
        end -= 1
    return range(start, end)


def shown(output: str, like: list[str]) -> list[str]:
    """The output's lines as the document shows them: cut where it cuts."""
    lines = [line.rstrip() for line in output.rstrip().splitlines()]
    if like and like[-1] == CUT and len(lines) >= len(like):
        return lines[: len(like) - 1] + [CUT]
    return lines


def check(document: Path, program: Path, update: bool) -> dict[str, str]:
    lines = document.read_text().splitlines()
    outcomes: dict[str, str] = {}
    replacements: list[tuple[range, list[str]]] = []
    links = {entry.name: entry for entry in sandbox.ROOT.iterdir() if entry.name not in (".git", "build")}
    with sandbox.folder(links) as folder:
        for command in find_commands(lines):
            output, _, code = sandbox.run(command.text, program, folder, merge=True)
            real = output.decode("utf-8", "backslashreplace")
            promised = EXIT_CODE.search(command.text)
            complaint = ""
            if code != int(promised[1] if promised else 0):
                complaint = f"exits {code}:\n{real}"
            elif command.output is not None:
                held = [lines[number] for number in command.output]
                now = shown(real, held)
                if update:
                    replacements.append((command.output, now))
                else:
                    complaint = reporting.difference("\n".join(held + [""]).encode(), "\n".join(now + [""]).encode(), "output")
            outcomes[f"{document.relative_to(sandbox.ROOT)}:{command.line + 1}: {command.text}"] = complaint
    for where, now in reversed(replacements):
        lines[where.start : where.stop] = now
    if replacements:
        document.write_text("\n".join(lines) + "\n")
    return outcomes


def anchors(document: Path) -> set[str]:
    """What GitHub calls the headings: lower case, blanks as hyphens, other marks dropped."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def check_links(document: Path) -> dict[str, str]:
    outcomes: dict[str, str] = {}
    for number, line in enumerate(document.read_text().splitlines(), 1):
        for link in LINK.finditer(line):
            target = (document.parent / link["path"]).resolve() if link["path"] else document
            complaint = "" if target.exists() else "there is no such file"
            if not complaint and link["heading"] and link["heading"] not in anchors(target):
                complaint = "there is no such heading"
            outcomes[f"{document.relative_to(sandbox.ROOT)}:{number}: {link[0][2:-1]}"] = complaint
    return outcomes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=sandbox.ROOT / "build/release/ae")
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    outcomes: dict[str, str] = {}
    for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md"):
        for document in sorted(sandbox.ROOT.glob(pattern)):
            outcomes |= check(document, arguments.program.resolve(), arguments.update)
            outcomes |= check_links(document)
    return reporting.finish(outcomes, "commands and links")


if __name__ == "__main__":
    sys.exit(main())

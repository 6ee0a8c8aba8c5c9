#!/usr/bin/env python3
"""Holds the sources to what `ae language check` cannot see: that no words for people are written in one language only.

- Both halves of every Text in src/ are in their language. (That neither is empty and that both have the same
  placeholders, the compiler holds.) Names and codes, which have no small letter, are alike in both.
- Message::verbatim and the arguments of messages, which are the same in every language, hold no words of a language;
  nor does what is written to the terminal as it is.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import reporting
import sandbox

LITERAL = r'"(?:[^"\\\n]|\\.)*"'
LITERALS = rf"(?:{LITERAL}\s*)+"
PAIR = re.compile(rf"\{{\s*({LITERALS}),\s*({LITERALS})\}}")
# Where pairs are Texts: Text{…}, Text kName{…}, and lists of them, Text kNames[] = {{…}, {…}};
TEXTS = re.compile(r"\bText\b(?:\s+\w+)?(?:\[\]|\s*\w*)?\s*=?\s*(?=\{)")
SAID = re.compile(r"\b(?:verbatim|write_error|write_out|fputs)\(|\.with\(")
HAN = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[A-Za-z]*[a-z][A-Za-z]+")
# Literals in one language that are right, and why.
RIGHT = {
    "ae ": "what is typed",
    "ae {}\\n": "the name and version of the program",
    "ae: the output cannot be written / 输出无法写入\\n": "in both languages, where none can be asked for",
    "=demo": "what is typed",
    "SKILL.md:{}": "the name of a file",
    "Brier": "a name",
    "AUC": "a name",
    "LETTER=STATE: champion=said": "what is typed",
    "LETTER=STATE：champion=said": "what is typed",
}


def text_of(literals: str) -> str:
    return "".join(literal[1:-1] for literal in re.findall(LITERAL, literals))


def closing(source: str, start: int, brackets: str) -> int:
    """Where the bracket closes that opens at `start`; brackets in literals do not count."""
    depth = 0
    for found in re.compile(rf"{LITERAL}|'(?:[^'\\\n]|\\.)'|[{re.escape(brackets)}]").finditer(source, start):
        depth += {brackets[0]: 1, brackets[1]: -1}.get(found[0], 0)
        if depth == 0 and found[0] == brackets[1]:
            return found.start()
    return len(source)


def words(text: str) -> str:
    """What is left to be said: no placeholders, commands, flags, escapes, names and addresses."""
    text = re.sub(r"\{[^}]*\}|`[^`]*`|\\.|--[a-z-]+|https?://\S+", " ", text)
    return " ".join(WORD.findall(text))


def texts(source: str) -> Iterator[tuple[int, str, str]]:
    for found in TEXTS.finditer(source):
        end = closing(source, found.end(), "{}")
        for pair in PAIR.finditer(source, found.end(), end + 1):
            yield pair.start(), text_of(pair[1]), text_of(pair[2])


def faults(source: str) -> dict[int, str]:
    """What is wrong, by the place in the source."""
    found = {}
    for place, english, chinese in texts(source):
        if english in RIGHT or chinese in RIGHT or english.startswith("ae "):
            continue
        if HAN.search(english):
            found[place] = f"Chinese in the English half: {english}"
        elif words(chinese) and not HAN.search(chinese):
            found[place] = f"the Chinese half is not Chinese: {chinese}"
    for call in SAID.finditer(source):
        end = closing(source, call.end() - 1, "()")
        inside = source[call.end() : end]
        inside = re.sub(r"\bText\s*\{" + rf"\s*{LITERALS},\s*{LITERALS}\}}", "", inside)
        if call[0] == ".with(":
            inside = re.sub(rf"^\s*{LITERAL}\s*,", "", inside)  # the placeholder's name
            inside = inside if re.match(rf"\s*{LITERAL}", inside) else ""
        for literal in re.findall(LITERAL, inside):
            if literal[1:-1] not in RIGHT and words(literal[1:-1]):
                found[call.start()] = f"in one language only: {literal}"
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    outcomes, count = {}, 0
    for file in sorted((sandbox.ROOT / "src").rglob("*")):
        if file.suffix not in (".h", ".cc") or file.stem.endswith("_test"):
            continue
        source = file.read_text()
        name = file.relative_to(sandbox.ROOT)
        count += sum(1 for _ in texts(source))
        outcomes[str(name)] = ""
        for place, complaint in faults(source).items():
            outcomes[f"{name}:{source.count(chr(10), 0, place) + 1}"] = complaint
    outcomes["the sources hold Texts"] = "" if count > 2000 else f"only {count} were found: the pattern no longer fits"
    return reporting.finish(outcomes, "sources")


if __name__ == "__main__":
    sys.exit(main())

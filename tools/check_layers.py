#!/usr/bin/env python3
"""Holds every #include and every banned word below src/ae to tools/layers.txt; prints file:line of each violation."""

import re
import sys
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
Rules = dict[str, dict[str, list[str]]]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# What is not code, and one kind of code that looks like it: a digit separator (10'000).
NOT_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def read_rules(text: str) -> Rules:
    rules: Rules = {}
    for line in text.splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            section = rules.setdefault(line.strip("[]"), {})
        elif line:
            subject, _, allowed = re.match(r"(.*?)(:\s|:$)(.*)", line).groups()
            section[subject.strip()] = allowed.split()
    return rules


def without_comments_and_strings(code: str) -> str:
    """The code with the same lines, blanked where it is not code."""
    return NOT_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), code)


def listed(subject: str, rules: dict[str, list[str]], file: str) -> bool | None:
    """Whether `file` is among those a rule allows `subject`; None when no rule speaks of it."""
    found = [allowed for pattern, allowed in rules.items() if fnmatch(subject, pattern)]
    if not found:
        return None
    return any(fnmatch(file, pattern) for allowed in found for pattern in allowed)


def include_violation(quote: str, header: str, file: str, rules: Rules) -> str | None:
    part = file.split("/")[0]
    if quote == '"':
        if not header.startswith("ae/"):
            return f'"{header}": ours are included as "ae/part/…", others in <>'
        other = header.split("/")[1]
        if other == part or other in rules["parts"].get(part, []):
            return None
        return f'"{header}": {part} may not include {other}'
    if listed(f"<{header}>", rules["banned"], file) is False:
        return f"<{header}>: not in this part"
    third_party = listed(header, rules["third-party"], file)
    if third_party is not None:
        return None if third_party else f"<{header}>: has its home elsewhere"
    if "." in header and not listed(header, rules["system"], file):
        return f"<{header}>: is in no list of tools/layers.txt"
    return None


def violations(file: str, code: str, rules: Rules) -> list[tuple[int, str]]:
    part = file.split("/")[0]
    if part not in rules["parts"]:
        return [(1, f"{part} is no part of tools/layers.txt")]
    found = []
    for number, line in enumerate(code.splitlines(), 1):
        if include := INCLUDE.match(line):
            complaint = include_violation(*include.groups(), file, rules)
            if complaint:
                found.append((number, complaint))
    words = {word: re.compile(rf"(?<![\w.>]){re.escape(word)}" + ("" if word.endswith("(") else r"\b"))
             for word in rules["banned"] if not word.startswith("<")}
    for number, line in enumerate(without_comments_and_strings(code).splitlines(), 1):
        for word, pattern in words.items():
            if pattern.search(line) and not listed(word, {word: rules["banned"][word]}, file):
                found.append((number, f"{word}: not in this part; pass what it gives as a parameter"))
    return found


def main() -> int:
    rules = read_rules((ROOT / "tools/layers.txt").read_text())
    source = ROOT / "src/ae"
    files = sorted(path for path in source.rglob("*") if path.suffix in (".h", ".cc"))
    count = 0
    for path in files:
        for line, complaint in violations(str(path.relative_to(source)), path.read_text(), rules):
            print(f"{path.relative_to(ROOT)}:{line}: {complaint}")
            count += 1
    if not files:
        print("no files found below src/ae", file=sys.stderr)
    return 1 if count or not files else 0


if __name__ == "__main__":
    sys.exit(main())

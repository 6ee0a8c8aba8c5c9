"""Says how a list of cases went: to people, and to tools/count_tests.py as JUnit XML where GTEST_OUTPUT asks for it."""

import difflib
import os
import sys
import xml.etree.ElementTree as xml
from pathlib import Path


def difference(expected: bytes, actual: bytes, name: str) -> str:
    """A unified diff, empty when both are equal; bytes that do not show (CR, invalid UTF-8) are written out."""
    def lines(text: bytes) -> list[str]:
        shown = text.decode("utf-8", "backslashreplace").replace("\r", "\\r").replace("\x1b", "\\e").split("\n")
        if shown[-1] == "":
            return shown[:-1]
        return shown[:-1] + [shown[-1] + "  [no newline at the end]"]

    if expected == actual:
        return ""
    return "\n".join(difflib.unified_diff(lines(expected), lines(actual), f"expected {name}", f"actual {name}", lineterm=""))


def finish(outcomes: dict[str, str], what: str) -> int:
    """`outcomes` has a case's name and its complaint, empty when it passed. Returns the exit code for main()."""
    failed = {name: complaint for name, complaint in outcomes.items() if complaint}
    for name, complaint in failed.items():
        print(f"\nFAILED {name}\n{complaint}")
    counted_elsewhere = write_junit(outcomes, what)
    if not outcomes:
        print(f"no {what} found", file=sys.stderr)
        return 1
    if not counted_elsewhere:
        print(f"{len(outcomes) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def write_junit(outcomes: dict[str, str], what: str) -> bool:
    """False when no one asked for it."""
    kind, _, path = os.environ.get("GTEST_OUTPUT", "").partition(":")
    if kind != "xml":
        return False
    failures = sum(bool(complaint) for complaint in outcomes.values())
    suite = xml.Element("testsuite", name=what, tests=str(len(outcomes)), failures=str(failures))
    for name, complaint in outcomes.items():
        case = xml.SubElement(suite, "testcase", name=name)
        if complaint:
            xml.SubElement(case, "failure", message="differs from what is expected")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    xml.ElementTree(suite).write(path, encoding="utf-8")
    return True

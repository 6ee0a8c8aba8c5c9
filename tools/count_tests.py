#!/usr/bin/env python3
"""Prints how many tests passed and how many failed, as two numbers: count_tests.py RESULTS_FOLDER

The folder holds ctest.xml, with one entry for each test that ctest ran, and for an entry that is made of many cases a
NAME.xml with its cases (GoogleTest and tests/run_cases.py write them). Each case counts as one. An entry that failed
while all the cases it reported passed (a crash, a leak at exit) counts as one failure besides,
and so does a run without any test.
"""

import sys
import xml.etree.ElementTree as xml
from pathlib import Path


def number(suite: xml.Element, name: str) -> int:
    return int(suite.get(name, "0"))


def count(results: Path) -> tuple[int, int]:
    passed = failed = 0
    for entry in xml.parse(results / "ctest.xml").getroot().iter("testcase"):
        entry_failed = entry.get("status") != "run"
        cases = results / f"{entry.get('name')}.xml"
        if not cases.exists():
            passed, failed = (passed, failed + 1) if entry_failed else (passed + 1, failed)
            continue
        failures = 0
        for suite in xml.parse(cases).getroot().iter("testsuite"):
            suite_failures = number(suite, "failures") + number(suite, "errors")
            passed += number(suite, "tests") - suite_failures - number(suite, "disabled") - number(suite, "skipped")
            failures += suite_failures
        failed += max(failures, 1) if entry_failed else failures
    return (passed, failed) if passed or failed else (0, 1)


if __name__ == "__main__":
    print(*count(Path(sys.argv[1])))

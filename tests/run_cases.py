#!/usr/bin/env python3
"""Runs golden cases: folders with a command line and what it has to print, byte for byte.

    tests/cli/pipeline/late_quarter/
      cmd       a shell command line; `ae` is the program under test
      stdout    what it prints            (no such file: nothing)
      stderr    what it says beside it    (no such file: nothing)
      exit      its exit code             (no such file: 0)
      …         input files of the case

A case runs in a fresh copy of its folder, so it may write files; `data` and `examples` are links to tests/data and
examples of the checkout. LANG is C.UTF-8, TZ is UTC, and no AE_* or NO_COLOR is set: a case sets what it is about.

    tests/run_cases.py tests/cli                     all cases below a folder, on build/release/ae
    tests/run_cases.py tests/cli --filter coverage   those with "coverage" in their path
    tests/run_cases.py tests/cli --update            writes what the program prints now as what is expected; read the diff
"""

import argparse
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import reporting
import sandbox

EXPECTATIONS = ("stdout", "stderr", "exit")
LINKS = {"data": sandbox.ROOT / "tests/data", "examples": sandbox.ROOT / "examples"}


def find_cases(roots: list[Path]) -> list[Path]:
    """Every folder with a `cmd`, and those that have only expectations, which someone forgot to finish."""
    found = {file.parent for root in roots for name in ("cmd", *EXPECTATIONS) for file in root.rglob(name)}
    return sorted(found)


def actual(case: Path, program: Path) -> dict[str, bytes]:
    with sandbox.folder(LINKS) as folder:
        shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("cmd", *EXPECTATIONS))
        stdout, stderr, code = sandbox.run((case / "cmd").read_text(), program, folder)
    return {"stdout": stdout, "stderr": stderr, "exit": b"" if code == 0 else f"{code}\n".encode()}


def expected(case: Path) -> dict[str, bytes]:
    read = {name: (case / name).read_bytes() if (case / name).exists() else b"" for name in EXPECTATIONS}
    read["exit"] = b"" if read["exit"].strip() in (b"", b"0") else read["exit"].strip() + b"\n"
    return read


def check(case: Path, program: Path) -> str:
    if not (case / "cmd").exists():
        return "has no cmd"
    want, got = expected(case), actual(case, program)
    differences = [reporting.difference(want[name], got[name], name) for name in EXPECTATIONS]
    if not any(differences):
        return ""
    return "\n".join([(case / "cmd").read_text().rstrip(), *filter(None, differences)])


def update(case: Path, program: Path) -> str:
    if not (case / "cmd").exists():
        return "has no cmd"
    want = expected(case)
    for name, content in actual(case, program).items():
        if content == want[name]:
            continue
        if date.today().isoformat().encode() in content:
            return f"{name} holds the date of today, so it would fail tomorrow: give the command --as-of"
        print(f"updated {case / name}")
        if content:
            (case / name).write_bytes(content)
        else:
            (case / name).unlink()
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("roots", nargs="*", type=Path, default=[sandbox.ROOT / "tests/cli", sandbox.ROOT / "tests/errors"])
    parser.add_argument("--program", type=Path, default=sandbox.ROOT / "build/release/ae")
    parser.add_argument("--filter", default="")
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()

    cases = [case for case in find_cases(arguments.roots) if arguments.filter in str(case)]
    each = update if arguments.update else check
    with ThreadPoolExecutor(max_workers=2) as pool:
        complaints = pool.map(lambda case: each(case, arguments.program.resolve()), cases)
    return reporting.finish(dict(zip((str(case) for case in cases), complaints)), "cases")


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Each file of tests/compile_fail/ must not compile, for the reason that its first line gives: // error: REGEX

A file whose first line is `// compiles` must compile: it shows that the others fail for their own fault.
"""

import argparse
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import reporting
import sandbox

FLAGS = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", f"-I{sandbox.ROOT / 'src'}"]


def check(file: Path, compiler: str) -> str:
    promise = file.read_text().splitlines()[0]
    done = subprocess.run([compiler, *FLAGS, str(file)], capture_output=True, text=True)
    if promise == "// compiles":
        return done.stderr
    wanted = re.fullmatch(r"// error: (.+)", promise)
    if not wanted:
        return "its first line is neither `// compiles` nor `// error: REGEX`"
    if done.returncode == 0:
        return "compiles, and should not"
    return "" if re.search(wanted[1], done.stderr) else f"fails for another reason than {wanted[1]!r}:\n{done.stderr}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compiler", default="g++")
    arguments = parser.parse_args()
    files = sorted((sandbox.ROOT / "tests/compile_fail").glob("*.cc"))
    with ThreadPoolExecutor(max_workers=2) as pool:
        complaints = pool.map(lambda file: check(file, arguments.compiler), files)
    return reporting.finish({file.name: complaint for file, complaint in zip(files, complaints)}, "files")


if __name__ == "__main__":
    sys.exit(main())

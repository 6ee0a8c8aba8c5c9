#!/usr/bin/env python3
"""Follows the recipe "Add a report" of CONTRIBUTING.md to the letter, in a copy of the tree, so that it never lies.

The recipe's code blocks name their file after the language:

    ```cpp src/ae/report/regions_report.h     the file, whole
    ```diff src/ae/app/catalog.h              each `+` line goes after the line that stands above it in the block, which the
                                              file has once

Then the copy is built as a release (ccache knows all but what is new), and these have to be right: the layers, the format
(where clang-format-19 is there), the recipe's golden cases, and the tests of app, where the laws of every report are.

    tests/check_recipe.py             checks
    tests/check_recipe.py --update    puts what the recipe's commands print into its `stdout` blocks
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import reporting
import sandbox

PAGE = sandbox.ROOT / "CONTRIBUTING.md"
BLOCK = re.compile(r"^```(?P<language>\w+) (?P<path>\S+/\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_COPIED = shutil.ignore_patterns(".git", "build", "node_modules", "__pycache__")
FORMATTER = "clang-format-19"


@dataclass
class Block:
    path: Path
    text: str
    is_change: bool  # of a file that is there, rather than a file of its own


def read_recipe(page: str) -> list[Block]:
    return [Block(Path(found["path"]), found["text"], found["language"] == "diff") for found in BLOCK.finditer(page)]


def insert_lines(text: str, change: str, path: Path) -> str:
    above = ""
    for line in change.splitlines():
        if line.startswith("+"):
            times = text.count(f"\n{above}\n")
            if times != 1:
                raise SystemExit(f"{path} has this line {times} times, not once: {above}")
            text = text.replace(f"\n{above}\n", f"\n{above}\n{line[1:]}\n")
        above = line[1:]
    return text


def follow(recipe: list[Block], tree: Path) -> None:
    for block in recipe:
        file = tree / block.path
        if block.is_change:
            file.write_text(insert_lines(file.read_text(), block.text, block.path))
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text)


def complaint_of(command: list[str | Path], tree: Path) -> str:
    done = subprocess.run(command, cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return "" if done.returncode == 0 else done.stdout.decode("utf-8", "backslashreplace")[-20_000:] or "failed"


def build(tree: Path, compiler: str) -> str:
    targets = ["ae"] + (["ae_app_test"] if any(tree.glob("src/ae/app/**/*_test.cc")) else [])
    return (complaint_of(["cmake", "--preset", "release", f"-DCMAKE_CXX_COMPILER={compiler}"], tree)
            or complaint_of(["cmake", "--build", "--preset", "release", "--target", *targets], tree))


def check(recipe: list[Block], tree: Path, compiler: str) -> dict[str, str]:
    outcomes = {"build": build(tree, compiler)}
    if outcomes["build"]:
        return outcomes
    outcomes["layers"] = complaint_of([sys.executable, "-B", "tools/check_layers.py"], tree)
    if shutil.which(FORMATTER):
        code = [block.path for block in recipe if block.path.suffix in (".h", ".cc")]
        outcomes["format"] = complaint_of([FORMATTER, "--dry-run", "-Werror", *dict.fromkeys(code)], tree)
    for case in cases(recipe):
        outcomes[str(case)] = complaint_of([sys.executable, "-B", "tests/run_cases.py", case], tree)
    if (tree / "build/release/ae_app_test").exists():
        outcomes["laws"] = complaint_of([tree / "build/release/ae_app_test"], tree)
    return outcomes


def cases(recipe: list[Block]) -> list[Path]:
    return [block.path.parent for block in recipe if block.path.name == "cmd"]


def update(page: str, recipe: list[Block], tree: Path) -> str:
    for case in cases(recipe):
        subprocess.run([sys.executable, "-B", "tests/run_cases.py", "--update", case], cwd=tree, check=True)

    def with_output(found: re.Match[str]) -> str:
        if Path(found["path"]).name != "stdout":
            return found[0]
        return f"```{found['language']} {found['path']}\n{(tree / found['path']).read_text()}```"

    return BLOCK.sub(with_output, page)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compiler", default="c++")
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    page = PAGE.read_text()
    recipe = read_recipe(page)
    with tempfile.TemporaryDirectory(prefix="ae-recipe-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(sandbox.ROOT, tree, ignore=NOT_COPIED, symlinks=True)
        follow(recipe, tree)
        if not arguments.update:
            return reporting.finish(check(recipe, tree, arguments.compiler), "steps")
        if complaint := build(tree, arguments.compiler):
            raise SystemExit(complaint)
        PAGE.write_text(update(page, recipe, tree))
    return 0


if __name__ == "__main__":
    sys.exit(main())

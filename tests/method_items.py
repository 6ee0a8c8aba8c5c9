#!/usr/bin/env python3
"""Holds that every item of the sales method (tests/data/method/items.txt) is found in what the program says, in English and in Chinese.

    tests/method_items.py --program build/release/ae
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "zh")
COMMANDS = [
    ["stage", "show"], ["qualify"], ["meddic"], ["discovery"], ["objection", "list"], ["discount", "check", "--percent", "25"],
    ["negotiate", "examples/deals/hexing.toml"], ["account-plan", "--account", "Nobody Yet", "--data", "tests/data/method"], ["policy", "show"],
    ["review", "weekly", "--config", "examples/ae.toml"], ["review", "monthly", "--config", "examples/ae.toml"],
    ["metrics", "--activities", "examples/activities.csv", "--as-of", "2025-11-14"],
    ["pipeline", "--data", "examples/opportunities.csv", "--rates", "examples/rates.csv", "--currency", "USD", "--quota", "1000000",
     "--as-of", "2025-11-14"],
]


def output(program, command, language):
    run = subprocess.run([program, *command, "--lang", language, "--format", "md"], cwd=ROOT, capture_output=True, text=True)
    return run.stdout


def all_words(program, language):
    topics = json.loads(subprocess.run([program, "playbook", "--format", "json"], capture_output=True, text=True, check=True).stdout)
    pages = [["playbook", topic["id"]] for topic in topics["result"]["topics"]]
    words = "\n".join(output(program, command, language) for command in COMMANDS + pages)
    return words.replace("’", "'").lower()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=str(ROOT / "build/release/ae"))
    program = str(Path(parser.parse_args().program).resolve())
    lines = [line for line in (ROOT / "tests/data/method/items.txt").read_text().splitlines() if line and not line.startswith("#")]
    said = {language: all_words(program, language) for language in LANGUAGES}
    missing = [(language, item.strip()) for line in lines for language, item in zip(LANGUAGES, line.split("|"))
               if item.strip().lower() not in said[language]]
    for language, item in missing:
        print(f"FAILED {language}: {item} is nowhere in what the program says")
    print(f"{2 * len(lines) - len(missing)} passed, {len(missing)} failed")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Checks the agent skill: what it says about itself, that its guides are up to date, and that its scripts run.

    python3 tests/check_skill.py --program build/release/ae        exit 0 when all is well, 1 with a line for each fault
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SKILL = ROOT / "skill/account-executive"
MOST_LINES_OF_A_SCRIPT = 39
LINES = (
    ("pipeline_analyzer.py", "--data", "opportunities.csv"),
    ("forecast.py", "--pipeline", "pipeline.csv", "--quarter", "Q4"),
    ("win_loss.py", "--deals", "closed_deals.csv"),
)
ACCOUNT_PLAN = ("account_plan.py", "--account", "Account Name")
FAMILIAR = ("total_opportunities", "total_pipeline_value", "weighted_pipeline_value", "coverage_ratio", "stage_summary",
            "aging_alerts", "velocity_metrics", "forecast")


def run(command, program: Path, folder: Path = SKILL):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AE_")}
    surroundings = kept | {"AE": str(program), "LANG": "C.UTF-8"}
    return subprocess.run(command, cwd=folder, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def script(words, program: Path):
    return run([sys.executable, "-B", f"scripts/{words[0]}", *words[1:]], program)


def faults_of_lines(program: Path):
    """The lines of SKILL.md run in the skill's folder, as a table and as JSON."""
    operations = {each["name"] for each in json.loads(run([program, "catalog", "--json"], program).stdout)["result"]["operations"]}
    lines = LINES + ((ACCOUNT_PLAN,) if "account-plan" in operations else ())
    for words in lines:
        plain = script(words, program)
        if plain.returncode or not plain.stdout:
            yield f"{' '.join(words)} ends with {plain.returncode}: {plain.stderr}"
        answer = script((*words, "--json"), program)
        try:
            json.loads(answer.stdout)
        except ValueError:
            yield f"{' '.join(words)} --json prints no JSON: {answer.stderr}"


def faults_of_names(program: Path):
    """The familiar names have ae's own figures."""
    answer = json.loads(script((*LINES[0], "--json"), program).stdout)
    yield from (f"pipeline_analyzer.py --json lacks {name}" for name in FAMILIAR if name not in answer)
    if not answer["total_pipeline_value"] or answer["total_pipeline_value"] != answer["result"]["open"]["amount"]:
        yield "total_pipeline_value is not ae's figure"


def faults_of_files(program: Path):
    for path in sorted((SKILL / "scripts").glob("*.py")):
        if len(path.read_text().splitlines()) > MOST_LINES_OF_A_SCRIPT:
            yield f"{path.name} has more than {MOST_LINES_OF_A_SCRIPT} lines"
    for command in ([program, "skill", "check", str(SKILL)], [sys.executable, "-B", "tools/make_skill.py", "--check"]):
        done = run(command, program, ROOT)
        if done.returncode:
            yield done.stdout + done.stderr


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build/release/ae")
    program = parser.parse_args().program.resolve()
    faults = [*faults_of_files(program), *faults_of_lines(program), *faults_of_names(program)]
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""A large file gives the same report whether it is scanned block by block or read whole, from standard input.

    scanned_files.py --program build/release/ae --make build/release/bench/make_opportunities
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

REPORTS = [
    ["pipeline", "--quota", "50000000"],
    ["coverage", "--quota", "50000000"],
    ["hygiene"],
    ["win-loss"],
    ["win-loss", "--by", "region"],
    ["overview"],
    ["forecast"],
    ["what-if", "--quota", "50000000", "--try", "as_of=2025-07-31, hygiene.recent_activity_days=7", "--try", "quarter=Q2"],
]
ROWS = 8000  # about 1.7 MB: several blocks


def answer(program, command, data, stdin=None):
    run = subprocess.run([program, *command, "--as-of", "2025-06-30", "--format", "json", "--data", data],
                         stdin=stdin, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{command}: exit {run.returncode}\n{run.stderr}")
    return json.loads(run.stdout)


def named(value, path):
    """The answer about standard input with the name of the file."""
    if isinstance(value, dict):
        return {key: named(inner, path) for key, inner in value.items()}
    if isinstance(value, list):
        return [named(inner, path) for inner in value]
    return value.replace("stdin", path) if isinstance(value, str) else value


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--make", required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "deals.csv"
        with path.open("wb") as made:
            subprocess.run([arguments.make, str(ROWS)], stdout=made, check=True)
        with path.open("a", encoding="utf-8") as made:  # rows with something wrong or unusual
            made.write("X-1,Bad date,A,Owner 1,Team 1,EMEA,SMB,Edge,Proposal,5,USD,60,Commit,2025-02-30,,,,,,,\n"
                       "X-2,Unknown stage,A,Owner 1,Team 1,EMEA,SMB,Edge,Engaging,$7.50,USD,60,Commit,2025-02-03,,,,,,,\n")
        for command in REPORTS:
            scanned = answer(arguments.program, command, str(path))
            with path.open("rb") as stdin:
                whole = named(answer(arguments.program, command, "-", stdin), str(path))
            if scanned != whole:
                sys.exit(f"{' '.join(command)}: a scanned file gives another report than the same file read whole")
    print(f"{len(REPORTS)} reports of {ROWS + 2} rows, each from a file and from standard input: the same")


if __name__ == "__main__":
    main()

"""Finds the program `ae` and runs it. The scripts beside this file add no arithmetic: every figure is ae's."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

SKILL = Path(__file__).resolve().parent.parent
BUILT = SKILL.parent.parent / "build/release/ae"


def program() -> str:
    found = os.environ.get("AE") or shutil.which("ae") or (str(BUILT) if BUILT.exists() else None)
    return found or sys.exit("ae is not there: put it on the PATH, or set AE to its file")


def data(flag: str, name: str) -> list[str]:
    """The flag with the file of this name; with the sample of assets/ and its settings when there is no such file here."""
    sample = next((SKILL / "assets").rglob(Path(name).name), None)
    if Path(name).exists() or sample is None or Path(name).name != name:
        return [flag, name]
    print(f"{name} is not here: the sample {sample} is read", file=sys.stderr)
    return [flag, str(sample), "--config", str(SKILL / "assets/ae.toml")]


def run(words: list[str], as_json: bool, shape=dict) -> None:
    """Runs `ae` with these words; as JSON, prints what `shape` makes of the answer. Ends with ae's exit code."""
    if not as_json:
        sys.exit(subprocess.run([program(), *words]).returncode)
    done = subprocess.run([program(), *words, "--json"], stdout=subprocess.PIPE)
    if done.stdout:
        print(json.dumps(shape(json.loads(done.stdout)), ensure_ascii=False, indent=2))
    sys.exit(done.returncode)

#!/usr/bin/env python3
"""Checks the sample data: tools/make_examples.py gives exactly the committed bytes, and the rows agree with each other.

    python3 tests/check_examples.py        exit 0 when all is well, 1 with a line for each difference
"""

import csv
import re
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
AS_OF = date(2025, 11, 14)
HAND_WRITTEN = {"README.md"}


def differing_files():
    with tempfile.TemporaryDirectory() as folder:
        generator = ROOT / "tools" / "make_examples.py"
        subprocess.run([sys.executable, "-B", generator, folder], check=True)
        made = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
    committed = {path.name: path.read_bytes() for path in EXAMPLES.iterdir()
                 if path.is_file() and path.name not in HAND_WRITTEN}
    for name in sorted(made.keys() | committed.keys()):
        if name not in made:
            yield f"examples/{name} is not made by the generator"
        elif name not in committed:
            yield f"examples/{name} is missing"
        elif made[name] != committed[name]:
            yield f"examples/{name} differs from what the generator makes"


def day_or_none(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def inconsistent_rows(rows):
    team_of = {}
    for row in rows:
        place = f"opportunities.csv {row['Opportunity ID']}"
        created, entered = day_or_none(row["Created Date"]), day_or_none(row["Stage Date"])
        closed, active = day_or_none(row["Closed Date"]), day_or_none(row["Last Activity"])
        if not created <= entered <= AS_OF:
            yield f"{place}: stage date outside creation and as-of date"
        if not created <= active <= AS_OF:
            yield f"{place}: last activity outside creation and as-of date"
        if closed and not created <= closed <= AS_OF:
            yield f"{place}: closed date outside creation and as-of date"
        if row["Stage"].startswith("Closed") != bool(row["Closed Date"]):
            yield f"{place}: stage and closed date disagree"
        if team_of.setdefault(row["Owner"], row["Team"]) != row["Team"]:
            yield f"{place}: {row['Owner']} is in two teams"


def unknown_references(rows):
    """Names that one file uses and the file that should have them does not; ids of the README that are no deals."""
    def column(name, label):
        with open(EXAMPLES / name, encoding="utf-8", newline="") as file:
            return {row[label] for row in csv.DictReader(file)}

    accounts, owners = column("accounts.csv", "name"), column("quotas.csv", "owner")
    readme_ids = set(re.findall(r"OPP-\d+", (EXAMPLES / "README.md").read_text(encoding="utf-8")))
    for what, used, known in [
            ("account of a deal", {row["Account Name"].strip() for row in rows}, accounts),
            ("account of a contact", column("contacts.csv", "account"), accounts),
            ("owner of a deal", {row["Owner"] for row in rows}, owners),
            ("owner of an activity", column("activities.csv", "owner"), owners),
            ("product", {row["Product"] for row in rows}, column("products.csv", "product")),
            ("deal of the README", readme_ids, {row["Opportunity ID"] for row in rows})]:
        for name in sorted(used - known):
            yield f"{what} not found: {name}"


def main():
    with open(EXAMPLES / "opportunities.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    faults = [*differing_files(), *inconsistent_rows(rows), *unknown_references(rows)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

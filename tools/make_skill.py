#!/usr/bin/env python3
"""Writes what the agent skill has from elsewhere in the tree: its reference guides and its sample data.

    python3 tools/make_skill.py            writes skill/account-executive/references/ and the CSVs of assets/
    python3 tools/make_skill.py --check    writes nothing; exit 1 with a line for each file that is not up to date

The guides are pages of content/playbook with every {{policy:PATH}} replaced by its number in content/policy/default.toml,
as `ae playbook` shows them. The samples are files of examples/, and rows of its opportunities.csv: closed_deals.csv has
the closed ones, pipeline.csv the open ones and what closed in the last quarter. ae.toml has what the
samples are read with.
"""

import argparse
import csv
import io
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SKILL = ROOT / "skill/account-executive"
GUIDES = ("discovery", "negotiation", "objections", "forecasting")
COPIED = ("company/accounts.csv", "company/contacts.csv", "company/products.csv", "company/opportunities.csv", "quotas.csv", "rates.csv")
PLACEHOLDER = re.compile(r"\{\{policy:([a-z_.]+)\}\}")
HEADING_ID = re.compile(r" \{#([a-z_]+)\}$", re.MULTILINE)
LINK = re.compile(r"\]\(([a-z-]+)\.md(#[a-z_]+)?\)")


def figure(policy: dict, path: str) -> str:
    value = policy
    for key in path.split("."):
        value = value[key]
    return f"{value:g}"


def guide(language: str, topic: str, policy: dict) -> str:
    """A page of the playbook as plain Markdown: title and summary for front matter, anchors left out."""
    page = (ROOT / "content/playbook" / language / f"{topic}.md").read_text()
    _, head, body = page.split("---\n", 2)
    words = dict(line.split(": ", 1) for line in head.strip().splitlines())
    body = PLACEHOLDER.sub(lambda found: figure(policy, found[1]), HEADING_ID.sub("", body))
    suffix = "" if language == "en" else f".{language}"
    body = LINK.sub(lambda found: f"]({found[1]}{suffix}.md)" if found[1] in GUIDES else "]", body)
    return f"# {words['title']}\n\n{words['summary']}\n{body.rstrip()}\n"


def deals_where(keep) -> str:
    """The sample of opportunities with the rows that `keep` takes, as CSV."""
    with (ROOT / "examples/opportunities.csv").open(newline="") as file:
        rows = csv.DictReader(file)
        text = io.StringIO()
        writer = csv.DictWriter(text, rows.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in rows if keep(row))
    return text.getvalue()


def is_closed(row: dict) -> bool:
    return row["Stage"].startswith("Closed")


def made() -> dict[Path, str]:
    policy = tomllib.loads((ROOT / "content/policy/default.toml").read_text())
    files = {SKILL / "references" / f"{topic}{'' if language == 'en' else '.zh'}.md": guide(language, topic, policy)
             for topic in GUIDES for language in ("en", "zh")}
    files |= {SKILL / "assets" / name: (ROOT / "examples" / Path(name).name).read_text() for name in COPIED}
    files[SKILL / "assets/closed_deals.csv"] = deals_where(is_closed)
    files[SKILL / "assets/pipeline.csv"] = deals_where(lambda row: not is_closed(row) or row["Closed Date"] >= "2025-10-01")
    settings = (ROOT / "examples/ae.toml").read_text().splitlines(keepends=True)
    files[SKILL / "assets/ae.toml"] = "".join(line for line in settings if not line.startswith(("#", "data", "quarter")))
    return files


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    stale = 0
    check = parser.parse_args().check
    for path, text in made().items():
        if path.exists() and path.read_text() == text:
            continue
        stale += 1
        if check:
            print(f"{path.relative_to(ROOT)} is not up to date: python3 tools/make_skill.py")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())

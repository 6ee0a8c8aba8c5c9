"""How long a workbook of 100,000 deals takes beside SheetJS: bench/compare_workbook.py [--rows 100000] [--runs 5] [--update]

SheetJS makes the workbook from the CSV of bench/make_opportunities.cc, then reads it and adds up the open deals; we make the
whole pipeline report. Count and sum of the open deals have to equal ours. With --update the result goes into docs/performance.md.
"""

import argparse
import json
import statistics
import subprocess
import sys

from compare_engines import AE, AS_OF, ENGINES, ROOT, machine, run, same, tell, version


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    text = ROOT / f"build/bench/opportunities_{arguments.rows}.csv"
    book = text.with_suffix(".xlsx")
    script = str(ENGINES / "sheetjs.mjs")
    if not text.exists():
        text.parent.mkdir(parents=True, exist_ok=True)
        with text.open("wb") as made:
            subprocess.run([ROOT / "build/release/bench/make_opportunities", str(arguments.rows)], stdout=made, check=True)
    if not book.exists():
        subprocess.run(["node", script, str(book), str(text)], check=True)
    programs = {"ae, 2 threads": [str(AE), "pipeline", "--as-of", AS_OF, "--format", "json", "--threads", "2", "--data", str(book)],
                "SheetJS": ["node", "--max-old-space-size=8192", script, str(book)]}
    times, memory, answers = {name: [] for name in programs}, {}, {}
    for _ in range(arguments.runs):
        for name, command in programs.items():
            seconds, peak, answers[name] = run(command)
            times[name].append(seconds)
            memory[name] = max(memory.get(name, 0), peak)
    ours, theirs = json.loads(answers["ae, 2 threads"])["result"]["open"], json.loads(answers["SheetJS"])
    if ours["count"] != theirs["count"] or not same(ours["amount"], theirs["amount"]):
        sys.exit(f"SheetJS has {theirs}, we have {ours['count']} and {ours['amount']}")
    medians = {name: statistics.median(values) for name, values in times.items()}
    lines = [f"{arguments.rows:,} rows of 21 columns, {book.stat().st_size / 1e6:.0f} MB of XLSX; medians of {arguments.runs} rounds; "
             f"{machine()}. SheetJS {version('xlsx')}.", "",
             "| program | seconds | ÷ ours | peak memory |", "|---|---:|---:|---:|"]
    lines += [f"| {name} | {seconds:.2f} | {seconds / medians['ae, 2 threads']:.1f} | {memory[name]:,.0f} MB |"
              for name, seconds in medians.items()]
    tell("workbook", "\n".join(lines), arguments.update)


if __name__ == "__main__":
    main()

"""How long the pipeline report takes again on deals in memory, beside DuckDB on its loaded table:

    bench/compare_what_if.py [--rows 10000000] [--runs 11] [--update]

Both read the file once, then make their figures again as of another day each time; DuckDB's are a part of ours, held to those of
`ae pipeline` for the first day. Needs the build target what_if. With --update the table goes into docs/performance.md.
"""

import argparse
import json
import sys

from compare_engines import ENGINES, ROOT, check, figures_of_ours, machine, made_file, ours, run, tell, version, warm

WHAT_IF = ROOT / "build/release/bench/what_if"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    file = str(made_file(arguments.rows))
    warm(file)
    answer = json.loads(run([*ours(2), file])[2])
    measured = {}
    for threads in (2, 1):
        _, peak, output = run([str(WHAT_IF), file, str(threads), str(arguments.runs)])
        measured[f"ae, {threads} thread{'s' if threads > 1 else ''}"] = (json.loads(output), peak)
    _, peak, output = run(["node", str(ENGINES / "duckdb.mjs"), file, "2", str(arguments.runs)])
    check("DuckDB", output, figures_of_ours(answer))
    measured["DuckDB, 2 threads"] = (json.loads(output)["again"], peak)
    if measured["ae, 2 threads"][0]["deals"] != arguments.rows:
        sys.exit("not all deals were kept")
    least = measured["ae, 2 threads"][0]["median"]
    lines = [f"{arguments.rows:,} rows; medians of {arguments.runs} reports, each as of another day; {machine()}. "
             f"DuckDB {version('@duckdb/node-api')}.", "",
             "| program | milliseconds | shortest | ÷ ours | peak memory |", "|---|---:|---:|---:|---:|"]
    lines += [f"| {name} | {times['median']:,.1f} | {times['shortest']:,.1f} | {times['median'] / least:.1f} | {peak:,.0f} MB |"
              for name, (times, peak) in measured.items()]
    lines += ["", f"Reading the file into columns takes {measured['ae, 2 threads'][0]['kept'] / 1000:.1f} s (2 threads)."]
    tell("what-if", "\n".join(lines), arguments.update)


if __name__ == "__main__":
    main()

"""How long the pipeline report takes beside the engines of bench/engines/: the same figures from the same file.

    bench/compare_engines.py [--rows 10000000] [--runs 5] [--update]

Each round runs every program once, in an order that rotates; the file is read through before every run, so that it lies
in the page cache. Figures have to equal ours before a time counts. With --update the table goes into docs/performance.md.
Reports only; nothing fails for being slow. Needs Node and npm for the engines.
"""

import argparse
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENGINES = ROOT / "bench/engines"
AE = ROOT / "build/release/ae"
COUNT_LINES = ROOT / "build/release/bench/count_lines"
AS_OF = "2025-06-30"
STAGES = {"prospect": "Prospect", "discovery": "Discovery", "demo": "Demo", "proposal": "Proposal", "negotiation": "Negotiation"}
CATEGORIES = {"commit": "Commit", "best_case": "Best Case", "pipeline": "Pipeline"}
RULES = {"close_date_past": "past", "next_step_missing": "no_step", "no_recent_activity": "stale"}


def ours(threads):
    return [str(AE), "pipeline", "--as-of", AS_OF, "--format", "json", "--threads", str(threads), "--data"]


def engine(name, threads, *more):
    return lambda file: ["node", str(ENGINES / f"{name}.mjs"), file, str(threads), *more]


def ours_by(vectors):
    """Ours with other vector instructions."""
    return lambda file: ["env", f"AE_VECTORS={vectors}", *ours(2), file]


def win_loss(file):
    return [str(AE), "win-loss", "--as-of", AS_OF, "--format", "json", "--threads", "2", "--data", file]


def overview(file):
    return [str(AE), "overview", "--as-of", AS_OF, "--format", "json", "--threads", "2", "--data", file]


def without_ids(file):
    """The same file with a column of ids that none is looked for in."""
    source = pathlib.Path(file)
    copy = source.with_name(f"{source.stem}_no_ids.csv")
    if not copy.exists():
        with source.open("rb") as read, copy.open("wb") as made:
            made.write(read.readline().replace(b"id,", b"zz_note,", 1))
            shutil.copyfileobj(read, made, 1 << 24)
    warm(copy)
    return str(copy)


# Each with the one that it is compared to.
PROGRAMS = {
    "ae, 2 threads": (lambda file: [*ours(2), file], "ae, 2 threads"),
    "ae, 1 thread": (lambda file: [*ours(1), file], "ae, 2 threads"),
    "ae, 2 threads, AVX2 only": (ours_by("avx2"), "ae, 2 threads"),
    "ae, 2 threads, no ids": (lambda file: [*ours(2), without_ids(file)], "ae, 2 threads"),
    "DuckDB, 2 threads": (engine("duckdb", 2), "ae, 2 threads"),
    "DuckDB, 1 thread": (engine("duckdb", 1), "ae, 1 thread"),
    "DuckDB with the ids checked, 2 threads": (engine("duckdb", 2, "ids"), "ae, 2 threads"),
    "ClickHouse, 2 threads": (engine("clickhouse", 2), "ae, 2 threads"),
    "Polars, 2 threads": (engine("polars", 2), "ae, 2 threads"),
    "pandas": (lambda file: ["/usr/bin/python3", str(ENGINES / "pandas_figures.py"), file], "ae, 1 thread"),
    "SQLite": (lambda file: [sys.executable, str(ENGINES / "sqlite.py"), file], "ae, 1 thread"),
    "wc -l": (lambda file: ["wc", "-l", file], "ae, 2 threads"),
    "newlines counted by pread, 2 threads": (lambda file: [str(COUNT_LINES), file, "2"], "ae, 2 threads"),
    "ae win-loss, 2 threads": (win_loss, "ae win-loss, 2 threads"),
    "ae win-loss, 2 threads, no ids": (lambda file: win_loss(without_ids(file)), "ae win-loss, 2 threads"),
    "DuckDB, win/loss, 2 threads": (engine("duckdb_win_loss", 2), "ae win-loss, 2 threads"),
    "ae overview (both reports), 2 threads": (overview, "ae, 2 threads"),
}
SLOW = {"pandas", "SQLite"}  # minutes for ten million rows
FEW = 100_000


def figures_of_ours(answer):
    """Our figures by the names that the engines have for them."""
    result = answer["result"]
    found = {
        ("all", "open"): result["open"]["count"], ("all", "amount"): result["open"]["amount"],
        ("all", "weighted"): result["open"]["weighted"] * 100, ("all", "won"): result["won"]["count"],
        ("all", "lost"): result["lost"]["count"], ("all", "won_in_period"): result["coverage"]["won_in_period"],
    }
    for row in result["hygiene"]:
        if row["rule"] in RULES:
            found["all", RULES[row["rule"]]] = row["count"]
    for row in result["by_stage"]:
        found[f"stage {STAGES[row['stage']]}", "amount"] = row["amount"]
        found[f"stage {STAGES[row['stage']]}", "open"] = row["count"]
    for row in result["by_category"]:
        if row["category"] in CATEGORIES and row["count"]:
            found[f"category {CATEGORIES[row['category']]}", "amount"] = row["amount"]
    for kind in ("owner", "team"):
        for row in result[f"by_{kind}"]:
            name = f"{kind} {row[kind]}"
            found[name, "open"] = row["count"]
            found[name, "amount"] = row["amount"]
            found[name, "won_in_period"] = row["won_in_period"]
            found[name, "weighted"] = row["weighted"] * 100
    velocity = result["velocity"]
    return found, {"median_amount": velocity["median_won_amount"], "mean_cycle": velocity["mean_cycle_days"],
                   "median_cycle": velocity["median_cycle_days"]}


def same(expected, got):
    """Equal but for our rounding to a cent or a hundredth of a day."""
    return abs((expected or 0) - (got or 0)) <= max(0.51, 1e-9 * abs(expected or 0))


def check(name, output, expected):
    groups, velocity = expected
    answer = json.loads(output)
    for (group, measure), value in groups.items():
        if not same(value, answer["groups"][group][measure]):
            sys.exit(f"{name}: {group} {measure} is {answer['groups'][group][measure]}, ours is {value}")
    for measure, value in velocity.items():
        if not same(value, answer["velocity"][measure]):
            sys.exit(f"{name}: {measure} is {answer['velocity'][measure]}, ours is {value}")


def check_win_loss(output, answer):
    """DuckDB's groups and medians against ours."""
    result, theirs = answer["result"], json.loads(output)
    overall = result["overall"]
    expected = {"all": {name: overall[name] for name in ("won", "lost", "won_amount", "lost_amount")}}
    for row in result["by"]:
        expected[f"{row['dimension']} {row['value']}"] = {"won": row["won"], "lost": row["lost"]}
    for row in result["loss_reasons"]:
        expected[f"loss_reason {row['reason']}"] = {"lost": row["count"], "lost_amount": row["amount"]}
    for row in result["trend"]:
        expected[f"quarter {row['period']}"] = {"won": row["won"], "lost": row["lost"], "won_amount": row["won_amount"]}
    for group, measures in expected.items():
        for name, value in measures.items():
            if not same(value, theirs["groups"][group][name]):
                sys.exit(f"win/loss: {group} {name} is {theirs['groups'][group][name]}, ours is {value}")
    for name, value in theirs["overall"].items():
        if not same(overall[name], value):
            sys.exit(f"win/loss: {name} is {value}, ours is {overall[name]}")


def warm(file):
    with open(file, "rb", buffering=0) as opened:
        while opened.read(1 << 24):
            pass


def run(command):
    """Seconds, peak memory in MB, output."""
    # What the system says of a child counts our own memory as well, until it is itself: GNU time is smaller than we are.
    with tempfile.NamedTemporaryFile("r") as peak:
        timed = ["time", "-f", "%M", "-o", peak.name] if shutil.which("time") else []
        begin = time.perf_counter()
        process = subprocess.Popen([*timed, *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        if status != 0:
            sys.exit(f"{' '.join(command)} failed")
        return seconds, int(peak.read() if timed else usage.ru_maxrss) / 1024, output


def measure(file, rows, runs):
    names = [name for name in PROGRAMS if rows <= 1_000_000 or name not in SLOW]
    expected = figures_of_ours(json.loads(run([*ours(2), file])[2]))
    win_loss_answer = json.loads(run(win_loss(file))[2])
    times = {name: [] for name in names}
    memory = {}
    for turn in range(runs):
        for name in names[turn % len(names):] + names[:turn % len(names)]:
            warm(file)
            seconds, peak, output = run(PROGRAMS[name][0](file))
            if "win/loss" in name:
                check_win_loss(output, win_loss_answer)
            elif name.split(",")[0].split(" ")[0] in ("DuckDB", "ClickHouse", "Polars", "pandas", "SQLite"):
                check(name, output, expected)
            times[name].append(seconds)
            memory[name] = max(memory.get(name, 0), peak)
            print(f"{turn + 1}/{runs} {name}: {seconds:.2f} s", file=sys.stderr)
    return {name: statistics.median(values) for name, values in times.items()}, memory


def made_file(rows):
    file = ROOT / f"build/bench/opportunities_{rows}.csv"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as made:
            subprocess.run([ROOT / "build/release/bench/make_opportunities", str(rows)], stdout=made, check=True)
    return file


def few_rows(runs):
    """Seconds that ours takes for a short file."""
    file = str(made_file(FEW))
    warm(file)
    return statistics.median(run([*ours(2), file])[0] for _ in range(runs))


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return f"{os.cpu_count()} cores{f' ({model[1].strip()})' if model else ''}, {platform.machine()}, Linux"


def version(package):
    return json.loads((ENGINES / f"node_modules/{package}/package.json").read_text())["version"]


def table(rows, size, runs, medians, memory):
    lines = [f"{rows:,} rows, {size / 1e9:.2f} GB; medians of {runs} rounds; {machine()}. DuckDB {version('@duckdb/node-api')}, "
             f"chdb {version('chdb')}, nodejs-polars {version('nodejs-polars')}.", "",
             "| program | seconds | ÷ ours | ours is | peak memory |", "|---|---:|---:|---|---:|"]
    for name, seconds in medians.items():
        base = PROGRAMS[name][1]
        ratio = f"{seconds / medians[base]:.2f} | {base}" if name != base else "1.00 | –"
        lines.append(f"| {name} | {seconds:.2f} | {ratio} | {memory[name]:,.0f} MB |")
    return "\n".join(lines)


def tell(name, text, update):
    """Prints a table; with `update` puts it into docs/performance.md, between the marks of its name."""
    print(text)
    if not update:
        return
    page = ROOT / "docs/performance.md"
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before = page.read_text()
    if begin not in before:
        sys.exit(f"docs/performance.md has no place for {name}: {begin} … {end}")
    page.write_text(re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: f"{begin}\n{text}\n{end}", before, flags=re.S))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    subprocess.run([ROOT / "tools/build.sh", "release"], check=True, stderr=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", "count_lines"], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)
    if not (ENGINES / "node_modules").is_dir():
        subprocess.run(["npm", "install", "--no-audit", "--no-fund"], cwd=ENGINES, check=True, stdout=sys.stderr)
    file = made_file(arguments.rows)
    medians, memory = measure(str(file), arguments.rows, arguments.runs)
    text = table(arguments.rows, file.stat().st_size, arguments.runs, medians, memory)
    if arguments.rows > FEW:
        dearer = medians["ae, 2 threads"] / arguments.rows / (few_rows(10 * arguments.runs) / FEW)
        text += f"\n\nA row takes us {dearer:.2f} times what it takes in a file of {FEW:,} rows, start and end included (2 threads)."
    tell(f"engines {arguments.rows}", text, arguments.update)


if __name__ == "__main__":
    main()

"""The figures of a pipeline report by the SQLite shell: sqlite.py FILE. Columns are given; days are compared as they are written."""

import json
import subprocess
import sys

AS_OF, PERIOD_BEGIN = "2025-06-30", "2025-04-01"
COLUMNS = """id, name, account, owner, team, region, segment, product, stage, amount REAL, currency, probability INTEGER,
    forecast_category, created_date, close_date, closed_date, stage_date, last_activity_date, next_step, lead_source, loss_reason"""
WEIGHT = "CASE stage WHEN 'Prospect' THEN 10 WHEN 'Discovery' THEN 20 WHEN 'Demo' THEN 40 WHEN 'Proposal' THEN 60 WHEN 'Negotiation' THEN 80 END"
STATE = "CASE stage WHEN 'Closed Won' THEN 1 WHEN 'Closed Lost' THEN 2 ELSE 0 END"
PAST = f"state = 0 AND close_date < '{AS_OF}'"
STALE = f"state = 0 AND julianday('{AS_OF}') - julianday(coalesce(nullif(last_activity_date, ''), created_date)) > 14"
MEASURES = f"""count(*) FILTER (WHERE state = 0) AS open, total(amount) FILTER (WHERE state = 0) AS amount,
    total(amount * weight) FILTER (WHERE state = 0) AS weighted, count(*) FILTER (WHERE state = 1) AS won,
    count(*) FILTER (WHERE state = 2) AS lost,
    total(amount) FILTER (WHERE state = 1 AND closed_date BETWEEN '{PERIOD_BEGIN}' AND '{AS_OF}') AS won_in_period,
    count(*) FILTER (WHERE {PAST}) AS past, total(amount) FILTER (WHERE {PAST}) AS past_amount,
    count(*) FILTER (WHERE state = 0 AND next_step = '') AS no_step, count(*) FILTER (WHERE {STALE}) AS stale"""
CYCLE = "julianday(closed_date) - julianday(created_date)"
GROUPS = {"stage": "stage", "category": "forecast_category", "owner": "owner", "team": "team", "all": "''"}


def middle(value):
    return f"""(SELECT avg(value) FROM (SELECT {value} AS value FROM won ORDER BY 1
        LIMIT 2 - (SELECT count(*) FROM won) % 2 OFFSET (SELECT (count(*) - 1) / 2 FROM won)))"""


def main():
    file = sys.argv[1]
    views = f"""CREATE VIEW figured AS SELECT *, {STATE} AS state, {WEIGHT} AS weight FROM deals;
        CREATE VIEW won AS SELECT amount, {CYCLE} AS cycle FROM figured WHERE state = 1;"""
    queries = [f"SELECT '{kind}' AS kind, {key} AS key, {MEASURES} FROM figured GROUP BY {key};" for kind, key in GROUPS.items()]
    queries.append(f"SELECT {middle('amount')} AS median_amount, {middle('cycle')} AS median_cycle, avg(cycle) AS mean_cycle FROM won;")
    script = f"CREATE TABLE deals({COLUMNS});\n{views}\n.mode csv\n.import --skip 1 '{file}' deals\n.mode json\n" + "\n".join(queries)
    answers = subprocess.run(["sqlite3", ":memory:"], input=script, capture_output=True, text=True, check=True).stdout
    decoder, at, tables = json.JSONDecoder(), 0, []
    while at < len(answers.rstrip()):
        table, at = decoder.raw_decode(answers, at)
        tables.append(table)
        at += len(answers[at:]) - len(answers[at:].lstrip())
    figures = {f"{row.pop('kind')} {row.pop('key')}".strip(): row for table in tables[:-1] for row in table}
    print(json.dumps({"groups": figures, "velocity": tables[-1][0]}))


if __name__ == "__main__":
    main()

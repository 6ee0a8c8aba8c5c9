"""A large file, text or workbook, gives the same report whether it is scanned block by block or read whole, from standard input.

    scanned_files.py --program build/release/ae --make build/release/bench/make_opportunities
"""

import argparse
import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

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


def write_workbook(text, book):
    """The table as Excel writes it: words shared, numbers and days as numbers."""
    shared, rows = {}, []
    with text.open(encoding="utf-8", newline="") as lines:
        for number, cells in enumerate(csv.reader(lines), 1):
            xml = ""
            for column, cell in enumerate(cells):
                place = f'r="{chr(ord("A") + column)}{number}"'
                if len(cell) == 10 and cell[4:8:3] == "--" and cell != "2025-02-30":
                    days = (datetime.date.fromisoformat(cell) - datetime.date(1899, 12, 30)).days
                    xml += f'<c {place} s="1"><v>{days}</v></c>'
                elif cell.replace(".", "", 1).isdecimal():
                    xml += f"<c {place}><v>{cell}</v></c>"
                elif cell:
                    xml += f'<c {place} t="s"><v>{shared.setdefault(cell, len(shared))}</v></c>'
            rows.append(f'<row r="{number}" spans="1:{len(cells)}">{xml}</row>')
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    relation = '<Relationship Id="{0}" Type="x/{0}" Target="{0}.xml"/>'
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", '<workbook><sheets><sheet name="Deals" r:id="worksheet"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", "<Relationships>" + "".join(
            relation.format(part) for part in ("worksheet", "sharedStrings", "styles")) + "</Relationships>")
        archive.writestr("xl/styles.xml", '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
        archive.writestr("xl/sharedStrings.xml", declaration + "<sst>" + "".join(
            f'<si><t xml:space="preserve">{escape(word)}</t></si>' for word in shared) + "</sst>")
        archive.writestr("xl/worksheet.xml", declaration + "<worksheet><sheetData>" + "".join(rows) + "</sheetData></worksheet>")


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
        book = path.with_suffix(".xlsx")
        write_workbook(path, book)
        for file in (path, book):
            for command in REPORTS:
                scanned = answer(arguments.program, command, str(file))
                with file.open("rb") as stdin:
                    whole = named(answer(arguments.program, command, "-", stdin), str(file))
                if scanned != whole:
                    sys.exit(f"{' '.join(command)} {file.suffix}: a scanned file gives another report than the same file read whole")
    print(f"{len(REPORTS)} reports of {ROWS + 2} rows, of text and of a workbook, each from a file and from standard input: the same")


if __name__ == "__main__":
    main()

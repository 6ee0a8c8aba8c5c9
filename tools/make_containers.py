#!/usr/bin/env python3
"""Writes tests/data/containers/: the deals of tests/data/peers/opportunities.csv in every container that ae reads, and one
workbook of traps. The same bytes every time (zstd apart, which needs the program of that name)."""

import csv
import datetime
import gzip
import html
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "tests/data/peers/opportunities.csv"
TARGET = ROOT / "tests/data/containers"

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = ["General", "yyyy-mm-dd", "m/d/yy h:mm", '[$-804]yyyy"年"m"月"d"日"', "0%", "0.0%", "#,##0.00", "h:mm", "[h]:mm"]


def letters(column: int) -> str:
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name


def serial(text: str, first: datetime.date = datetime.date(1899, 12, 30)) -> int:
    return (datetime.date.fromisoformat(text) - first).days


class Sheet:
    """Cells written as raw XML, row by row."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    def add(self, *cells: str, attributes: str = "") -> None:
        number = len(self.rows) + 1
        body = "".join(cell.replace("@", f"{letters(column)}{number}", 1) for column, cell in enumerate(cells))
        self.rows.append(f'<row r="{number}"{attributes}>{body}</row>')

    def xml(self, after: str = "") -> str:
        return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(self.rows)}</sheetData>{after}</worksheet>'


def number(value: str, style: int = 0) -> str:
    return f'<c r="@" s="{style}"><v>{value}</v></c>'


def inline(text: str) -> str:
    return f'<c r="@" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def write_workbook(name: str, sheets: dict[str, str], strings: str = "", workbook_properties: str = "") -> None:
    formats = "".join(f'<numFmt numFmtId="{164 + index}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
                      for index, code in enumerate(STYLES))
    styles = "".join(f'<xf numFmtId="{164 + index}"/>' for index in range(len(STYLES)))
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATION}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}">{workbook_properties}<sheets>' + "".join(
            f'<sheet name="{escape(sheet)}" sheetId="{index}" r:id="rId{index}"/>'
            for index, sheet in enumerate(sheets, 1)) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">' + "".join(
            f'<Relationship Id="rId{index}" Type="{RELATION}/worksheet" Target="worksheets/sheet{index}.xml"/>'
            for index in range(1, len(sheets) + 1)) +
            f'<Relationship Id="rIdS" Type="{RELATION}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rIdT" Type="{RELATION}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="14"/>'
                         f"</cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>",
    }
    if strings:
        files["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    for index, xml in enumerate(sheets.values(), 1):
        files[f"xl/worksheets/sheet{index}.xml"] = xml
    with zipfile.ZipFile(TARGET / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            archive.writestr(zipfile.ZipInfo(path), '<?xml version="1.0" encoding="UTF-8"?>' + text,
                             zipfile.ZIP_DEFLATED)


def write_deals_workbook(rows: list[list[str]]) -> None:
    texts: list[str] = []

    def shared(text: str) -> str:
        if text not in texts:
            texts.append(text)
        return f'<c r="@" t="s"><v>{texts.index(text)}</v></c>'

    def cell(text: str) -> str:
        if not text:
            return '<c r="@"/>'
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return number(str(serial(text)), 1)
        if re.fullmatch(r"\d+(\.\d+)?", text):
            return number(text)
        return shared(text)

    sheet = Sheet()
    for row in rows:
        sheet.add(*map(cell, row))
    write_workbook("opportunities.xlsx", {"Deals": sheet.xml(), "Notes": Sheet().xml()},
                   "".join(f"<si><t>{escape(text)}</t></si>" for text in texts))


def write_traps() -> None:
    """One deal a row; the name says what is odd about it."""
    sheet = Sheet()
    sheet.add(*map(inline, ["id", "name", "stage", "amount", "close_date", "probability"]))
    sheet.add(inline("1"), inline("Rich & phonetic"), '<c r="@" t="s"><v>0</v></c>', number("0.1"), number("46112", 1),
              number("0.6", 4))
    sheet.add(inline("2"), inline("With a time"), inline("Demo"), number("1E3"), number("46112.604166666664", 2),
              number("0.575", 5))
    sheet.add(inline("3"), inline("Chinese date"), inline("Demo"), number("2000.5", 6), number("46112", 3), number("0.07", 4))
    sheet.add(inline("4"), inline("Error"), inline("Demo"), '<c r="@" t="e"><v>#N/A</v></c>', number("46112", 1))
    sheet.add(inline("5"), inline("Formula with result"), '<c r="@" t="str"><f>"De"&amp;"mo"</f><v>Demo</v></c>',
              '<c r="@"><f>2*21</f><v>42</v></c>', number("46112", 1))
    sheet.add(inline("6"), inline("Formula without result"), inline("Demo"), '<c r="@"><f>2*21</f></c>', number("46112", 1))
    sheet.add(inline("7"), inline("Hidden"), inline("Demo"), number("7"), number("46112", 1), attributes=' hidden="1"')
    sheet.add(inline("8"), inline("Day 60"), inline("Demo"), number("8"), number("60", 1))
    sheet.add(inline("9"), inline("ISO day_x000D__x000A_two lines"), inline("Demo"), number("9"),
              '<c r="@" t="d"><v>2026-03-31</v></c>')
    strings = "<si><r><t>De</t></r><r><t>mo</t></r><rPh><t>デモ</t></rPh></si>"
    write_workbook("traps.xlsx", {"Deals": sheet.xml('<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'),
                                  "Other": Sheet().xml()}, strings)


def write_1904() -> None:
    sheet = Sheet()
    sheet.add(*map(inline, ["id", "name", "stage", "amount", "close_date"]))
    sheet.add(inline("1"), inline("A"), inline("Demo"), number("10"),
              number(str(serial("2026-03-31", datetime.date(1904, 1, 1))), 1))
    write_workbook("dates_from_1904.xlsx", {"Deals": sheet.xml()}, "", '<workbookPr date1904="1"/>')


def typed(text: str) -> object:
    return float(text) if re.fullmatch(r"\d+\.\d+", text) else int(text) if text.isdigit() else text or None


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    with SOURCE.open(newline="") as file:
        rows = list(csv.reader(file))
    header, deals = rows[0], rows[1:]
    objects = [dict(zip(header, map(typed, deal))) for deal in deals]
    write_deals_workbook(rows)
    write_traps()
    write_1904()
    (TARGET / "opportunities.json").write_text(json.dumps(objects, indent=1) + "\n")
    (TARGET / "opportunities_wrapped.json").write_text(json.dumps({"totalSize": len(objects), "records": objects}) + "\n")
    (TARGET / "opportunities.jsonl").write_text("".join(json.dumps(each) + "\n" for each in objects))
    (TARGET / "opportunities.csv.gz").write_bytes(gzip.compress(SOURCE.read_bytes(), mtime=0))
    if shutil.which("zstd"):
        subprocess.run(["zstd", "-qf", str(SOURCE), "-o", str(TARGET / "opportunities.csv.zst")], check=True)
    table = "".join("<tr>" + "".join(f"<{tag}><b>{html.escape(cell)}</b></{tag}>" for cell in row) + "</tr>\n"
                    for row, tag in zip(rows, ["th"] + ["td"] * len(deals)))
    (TARGET / "opportunities.xls").write_text(
        '<html><head><META http-equiv="Content-Type" content="text/html; charset=UTF-8">\n'
        "<style>td { mso-number-format: General }</style></head><body>\n"
        f'<table border="1">\n{table}</table></body></html>\n')


if __name__ == "__main__":
    main()

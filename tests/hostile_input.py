#!/usr/bin/env python3
"""What becomes of input that is wrong, odd or malicious.

Each case is one file and its only honest outcome: read, with these deals and these totals per currency; read, with so many
rows set apart; or refused, with these words. Every file goes through `ae export` as JSON and as CSV and through the pipeline
report on paper. Whatever the outcome: no crash, no control byte or text direction that leaks, no formula that a spreadsheet
would run, no more than 512 MB.
"""

import argparse
import csv
import gzip
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import reporting
import sandbox

AS_OF = "2026-06-30"
csv.field_size_limit(1 << 30)


@dataclass(frozen=True)
class Read:
    """Totals are by currency, null under "none"; None where no amount is known."""

    count: int
    totals: dict[str, str | None]
    apart: int = 0
    merged: int = 0
    noted: str = ""  # the code of a note that has to be there


@dataclass(frozen=True)
class Refused:
    """The words that the message has, in any case."""

    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    theme: str
    name: str
    file: bytes
    outcome: Read | Refused
    arguments: tuple[str, ...] = ()
    suffix: str = ".csv"


def refused(*words: str) -> Refused:
    return Refused(words)


def record(cells: list[str], delimiter: str = ",") -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="\r\n").writerow(cells)  # quotes both of these
    return line.getvalue().removesuffix("\r\n") + "\n"


def table(header: str, rows: list[list[str]], delimiter: str = ",") -> str:
    return "".join(record(cells, delimiter) for cells in [header.split(","), *rows])


def three(header: str = "id,name,stage,amount,close_date", **columns: str) -> str:
    """Three open deals of 100, 200 and 300.50 dollars; a named column has this cell in the second row."""
    plain = {"stage": "Proposal", "close_date": "2026-08-15", "owner": "Ines", "account": "Harbour Lights", "currency": "USD"}
    rows = []
    for number, amount in enumerate(("100.00", "200.00", "300.50"), 1):
        cells = plain | {"id": f"D{number}", "name": f"Deal {number}", "amount": amount}
        if number == 2:
            cells |= columns
        rows.append([cells.get(name, "") for name in header.split(",")])
    return table(header, rows)


ALL = Read(3, {"none": "600.50"})
WITHOUT_SECOND = Read(2, {"none": "400.50"}, apart=1)


def amounts(cells: list[str], header: str = "id,name,stage,amount,close_date", **columns: str) -> bytes:
    rows = []
    for number, amount in enumerate(cells, 1):
        deal = {"id": f"D{number}", "name": f"Deal {number}", "stage": "Proposal", "close_date": "2026-08-15"} | columns
        rows.append([amount if name.lower() == "amount" else deal.get(name, "") for name in header.split(",")])
    return table(header, rows).encode()


# -- Encodings


def encodings() -> Iterator[Case]:
    def case(name: str, file: bytes, outcome: Read | Refused, *arguments: str) -> Case:
        return Case("encodings", name, file, outcome, arguments)

    text = three()
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        yield case(encoding, text.encode(encoding), ALL)
    yield case("UTF-16 big endian with its mark", b"\xfe\xff" + text.encode("utf-16-be"), ALL)
    yield case("UTF-32 big endian with its mark", b"\0\0\xfe\xff" + text.encode("utf-32-be"), ALL)
    yield case("UTF-32 without its mark", text.encode("utf-32-be"), refused("nul"))
    yield case("UTF-8 mark twice", b"\xef\xbb\xbf" * 2 + text.encode(), ALL)
    chinese = "商机编号,商机名称,客户名称,销售阶段,金额,预计成交日期\n" + "".join(
        f"D{n},上海设备更新项目{n},上海港务有限公司,方案报价,{n}00.50,2026年8月15日\n" for n in range(1, 9))
    sum_of_eight = Read(8, {"none": "3604.00"})
    for encoding in ("utf-8", "gb18030", "gbk", "utf-16", "utf-8-sig"):
        yield case(f"Chinese {encoding}", chinese.encode(encoding), sum_of_eight)
    traditional = ("商機編號,商機名稱,客戶名稱,銷售階段,金額,預計成交日期\n" + "".join(
        f"D{n},臺北設備更新專案{n},臺北港務有限公司,方案報價,{n}00.50,2026/8/15\n" for n in range(1, 9)))
    yield case("traditional Chinese Big5", traditional.encode("big5"), sum_of_eight)
    japanese = ("商談ID,商談名,取引先名,フェーズ,金額,完了予定日\n" + "".join(
        f"D{n},港湾設備の更新{n},株式会社みなと,提案,{n}00000,2026/08/15\n" for n in range(1, 9)))
    yield case("Japanese Shift_JIS", japanese.encode("shift_jis"), Read(8, {"none": "3600000.00"}))
    western = three(name="Café Zürich – naïve").replace("Deal", "Déal")
    yield case("windows-1252", western.encode("cp1252"), ALL)
    yield case("latin-1 with --encoding", western.replace("–", "-").encode("latin-1"), ALL, "--encoding", "iso-8859-1")
    yield case("UTF-8 cut within a character", (text + "D4,Deal é").encode()[:-1], refused("utf-8"), "--encoding", "utf-8")
    yield case("bytes that are not the UTF-8 asked for", western.encode("cp1252"), refused("utf-8"), "--encoding", "utf-8")
    for name, bad in (("overlong", b"\xc0\xaf"), ("surrogate", b"\xed\xa0\x80"), ("above the last", b"\xf4\x90\x80\x80"),
                      ("lone continuation", b"\x80\x80"), ("cut short", b"\xe4\xbd")):
        file = text.encode().replace(b"Deal 2", b"Deal \xe4\xbd\xa0\xe5\xa5\xbd " + bad)
        yield case(f"UTF-8 with {name} bytes", file, refused("utf-8"), "--encoding", "utf-8")
    yield case("UTF-16 with half a character", text.encode("utf-16") + b"\x44", refused())
    yield case("UTF-16 with a lone surrogate", text.encode("utf-16") + b"\x00\xd8", refused())
    yield case("NUL within a name", text.replace("Deal 2", "Deal\0 2").encode(), refused("nul"))
    yield case("an encoding that nobody knows", text.encode(), refused("klingon"), "--encoding", "klingon")


# -- Structure


def structure() -> Iterator[Case]:
    def case(name: str, text: str | bytes, outcome: Read | Refused, *arguments: str) -> Case:
        return Case("structure", name, text if isinstance(text, bytes) else text.encode(), outcome, arguments)

    text = three()
    lines = text.splitlines()
    for name, end in (("LF", "\n"), ("CRLF", "\r\n"), ("CR", "\r")):
        yield case(f"{name} ends", end.join(lines) + end, ALL)
        yield case(f"{name} ends but for the last", end.join(lines), ALL)
    yield case("mixed ends", lines[0] + "\r\n" + lines[1] + "\n" + lines[2] + "\r\n" + lines[3], ALL)
    for delimiter in ";\t|":
        yield case(f"delimiter {delimiter!r}", text.replace(",", delimiter), ALL)
        yield case(f"sep={delimiter!r}", f"sep={delimiter}\n" + text.replace(",", delimiter), ALL)
    yield case("sep= with quotes", '"sep=,"\n' + text, ALL)
    quoted = "".join(",".join(f'"{cell}"' for cell in line.split(",")) + "\n" for line in lines)
    yield case("all quoted", quoted, ALL)
    yield case("single quotes", quoted.replace('"', "'"), ALL)
    yield case("newline in a name", three(name="Deal\n2"), ALL)
    yield case("CRLF in a name", three(name="Deal\r\n2"), ALL)
    yield case("quotes and commas in a name", three(name='The "big", one'), ALL)
    yield case("a name of commas", three(name=",,,,,,"), ALL)
    yield case("a name that looks like rows", three(name="x\nD9,Deal 9,Proposal,999,2026-01-01\ny"), ALL)
    yield case("backslash before quotes", text.replace("Deal 2", '"The \\"big\\", one"').replace("Deal 1", '"A \\"b\\""'), ALL)
    yield case("unterminated quote", text.replace("Deal 2", '"Deal 2'), refused("quote", ":3:4"))
    yield case("unterminated quote in the last cell", text.rstrip("\n").removesuffix("2026-08-15") + '"2026-08-15', refused("quote", ":4:27"))
    yield case("quote within a bare cell", text.replace("Deal 2", 'Deal 2" pipe'), ALL)
    yield case("text behind a closing quote", text.replace("Deal 2", '"Deal" 2'), ALL)
    yield case("blanks around quoted cells", text.replace("Deal 2", ' "Deal 2" '), ALL)
    yield case("blanks around all cells", text.replace(",", " , "), ALL)
    yield case("blank lines", "\n\n" + text.replace("\n", "\n\n"), ALL)
    yield case("rows of commas", text.replace("\n", "\n,,,,\n"), ALL)
    yield case("a title above", "Pipeline of the north\n" + text, ALL)
    yield case("a title and a blank line above", "Pipeline of the north\n\n" + text, ALL)
    yield case("three titles above", "Pipeline\nExported by Ines\nAs of 2026-06-30\n\n" + text, ALL)
    yield case("comment lines above", "# Pipeline\n# of the north\n" + text, ALL)
    for footer in ("Total,,,600.50,", "Grand Total,,,600.50,", "总计,,,600.50,", "合计：,,,600.50,", "Grand Totals (3 records)",
                   "Sum,,,600.50,", "小计,,,600.50,", "Gesamt,,,600.50,", "TOTAL:,,,600.50,"):
        yield case(f"footer {footer}", text + footer + "\n", ALL)
    yield case("Salesforce footer", text + '\n\n"Pipeline of the north"\n"Copyright (c) 2000-2026 salesforce.com, inc."\n'
               '"Confidential Information - Do Not Distribute"\n"Generated By:  Ines Duarte  30.6.2026"\n', ALL)
    yield case("subtotals between", "".join(line + "\n" + ("Subtotal,,,100.00,\n" if n == 1 else "") for n, line in enumerate(lines)),
               ALL)
    yield case("the header again", text + text, Read(3, {"none": "600.50"}, merged=3))
    yield case("the header again at the end", text + lines[0] + "\n", ALL)
    yield case("a second table", text + "\nowner,quota\nInes,1000\nTom,2000\n", ALL)
    yield case("one cell too many, empty", text.replace("D2,Deal 2", "D2,,Deal 2"), WITHOUT_SECOND)
    yield case("one cell too many at the end", text.replace("200.00,2026-08-15", "200.00,2026-08-15,x"), WITHOUT_SECOND)
    yield case("a bare comma in a name", text.replace("Deal 2", "Deal, 2"), WITHOUT_SECOND)
    yield case("a bare comma in an amount", text.replace("200.00", "1,200.00"), WITHOUT_SECOND)
    yield case("a cell too few at the end", text.replace("200.00,2026-08-15", "200.00"), WITHOUT_SECOND)
    yield case("two cells too few", text.replace(",200.00,2026-08-15", ""), WITHOUT_SECOND)
    yield case("a row of one cell", text.replace("D2,Deal 2,Proposal,200.00,2026-08-15", "D2"), WITHOUT_SECOND)
    yield case("empty columns at the end", text.replace("\n", ",,,\n"), ALL)
    yield case("a comma behind the header", text.replace("close_date\n", "close_date,\n"), ALL)
    yield case("a comma behind every row but the header", text.replace("15\n", "15,\n"), ALL)
    yield case("a column without a name", text.replace("id,name", ",name"), ALL)
    yield case("two columns with one name", three("id,name,name,stage,amount,close_date"), ALL)
    yield case("two amounts that agree", three("id,name,stage,amount,amount,close_date"), ALL)
    two = table("id,name,stage,amount,amount,close_date", [["D1", "Deal 1", "Proposal", "100", "999", "2026-08-15"]])
    yield case("two amounts that differ", two, Read(1, {"none": "100.00"}, noted="column_ambiguous"))
    yield case("columns in another order", three("close_date,amount,stage,name,id"), ALL)
    yield case("header in capitals", text.replace(lines[0], lines[0].upper()), ALL)
    yield case("header with blanks and stars", text.replace(lines[0], " Id ,* Name ,Stage*, Amount , Close  Date "), ALL)
    yield case("header with zero-width characters", text.replace(lines[0], "\u200bid,na\u200bme,stage,\ufeffamount,close_date"), ALL)
    yield case("header in full width", text.replace("amount", "ａｍｏｕｎｔ"), ALL)
    yield case("header with a line break", text.replace("close_date", '"Close\nDate"'), ALL)
    yield case("rows quoted as a whole", lines[0] + "\n" + "".join(f'"{line}"\n' for line in lines[1:]), ALL)
    wide = "id,name,stage,amount,close_date" + "".join(f",extra{n}" for n in range(5000))
    yield case("five thousand columns", wide + "\n" + "".join(line + ",x" * 5000 + "\n" for line in lines[1:]), ALL)
    yield case("one deal", "\n".join(lines[:2]) + "\n", Read(1, {"none": "100.00"}))
    yield case("only a header", lines[0] + "\n", refused("no rows"))
    yield case("no header", "\n".join(lines[1:]) + "\n", refused("column"))
    yield case("one column", "amount\n1\n2\n", refused("stage"))
    yield case("only blank lines", "\n\n\n\n", refused("blank lines"))
    yield case("only commas", ",,,\n,,,\n", refused())
    yield case("only quotes", '""""""\n', refused())
    yield case("one quote", '"', refused())
    yield case("prose", "Dear Ines,\n\nplease find the pipeline below.\n\nBest wishes\n", refused())
    yield case("an id column alone beside a stage", "id,stage\nD1,Proposal\nD2,Lost\n", Read(2, {"none": None}))


# -- Buffer boundaries: cells and rows that lie across the places where a reader's buffers end


def boundaries() -> Iterator[Case]:
    def case(name: str, text: str | bytes, outcome: Read | Refused) -> Case:
        return Case("buffer boundaries", name, text if isinstance(text, bytes) else text.encode(), outcome)

    header = "id,name,stage,amount,close_date\n"
    for size in (4096, 65536, 131072, 262144, 524288, 1048576):
        for shift in (-2, -1, 0, 1):
            for what, piece in (("a quoted newline", '"x\ny"'), ("a doubled quote", '"x""y"'), ("a Chinese character", "商机")):
                if size > 131072 and what != "a doubled quote":
                    continue
                opening = header + "D1,"
                filler = "n" * (size + shift - len(opening.encode()) - len(",Proposal,1.25,2026-08-15\nD2,") - 2)
                text = opening + filler + ",Proposal,1.25,2026-08-15\nD2," + piece + ",Proposal,2.25,2026-08-15\n"
                yield case(f"{what} at {size}{shift:+}", text, Read(2, {"none": "3.50"}))
    for end in ("\n", "\r\n", "\r"):
        for size in (65536, 524288):
            rows, total, length = [header.replace("\n", end)], 0, 0
            while length < size + 100:
                rows.append(f"D{len(rows)},Deal,Proposal,1.25,2026-08-15{end}")
                length += len(rows[-1])
                total += 1
            yield case(f"row ends {end!r} across {size}", "".join(rows), Read(total, {"none": str(Decimal("1.25") * total)}))
    for size in (70_000, 400_000, 2_000_000):
        for name, cell in (("plain", "n" * size), ("pasted rows", '"' + "a,b\n" * (size // 4) + '"'), ("quotes", '"' + '""' * (size // 2) + '"')):
            yield case(f"a cell of {size} bytes, {name}", header + f"D1,{cell},Proposal,1.25,2026-08-15\nD2,x,Proposal,2.25,2026-08-15\n",
                       Read(2, {"none": "3.50"}))
    utf16 = (header + "".join(f"D{n},商机{n},Proposal,1.25,2026-08-15\n" for n in range(9000))).encode("utf-16")
    yield case("UTF-16 over several buffers", utf16, Read(9000, {"none": "11250.00"}))
    gbk = ("编号,商机名称,销售阶段,金额,预计成交日期\n" + "".join(f"D{n},商机项目{n},方案报价,1.25,2026-08-15\n" for n in range(9000))).encode("gbk")
    yield case("GBK over several buffers", gbk, Read(9000, {"none": "11250.00"}))
    late = header + "".join(f"D{n},Deal,Proposal,1.25,2026-08-15\n" for n in range(30000)) + "D30000,Déal,Proposal,1.25,2026-08-15\n"
    yield case("windows-1252 in the last row only", late.encode("cp1252"), Read(30001, {"none": "37501.25"}))
    late = header + "".join(f"D{n},Deal,Proposal,1.25,2026-08-15\n" for n in range(30000)) + 'D30000,"Deal\n'
    yield case("a quote that is open at the end of a long file", late, refused("quote", ":30002:8"))


# -- Numbers


def numbers() -> Iterator[Case]:
    def case(name: str, cells: list[str], outcome: Read | Refused, *arguments: str) -> Case:
        return Case("numbers", name, amounts(cells), outcome, arguments)

    def value(cell: str, total: str, beside: str = "1.25") -> Case:
        return case(f"{cell!r} beside {beside!r}", [cell, beside], Read(2, {"none": total}))

    for cell, total in (
        ("0", "1.25"), ("0.00", "1.25"), ("-0", "1.25"), ("+5", "6.25"), ("-5", "-3.75"), ("(5.00)", "-3.75"), ("5.00-", "-3.75"),
        ("−5", "-3.75"), ("007", "8.25"), (" 5 ", "6.25"), ("\u00a05\u00a0", "6.25"), ("5.", "6.25"), (".5", "1.75"), ("5.5", "6.75"),
        ("1,234.56", "1235.81"), ("1,234,567.89", "1234569.14"), ("1e3", "1001.25"), ("1.5E+3", "1501.25"), ("1.5e-1", "1.40"),
        ("１２３．４５", "124.70"), ("'5", "6.25"), ("5.10", "6.35"), ("1.2M", "1200001.25"), ("50K", "50001.25"),
        ("50k", "50001.25"), ("12.5万", "125001.25"), ("3亿", "300000001.25"), ("1.2 million", "1200001.25"), ("9999999999999.99", "10000000000001.24"),
        ("1,00,000.50", "100001.75"), ("1 234.50", "1235.75"), ("1\u202f234.50", "1235.75"),
        ("1'234.50", "1235.75"), ("1’234.50", "1235.75"),
    ):
        yield value(cell, total)
    for cell in ("abc", "NaN", "nan", "Inf", "-Infinity", "1e400", "1e-400", "0x1F", "1.2.3", "1,2,3.4", "--5", "5+5", "=5+5", "1/2", "5%", "5 5", "five",
                 "TBD", "1.234567", "0.001", "99999999999999999999", "9223372036854775807", "1e30", "1,23.45", "12,34", "$", "-", "+", ".", ",", "()",
                 "5k5", "1_000", "1.2MM2", "1..2", "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "######", "(5", "5)", "(-5)", "-5-", "1e", "e5", "1e5e5"):
        if cell == "12,34":
            continue  # beside a point it is a matter of the column, see below
        missing = cell in ("-", "#N/A")
        outcome = Read(2, {"none": "1.25"}) if missing else Read(1, {"none": "1.25"}, apart=1)
        yield case(f"{cell!r} is {'missing' if missing else 'set apart'}", [cell, "1.25"], outcome)
    for cell in ("", " ", "N/A", "n/a", "null", "NULL", "None", "--", "—", "无", "暂无"):
        yield case(f"{cell!r} is missing", [cell, "1.25"], Read(2, {"none": "1.25"}))
    yield case("decimal comma", ["1,5", "2,25"], Read(2, {"none": "3.75"}))
    yield case("decimal comma with points", ["1.234,56", "2,25"], Read(2, {"none": "1236.81"}))
    yield case("decimal comma with blanks", ["1 234,56", "2,25"], Read(2, {"none": "1236.81"}))
    yield case("decimal comma with apostrophes", ["1'234,56", "2,25"], Read(2, {"none": "1236.81"}))
    yield case("nothing decides", ["1,234", "5,678"], refused("1,234", "--decimal"))
    yield case("nothing decides for points", ["1.234", "5.678"], refused("1.234", "--decimal"))
    yield case("told: a comma", ["1,234", "5,678"], refused(), "--decimal", "comma")
    yield case("told: a point", ["1,234", "5,678"], Read(2, {"none": "6912.00"}), "--decimal", "point")
    yield case("told: a comma for points", ["1.234", "5.678"], Read(2, {"none": "6912.00"}), "--decimal", "comma")
    yield case("one cell decides for all", ["1,234", "5,678", "9.5"], Read(3, {"none": "6921.50"}))
    yield case("half and half", ["1,234.5", "1.234,5"], refused("--decimal"))
    yield case("amounts too large together", ["9000000000000000", "9000000000000000", *["9000000000000000"] * 30],
               refused("add up"))
    yield case("all missing", ["", "", ""], Read(3, {"none": None}))
    yield case("all in words", ["a", "b", "c"], refused())


# -- Currencies


def currencies() -> Iterator[Case]:
    def case(name: str, file: bytes, outcome: Read | Refused, *arguments: str) -> Case:
        return Case("currencies", name, file, outcome, arguments)

    for mark, code in (("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("US$", "USD"), ("A$", "AUD"), ("C$", "CAD"), ("HK$", "HKD"), ("₹", "INR")):
        yield case(f"mark {mark}", amounts([f"{mark}1.25", f"{mark}2.25"]), Read(2, {code: "3.50"}))
    for code in ("USD", "EUR", "CHF", "CNY"):
        yield case(f"code {code} before", amounts([f"{code} 1.25", f"{code} 2.25"]), Read(2, {code: "3.50"}))
        yield case(f"code {code} behind", amounts([f"1.25 {code}", f"2.25 {code}"]), Read(2, {code: "3.50"}))
    yield case("a Chinese mark behind", amounts(["1.25元", "2.25元"]), Read(2, {"CNY": "3.50"}))
    yield case("two marks", amounts(["$1.25", "€2.25"]), Read(2, {"USD": "1.25", "EUR": "2.25"}))
    yield case("one mark covers bare cells", amounts(["$1.25", "2.25"]), Read(2, {"USD": "3.50"}))
    yield case("two marks and a bare cell", amounts(["$1.25", "€2.25", "4.50"]), Read(3, {"USD": "1.25", "EUR": "2.25", "none": "4.50"}))
    yield case("yen sign in English", amounts(["¥1.25", "¥2.25"]), refused("¥"))
    yield case("yen sign in Chinese", "商机名称,销售阶段,金额,预计成交日期\n项目一,方案报价,¥1.25,2026-08-15\n项目二,方案报价,¥2.25,2026-08-15\n".encode(),
               Read(2, {"CNY": "3.50"}))
    with_column = "id,name,stage,amount,currency,close_date"
    yield case("a column of currencies", table(with_column, [["D1", "a", "Proposal", "1.25", "USD", "2026-08-15"],
               ["D2", "b", "Proposal", "2.25", "eur", "2026-08-15"]]).encode(), Read(2, {"USD": "1.25", "EUR": "2.25"}))
    yield case("mark and column disagree", table(with_column, [["D1", "a", "Proposal", "$1.25", "EUR", "2026-08-15"],
               ["D2", "b", "Proposal", "€2.25", "EUR", "2026-08-15"]]).encode(), Read(1, {"EUR": "2.25"}, apart=1))
    yield case("a currency nobody knows", table(with_column, [["D1", "a", "Proposal", "1.25", "XQQ", "2026-08-15"],
               ["D2", "b", "Proposal", "2.25", "EUR", "2026-08-15"]]).encode(), Read(1, {"EUR": "2.25"}, apart=1))
    yield case("yen have no decimals", table(with_column, [["D1", "a", "Proposal", "1.25", "JPY", "2026-08-15"],
               ["D2", "b", "Proposal", "225", "JPY", "2026-08-15"]]).encode(), Read(1, {"JPY": "225"}, apart=1))
    yield case("dinars have three", table(with_column, [["D1", "a", "Proposal", "1.125", "KWD", "2026-08-15"],
               ["D2", "b", "Proposal", "2.5", "KWD", "2026-08-15"]]).encode(), Read(2, {"KWD": "3.625"}))
    yield case("--currency", amounts(["1.25", "2.25"]), Read(2, {"CHF": "3.50"}), "--currency", "CHF")


# -- Probabilities


def probabilities() -> Iterator[Case]:
    def case(name: str, cells: list[str], outcome: Read | Refused) -> Case:
        rows = [[f"D{n}", f"Deal {n}", "Proposal", "1.25", cell, "2026-08-15"] for n, cell in enumerate(cells, 1)]
        return Case("probabilities", name, table("id,name,stage,amount,probability,close_date", rows).encode(), outcome)

    both = Read(2, {"none": "2.50"})
    one = Read(1, {"none": "1.25"}, apart=1)
    yield case("per cent", ["60%", "40%"], both)
    yield case("of a hundred", ["60", "40"], both)
    yield case("fractions", ["0.6", "0.4"], both)
    yield case("decimal commas", ["0,6", "0,4"], both)
    yield case("full width", ["６０％", "４０％"], both)
    yield case("missing", ["", "40"], both)
    yield case("above a hundred", ["160", "40"], one)
    yield case("negative", ["-5", "40"], one)
    yield case("in words", ["likely", "40"], one)
    yield case("a thousand", ["1000%", "40%"], one)
    yield case("NaN", ["NaN", "40"], one)


# -- Dates


def dates() -> Iterator[Case]:
    def case(name: str, cells: list[str], outcome: list[str | None] | Refused, *arguments: str) -> Case:
        rows = [[f"D{n}", f"Deal {n}", "Proposal", "1.25", cell] for n, cell in enumerate(cells, 1)]
        if not isinstance(outcome, Refused):
            kept = sum(date != "apart" for date in outcome)
            outcome = ReadDates(kept, {"none": str(Decimal("1.25") * kept)}, len(cells) - kept,
                                dates=tuple(date for date in outcome if date != "apart"))
        return Case("dates", name, table("id,name,stage,amount,close_date", rows).encode(), outcome, arguments)

    day = "2026-08-15"
    for cell in ("2026-08-15", "2026/08/15", "2026.08.15", "20260815", "15.08.2026", "15.8.2026", "08/15/2026", "8/15/2026", "15/08/2026",
                 "15-08-2026", "15-Aug-2026", "15 August 2026", "August 15, 2026", "Aug 15 2026", "15-Aug-26", "2026年8月15日", "2026年08月15日",
                 "2026-08-15T00:00:00", "2026-08-15 10:30", "2026-08-15T23:30:00Z", "2026-08-15T23:30:00.000+0000", "2026-08-15T00:30:00+08:00",
                 "8/15/2026 11:59 PM", "15.08.2026 23:59:59", "46249", "1786752000", "1786752000000", "２０２６-０８-１５", " 2026-08-15 ",
                 "Sat Aug 15 2026", "Saturday, August 15, 2026", "15. August 2026", "2026-8-15", "15 août 2026", "15 de agosto de 2026"):
        yield case(f"{cell!r}", [cell, cell], [day, day])
    for cell in ("2026-02-30", "2026-13-01", "2026-00-10", "2026-08-32", "2025-02-29", "soon", "Q3", "2026", "99999999", "next week", "2026-08",
                 "0000-00-00", "-", "2026-08-15x", "15", "=TODAY()", "1e5", "12:30"):
        absent = cell in ("-", "0000-00-00")
        yield case(f"{cell!r} is {'missing' if absent else 'set apart'}", [cell, day], [None if absent else "apart", day])
    yield case("a leap day", ["2024-02-29", day], ["2024-02-29", day])
    yield case("a century that is no leap year", ["1900-02-29", day], ["apart", day])
    yield case("year 9999", ["9999-12-31", day], ["apart", day])
    yield case("year 1899", ["1899-12-31", day], ["apart", day])
    yield case("nothing decides", ["03/04/2026", "05/06/2026"], refused("03/04/2026", "--date-order"))
    yield case("told: day first", ["03/04/2026", "05/06/2026"], ["2026-04-03", "2026-06-05"], "--date-order", "dmy")
    yield case("told: month first", ["03/04/2026", "05/06/2026"], ["2026-03-04", "2026-05-06"], "--date-order", "mdy")
    yield case("one cell decides for all", ["03/04/2026", "15/06/2026"], ["2026-04-03", "2026-06-15"])
    yield case("half and half", ["13/04/2026", "04/13/2026"], refused("--date-order"))
    yield case("ISO among the others", ["2026-08-15", "15.08.2026"], [day, day])
    yield case("missing", ["", day], [None, day])


@dataclass(frozen=True)
class ReadDates(Read):
    dates: tuple[str | None, ...] = field(default=())


# -- Stages


def stages() -> Iterator[Case]:
    def case(name: str, cell: str, stage: str, *arguments: str, header: str = "id,name,stage,amount,close_date", **more: str) -> Case:
        return Case("stages", name, three(header, stage=cell, **more).encode(), ReadStage(3, {"none": "600.50"}, stage=stage), arguments)

    for cell, stage in (("Prospecting", "prospect"), ("DISCOVERY", "discovery"), ("demo", "demo"), ("Demo/Evaluation", "demo"),
                        ("  proposal  ", "proposal"), ("Negotiation/Review", "negotiation"), ("Closed Won", "closed_won"),
                        ("closed-won", "closed_won"), ("Closed/Won", "closed_won"), ("ClosedWon", "closed_won"), ("Won", "closed_won"),
                        ("Closed Lost", "closed_lost"), ("LOST", "closed_lost"), ("赢单", "closed_won"), ("丢单", "closed_lost"), ("输单", "closed_lost"),
                        ("谈判", "negotiation"), ("方案报价", "proposal"), ("Gewonnen", "closed_won"), ("Perdu", "closed_lost"), ("受注", "closed_won"),
                        ("4 - Proposal", "proposal"), ("Ｐｒｏｐｏｓａｌ", "proposal")):
        yield case(f"{cell!r}", cell, stage)
    yield case("a stage nobody knows keeps its name", "Waiting for Godot", "Waiting for Godot")
    yield case("won, but not quite", "Won't close", "Won't close")
    yield case("not lost", "Not lost yet", "Not lost yet")
    yield case("told by --stage-map", "Engaging", "demo", "--stage-map", "Engaging=demo")
    yield case("a status apart from the stage", "Proposal", "closed_won", header="id,name,stage,status,amount,close_date", status="won")
    yield Case("stages", "no stage at all", three(stage="").encode(), Read(3, {"none": "600.50"}, noted="stage_blank"))


@dataclass(frozen=True)
class ReadStage(Read):
    """The stage of the deal D2."""

    stage: str = ""


# -- Hostile text: no cell may reach a terminal, a spreadsheet or a page as more than text


def hostile_text() -> Iterator[Case]:
    controls = [chr(code) for code in (*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x85, 0x9B, 0x9D)]
    directions = ["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u200e", "\u200f", "\u061c"]
    sequences = ["\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b[2J", "\x1b]8;;http://example.com\x1b\\link\x1b]8;;\x1b\\", "\x1b[?1049h", "\x1bP+q\x1b\\",
                 "\x9b31m"]
    formulas = ["=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1", '=HYPERLINK("http://example.com")', "  =1+1", "=", "-", "+", "@",
                '"=1+1"', "|calc", "%0A=1", ";=1+1"]
    markup = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</table>", "&lt;", "a|b", "`a`", "[a](javascript:b)", "**bold**", "{{7*7}}", "${7*7}",
              "'; DROP TABLE deals; --", "%s%n", "../../etc/passwd"]
    shapes = ["e\u0301" * 50, "Z" + "\u0300" * 200, "👩‍👩‍👧‍👦" * 20, "\u3000", "\u200b", "\ufeff", "\u2028", "\u2029", "\ufffd", "\uffff", "𠀀", "שלום", "مرحبا", "a" * 10_000]
    for kind, texts in (("control", [f"a{c}b" for c in controls]), ("direction", [f"a{c}b" for c in directions]), ("sequence", sequences),
                        ("formula", formulas), ("markup", markup), ("shape", shapes)):
        for text in texts:
            file = three("id,name,owner,stage,amount,close_date", name=text, owner=text).encode()
            shown = ascii(text if len(text) < 40 else text[:30])
            yield Case("hostile text", f"{kind} {shown}", file, ALL)
    for text in ("=1+1", "\x1b[31m", "<b>", "\u202e"):
        yield Case("hostile text", f"header {ascii(text)}", three("id,name,stage,amount,close_date,x").replace(",x\n", f",{text}\n").encode(), ALL)
        yield Case("hostile text", f"stage {ascii(text)}", three(stage=text + "Godot").encode(), ALL)
        yield Case("hostile text", f"amount {ascii(text)}", three(amount=text + "x").encode(), WITHOUT_SECOND)


# -- Identity


def identity() -> Iterator[Case]:
    def case(name: str, rows: list[list[str]], outcome: Read, *arguments: str) -> Case:
        return Case("identity", name, table("id,name,stage,amount,close_date", rows).encode(), outcome, arguments)

    deal = ["D1", "Deal", "Proposal", "1.25", "2026-08-15"]
    other = ["D2", "Deal", "Proposal", "2.25", "2026-08-15"]
    yield case("the same row twice", [deal, deal, other], Read(2, {"none": "3.50"}, merged=1))
    yield case("the same row thrice", [deal, deal, deal, other], Read(2, {"none": "3.50"}, merged=2))
    yield case("one id, two amounts", [deal, ["D1", "Deal", "Proposal", "9.00", "2026-08-15"], other], Read(1, {"none": "2.25"}, apart=2))
    yield case("one id, two stages", [deal, ["D1", "Deal", "Won", "1.25", "2026-08-15"], other], Read(1, {"none": "2.25"}, apart=2))
    yield case("no ids", [["", *deal[1:]], ["", *deal[1:]], ["", *other[1:]]], Read(3, {"none": "4.75"}))
    yield case("ids that differ in case", [deal, ["d1", *deal[1:]], other], Read(3, {"none": "4.75"}))
    yield case("Salesforce ids that differ in case alone", [["006000000000AaB", *deal[1:]], ["006000000000aab", *deal[1:]]], Read(2, {"none": "2.50"}))
    yield case("ids that are numbers", [["1", *deal[1:]], ["01", *deal[1:]], ["1.0", *deal[1:]]], Read(3, {"none": "3.75"}))
    yield case("one name, two ids", [deal, ["D9", *deal[1:]], other], Read(3, {"none": "4.75"}))


# -- Containers


def workbook(rows: list[list[object]], *, sheet: str = "Deals", more: dict[str, str] | None = None) -> bytes:
    """A small workbook: text inline, numbers as they are, formulas with no value cached."""
    cells = []
    for r, row in enumerate(rows, 1):
        line = []
        for c, cell in enumerate(row):
            place = f"{chr(65 + c)}{r}"
            if isinstance(cell, (int, float)):
                line.append(f'<c r="{place}"><v>{cell}</v></c>')
            elif cell is not None:
                text = str(cell).replace("&", "&amp;").replace("<", "&lt;")
                line.append(f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')
        cells.append(f'<row r="{r}">{"".join(line)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="{sheet}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(cells)}</sheetData></worksheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (files | (more or {})).items():
            archive.writestr(name, text)
    return packed.getvalue()


SHEET: list[list[object]] = [["id", "name", "stage", "amount", "close_date"],
                             ["D1", "Deal 1", "Proposal", 100, "2026-08-15"], ["D2", "Deal 2", "Proposal", 200, "2026-08-15"],
                             ["D3", "Deal 3", "Proposal", 300.5, "2026-08-15"]]


def deal_cells(amount: str, *, places: bool = True) -> str:
    """The sheet of SHEET with this cell for the amount of the second deal."""
    def text(place: str, value: str) -> str:
        return f'<c{place} t="inlineStr"><is><t>{value}</t></is></c>'

    rows = []
    for r, row in enumerate(SHEET, 1):
        cells = [text(f' r="{chr(65 + c)}{r}"' if places else "", str(value)) for c, value in enumerate(row)]
        if r == 3:
            cells[3] = amount
        rows.append(f'<row r="{r}">{"".join(cells)}</row>')
    return ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + "".join(rows) +
            "</sheetData></worksheet>")


def containers() -> Iterator[Case]:
    def case(name: str, file: bytes, outcome: Read | Refused, suffix: str = ".xlsx") -> Case:
        return Case("containers", name, file, outcome, (), suffix)

    text = three()
    book = workbook(SHEET)
    yield case("workbook", book, ALL)
    yield case("workbook named .csv", book, ALL, ".csv")
    yield case("text named .xlsx", text.encode(), ALL)
    yield case("gzip", gzip.compress(text.encode()), ALL, ".csv.gz")
    yield case("gzip in two members", gzip.compress(text.encode()[:60]) + gzip.compress(text.encode()[60:]), ALL, ".gz")
    yield case("gzip of gzip", gzip.compress(gzip.compress(text.encode())), ALL, ".gz")
    yield case("workbook cut short", book[: len(book) // 2], refused())
    yield case("workbook with a broken byte", book[:200] + bytes([book[200] ^ 0xFF]) + book[201:], refused())
    yield case("workbook of no rows", workbook([]), refused())
    yield case("workbook with blank rows above", workbook([[], [], *SHEET]), ALL)
    yield case("workbook with a total", workbook([*SHEET, ["Total", None, None, 600.5, None]]), ALL)
    yield case("workbook with serial dates", workbook([SHEET[0], *([*row[:4], 46249] for row in SHEET[1:])]), ALL)
    yield case("workbook with an amount of too many digits", workbook([*SHEET, ["D4", "Deal 4", "Proposal", "1e400", "2026-08-15"]]),
               Read(3, {"none": "600.50"}, apart=1))
    yield case("workbook with a float's tail", workbook([*SHEET, ["D4", "Deal 4", "Proposal", 0.1 + 0.2, "2026-08-15"]]), Read(4, {"none": "600.80"}))
    for name, cells, outcome in (
        ("cells without places", deal_cells("<c><v>200</v></c>", places=False), ALL),
        ("an error cell", deal_cells('<c r="D3" t="e"><v>#DIV/0!</v></c>'), WITHOUT_SECOND),
        ("an amount that is missing in Excel", deal_cells('<c r="D3" t="e"><v>#N/A</v></c>'), Read(3, {"none": "400.50"})),
        ("a boolean for an amount", deal_cells('<c r="D3" t="b"><v>1</v></c>'), WITHOUT_SECOND),
        ("a formula with its value", deal_cells('<c r="D3"><f>100+100</f><v>200</v></c>'), ALL),
        ("a formula without a value", deal_cells('<c r="D3"><f>100+100</f></c>'), WITHOUT_SECOND),
        ("a formula that gives text", deal_cells('<c r="D3" t="str"><f>"x"</f><v>soon</v></c>'), WITHOUT_SECOND),
        ("a shared string that is not there", deal_cells('<c r="D3" t="s"><v>77</v></c>'), refused()),
        ("a number in exponents", deal_cells('<c r="D3"><v>2E2</v></c>'), ALL),
        ("a number of 400 digits", deal_cells(f'<c r="D3"><v>1{"0" * 400}</v></c>'), WITHOUT_SECOND),
        ("a number that is none", deal_cells('<c r="D3"><v>NaN</v></c>'), WITHOUT_SECOND),
        ("a column beyond the last of Excel", deal_cells('<c r="D3"><v>200</v></c><c r="ZZZZZZ3"><v>1</v></c>'), refused()),
        ("an entity", deal_cells('<c r="D3" t="inlineStr"><is><t>&#50;&#48;&#48;</t></is></c>'), ALL),
    ):
        yield case("workbook with " + name, workbook([], more={"xl/worksheets/sheet1.xml": cells}), outcome)
    laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + deal_cells("<c><v>&b;</v></c>", places=False)
    yield case("workbook with entities of its own", workbook([], more={"xl/worksheets/sheet1.xml": laughs}), refused())
    yield case("workbook whose sheet is no XML", workbook([], more={"xl/worksheets/sheet1.xml": "id,name"}), refused())
    yield case("workbook whose sheet breaks off", workbook([], more={"xl/worksheets/sheet1.xml": deal_cells("<c/>")[:-40]}), refused())
    yield case("workbook that unpacks to far more", workbook([], more={"xl/worksheets/sheet1.xml": " " * 200_000_000}), refused())
    rows = [dict(zip(SHEET[0], row)) for row in SHEET[1:]]
    yield case("JSON", json.dumps(rows).encode(), ALL, ".json")
    yield case("JSON lines", "".join(json.dumps(row) + "\n" for row in rows).encode(), ALL, ".jsonl")
    yield case("JSON with numbers in text", json.dumps([row | {"amount": str(row["amount"])} for row in rows]).encode(), ALL, ".json")
    yield case("JSON with missing names", json.dumps([rows[0], {k: v for k, v in rows[1].items() if k != "amount"}, rows[2]]).encode(),
               Read(3, {"none": "400.50"}), ".json")
    yield case("JSON cut short", json.dumps(rows).encode()[:-5], refused(), ".json")
    yield case("JSON of one number", b"42", refused(), ".json")
    yield case("JSON too deep", b"[" * 100_000, refused(), ".json")
    yield case("HTML", ("<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in SHEET) + "</table>").encode(), ALL,
               ".xls")


def special_files() -> Iterator[Case]:
    for name, file, word in (
        ("empty", b"", "empty"), ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "pdf"), ("PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
        ("JPEG", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "jpeg"), ("GIF", b"GIF89a\x01\0\x01\0", "gif"), ("ELF", b"\x7fELF\x02\x01\x01" + b"\0" * 50, "program"),
        ("Windows program", b"MZ" + b"\0" * 58 + b"\x40\0\0\0PE\0\0", "program"), ("Parquet", b"PAR1\x15\x04\x15" + b"\0" * 20 + b"PAR1", "parquet"),
        ("old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "excel"), ("SQLite", b"SQLite format 3\0" + b"\0" * 90, "sqlite"),
        ("zip of text", zip_of("a.txt", b"x"), "zip"), ("word document", zip_of("word/document.xml", b"<x/>"), "word"), ("RTF", b"{\\rtf1\\ansi x}", "rich"),
        ("7z", b"7z\xbc\xaf\x27\x1c\0\x04" + b"\0" * 30, "7z"), ("rar", b"Rar!\x1a\x07\x01\0" + b"\0" * 30, "rar"), ("xz", b"\xfd7zXZ\0\0\x04" + b"\0" * 30, "xz"),
        ("bzip2", b"BZh91AY&SY" + b"\0" * 30, "bzip2"), ("NUL bytes", b"\0" * 5000, ""), ("random bytes", bytes((n * 7919 + n // 3 * 31) % 256 for n in range(5000)), ""),
        ("one byte", b"a", ""), ("one newline", b"\n", "blank lines"), ("UTF-8 mark alone", b"\xef\xbb\xbf", "empty"), ("UTF-16 mark alone", b"\xff\xfe", "empty"),
        ("gzip of nothing", gzip.compress(b""), "empty"), ("gzip cut short", gzip.compress(three().encode())[:-12], "gzip"),
        ("HTML without a table", b"<!DOCTYPE html><html><body><p>Log in</p></body></html>", "web page"), ("XML", b"<?xml version='1.0'?><a><b/></a>", "xml"),
        ("email", b"From: a@example.com\nTo: b@example.com\nSubject: Deals\n\nHello\n", ""), ("program text", b"#!/bin/sh\nset -eu\necho hello\n", ""),
    ):
        yield Case("special files", name, file, refused(*[word] * bool(word)), (), ".csv")


def zip_of(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


THEMES = (encodings, structure, boundaries, numbers, currencies, probabilities, dates, stages, hostile_text, identity, containers, special_files)


# -- Judging


UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200e\u200f\u061c]")
UNSAFE_IN_JSON = re.compile("[\x00-\x09\x0b-\x1f\x7f]")  # what JSON itself must escape; a line feed ends its lines
FORMULA = re.compile("[=+\\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
MEGABYTES = 512


def run(program: Path, folder: Path, arguments: list[str]) -> tuple[str, str, int]:
    limit = "" if "asan" in str(program) or "tsan" in str(program) else f"ulimit -v {MEGABYTES * 1024}; "
    done = subprocess.run(["/bin/sh", "-c", limit + 'exec "$0" "$@"', str(program), *arguments], cwd=folder, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=sandbox.SECONDS, env=sandbox.environment(program, folder), check=False)
    return done.stdout.decode(), done.stderr.decode(), done.returncode


def judged(case: Case, program: Path) -> str:
    """What is wrong with what became of a case; empty when nothing is."""
    with sandbox.folder({}) as folder:
        name = "input" + case.suffix
        (folder / name).write_bytes(case.file)
        told = ["--data", name, "--as-of", AS_OF, *case.arguments]
        try:
            paper, paper_errors, paper_code = run(program, folder, ["pipeline", *told, "--lang", "both"])
            cells, cells_errors, cells_code = run(program, folder, ["export", *told, "--format", "csv"])
            text, errors, code = run(program, folder, ["export", *told, "--format", "json"])
        except subprocess.TimeoutExpired:
            return "does not end"
        except UnicodeDecodeError as bad:
            return f"prints bytes that are no UTF-8: {bad}"
    for kind, out in (("pipeline", paper), ("messages", paper_errors + cells_errors + errors)):
        if found := UNSAFE.search(out):
            return f"{kind} prints {found.group()!r}"
    if found := UNSAFE_IN_JSON.search(text):
        return f"JSON prints {found.group()!r}"
    if not {code, cells_code, paper_code} <= {0, 2}:
        return f"ends with {code}, {cells_code}, {paper_code}\n{errors}{cells_errors}{paper_errors}"
    if len({code, cells_code, paper_code}) > 1:
        return f"export ends with {code} and {cells_code}, the report with {paper_code}\n{errors}{cells_errors}{paper_errors}"
    if isinstance(case.outcome, Refused):
        if code != 2:
            return "is not refused: " + summary(json.loads(text, parse_float=Decimal))
        absent = [word for word in case.outcome.words if word.lower() not in errors.lower()]
        return f"the refusal does not say {absent}:\n{errors}" if absent else ""
    if code == 2:
        return f"is refused:\n{errors}"
    for row in csv.reader(io.StringIO(cells, newline="")):
        for cell in row:
            if FORMULA.match(cell.lstrip()) and not NUMBER.fullmatch(cell):
                return f"a spreadsheet would run {cell!r}"
    return difference(case.outcome, json.loads(text, parse_float=Decimal))


def summary(document: dict) -> str:
    result = document["result"]
    totals = {group["currency"] or "none": group["amount"] for group in result["by_currency"]}
    return f"{result['count']} deals, {totals}, {document['quarantine_total']} set apart {document['quarantine'][:3]}"


def difference(outcome: Read, document: dict) -> str:
    result = document["result"]
    totals = {group["currency"] or "none": group["amount"] for group in result["by_currency"]}
    wanted = {currency: None if total is None else Decimal(total) for currency, total in outcome.totals.items()}
    seen = {currency: None if total is None else Decimal(str(total)) for currency, total in totals.items()}
    sources = document["sources"]
    merged = sum(source["duplicates"] for source in sources)
    ledger = sum(source["rows"] - source["kept"] - source["quarantined"] - source["duplicates"] for source in sources)
    if ledger != 0:
        return "rows are not kept + quarantined + duplicates"
    if (result["count"], seen, document["quarantine_total"], merged) != (outcome.count, wanted, outcome.apart, outcome.merged):
        return f"reads as {summary(document)}, {merged} merged\n  not: {outcome}"
    if outcome.noted and outcome.noted not in [note["code"] for note in document["notes"]]:
        return f"no note {outcome.noted} among {document['notes']}"
    if isinstance(outcome, ReadDates):
        read = tuple(row["close_date"] for row in result["rows"])
        if read != outcome.dates:
            return f"dates are {read}\n  not: {outcome.dates}"
    if isinstance(outcome, ReadStage):
        stage = {row["id"]: row["stage"] for row in result["rows"]}["D2"]
        if stage != outcome.stage:
            return f"the stage is {stage}, not {outcome.stage}"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--only", default="", help="cases with this in their theme or name")
    parser.add_argument("--keep", type=Path, help="a folder for the files of the cases that fail")
    arguments = parser.parse_args()
    program = arguments.program.resolve()
    cases = [case for theme in THEMES for case in theme() if arguments.only in f"{case.theme}: {case.name}"]
    with ThreadPoolExecutor(2) as pool:
        complaints = list(pool.map(lambda case: judged(case, program), cases))
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        for number, (case, complaint) in enumerate(zip(cases, complaints)):
            if complaint:
                (arguments.keep / f"{number}{case.suffix}").write_bytes(case.file)
    outcomes = {f"{case.theme}: {case.name}": complaint for case, complaint in zip(cases, complaints)}
    return reporting.finish(outcomes, "cases")


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Holds that every refusal of the program has a case in tests/errors that shows it in English and in Chinese.

The codes are read from the sources, where errors are made. Which case shows which code, the program itself says: each
case runs once more with AE_ERRORS=json, and the message under the code is looked up in what the case expects.
"""

import argparse
import json
import re
import shutil
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import reporting
import run_cases
import sandbox

CASES = sandbox.ROOT / "tests/errors"
STARTS = {"en": "error: ", "zh": "错误："}

# A code that no case can bring about, and why.
BEYOND_A_CASE = {
    "policy_missing_field": "the default policy, over which every other is laid, has every field",
    "file_changed": "takes someone who writes the file between its reading and its writing",
    "workbook_too_large": "takes more than 4 GiB of rows",
}

CODE = r'"([a-z][a-z0-9_]*)"'
# fail({"code", …}); Error error{"code", …}; field_error("code", …); table.error_at(row, "column", "code", …);
# row.error(DecisionColumn::kId, "code", …); needed("code", …)
MADE = [re.compile(pattern, re.DOTALL) for pattern in (
    r"\bfail\(\s*(?:Error)?\{\s*" + CODE,
    r"\bError\s+\w+\s*\{\s*" + CODE,
    r"\bfield_error\(\s*" + CODE,
    r"\berror\(\s*DecisionColumn::\w+,\s*" + CODE,
    r"\bneeded\(\s*" + CODE,
    r'\berror_at\(\s*\w+,\s*(?:"[^"]*"|\w+(?:\(\w*\))?),\s*' + CODE,
)]
# constexpr ErrorCodes kName{"code", "code"};
LISTED = re.compile(r"\bErrorCodes\s+\w+\{([^}]*)\}")
# A function that answers with an Error: its signature, and its body up to the brace that stands as far left.
FUNCTION = re.compile(r"^( *)(?:\[\[nodiscard\]\] )?(?:::ae::|ae::)?Error \w[^;{}]*\{\n(.*?)^\1\}", re.DOTALL | re.MULTILINE)
RETURNED = re.compile(r"\breturn\s*(?:Error)?\{\s*" + CODE)


def codes_in(source: str) -> set[str]:
    """The codes of the errors that a source file makes."""
    made = {code for pattern in MADE for code in pattern.findall(source)}
    made |= {code for codes in LISTED.findall(source) for code in re.findall(CODE, codes)}
    return made | {code for _, body in FUNCTION.findall(source) for code in RETURNED.findall(body)}


def codes_of_program() -> dict[str, str]:
    """Each code, and a file that makes it."""
    found = {}
    for file in sorted((sandbox.ROOT / "src").rglob("*")):
        if file.suffix in (".h", ".cc") and not file.stem.endswith("_test"):
            for code in codes_in(file.read_text()):
                found.setdefault(code, str(file.relative_to(sandbox.ROOT)))
    return found


def errors_in(text: str) -> list[dict]:
    """The errors among what a run says, as --errors json writes them."""
    errors = []
    for start in re.finditer(r'^\{\s*"error":', text, re.MULTILINE):
        errors.append(json.JSONDecoder().raw_decode(text, start.start())[0]["error"])
    return errors


def languages_of(message: str, expected: str) -> set[str]:
    """The languages in which a case expects the message; both stand in one, divided by " / "."""
    said = {language: [line.removeprefix(start) for line in expected.splitlines() if line.startswith(start)]
            for language, start in STARTS.items()}
    if any(f"{english} / {chinese}" == message for english in said["en"] for chinese in said["zh"]):
        return {"en", "zh"}
    return {language for language, lines in said.items() if message in lines}


def shown_by(case: Path, program: Path) -> list[tuple[str, set[str]]]:
    """The codes that a case brings about, each with the languages in which it shows them."""
    with sandbox.folder(run_cases.LINKS) as folder:
        shutil.copytree(case, folder, dirs_exist_ok=True)
        stdout, stderr, _ = sandbox.run("export AE_ERRORS=json\n" + (case / "cmd").read_text(), program, folder)
    expected = b"".join(run_cases.expected(case)[name] for name in ("stdout", "stderr")).decode("utf-8", "replace")
    said = (stdout + b"\n" + stderr).decode("utf-8", "replace").replace("\r\n", "\n")
    return [(error["code"], languages_of(error["message"], expected)) for error in errors_in(said)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=sandbox.ROOT / "build/release/ae")
    program = parser.parse_args().program.resolve()

    shown = defaultdict(set)
    with ThreadPoolExecutor(max_workers=2) as pool:
        for errors in pool.map(lambda case: shown_by(case, program), run_cases.find_cases([CASES])):
            for code, languages in errors:
                shown[code] |= languages
    outcomes = {}
    for code, file in codes_of_program().items():
        missing = [] if code in BEYOND_A_CASE else sorted(STARTS.keys() - shown[code])
        outcomes[code] = f"{file}: no case of tests/errors shows it in {', '.join(missing)}" if missing else ""
    for code in shown.keys() - outcomes.keys():
        outcomes[code] = "a case shows it, and codes_in() does not see where it is made"
    return reporting.finish(outcomes, "errors")


if __name__ == "__main__":
    sys.exit(main())

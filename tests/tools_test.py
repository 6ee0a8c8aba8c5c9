#!/usr/bin/env python3
"""Tests the tools that test the rest: each must find the fault that is put before it."""

import contextlib
import io
import os
import sys
import tempfile
import traceback
from pathlib import Path
from unittest import mock

import check_docs
import check_errors
import check_recipe
import check_site
import check_texts
import reporting
import run_cases
import sandbox

sys.path.insert(0, str(sandbox.ROOT / "tools"))
import check_layers
import count_tests

RULES = check_layers.read_rules((sandbox.ROOT / "tools/layers.txt").read_text())


FACTS = []


def fact(test):
    FACTS.append(test)
    return test


def layer_faults(file: str, code: str) -> list[tuple[int, str]]:
    return check_layers.violations(file, code, RULES)


@fact
def layers_allow_what_the_design_allows():
    assert not layer_faults("report/pipeline.h", '#include <vector>\n#include <fmt/format.h>\n#include "ae/table/chunk.h"\n')
    assert not layer_faults("config/toml.cc", "#include <toml++/toml.h>\n")
    assert not layer_faults("report/x_test.cc", "#include <gtest/gtest.h>\n")
    assert not layer_faults("cli/main.cc", "#include <unistd.h>\nint main() { exit(std::getchar()); }\n")


@fact
def layers_refuse_an_upward_include():
    assert [line for line, _ in layer_faults("table/chunk.h", '#pragma once\n#include "ae/report/fold.h"\n')] == [2]
    assert layer_faults("store/book.cc", '#include "ae/ingest/csv.h"\n')
    assert layer_faults("cli/main.cc", '#include "ae/table/chunk.h"\n')
    assert layer_faults("elsewhere/x.cc", "")


@fact
def layers_refuse_a_third_party_header_away_from_home():
    assert layer_faults("report/pipeline.cc", "#include <toml++/toml.h>\n")
    assert layer_faults("config/toml.h", "#include <toml++/toml.h>\n")
    assert layer_faults("base/text.cc", "#include <boost/any.hpp>\n")


@fact
def layers_refuse_clock_environment_and_output_below_app():
    assert layer_faults("report/pipeline.cc", "#include <iostream>\n")
    for code in ("auto now = std::chrono::system_clock::now();", 'std::getenv("TZ");', "std::exit(2);", 'printf("x");'):
        assert layer_faults("domain/stage.cc", code + "\n"), code
    assert not layer_faults("app/today.cc", "auto now = std::chrono::system_clock::now();\n")


@fact
def layers_look_at_code_only():
    assert not layer_faults("domain/stage.cc", '// never getenv()\n/* nor\nprintf( */ auto x = "exit(1)"; int million = 1\'000\'000;\n')
    assert layer_faults("domain/stage.cc", "int a = 1'000; exit(a); int b = 2'000;\n")


@contextlib.contextmanager
def a_case(files: dict[str, str]):
    with tempfile.TemporaryDirectory() as root:
        case = Path(root) / "group/case"
        case.mkdir(parents=True)
        for name, content in files.items():
            (case / name).write_text(content)
        yield case


def run_quietly(main, *arguments: str) -> tuple[int, str]:
    said = io.StringIO()
    without_report = {name: value for name, value in os.environ.items() if name != "GTEST_OUTPUT"}
    with mock.patch.object(sys, "argv", ["x", "--program", "/bin/true", *arguments]), \
            mock.patch.dict(os.environ, without_report, clear=True), \
            contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        return main(), said.getvalue()


def case_faults(files: dict[str, str]) -> bool:
    with a_case(files) as case:
        return run_quietly(run_cases.main, str(case))[0] != 0


@fact
def a_case_passes_when_all_three_agree():
    assert not case_faults({"cmd": "cat in.txt; echo bad >&2; exit 2\n", "in.txt": "hello\n",
                            "stdout": "hello\n", "stderr": "bad\n", "exit": "2\n"})
    assert not case_faults({"cmd": "true\n"})


@fact
def a_case_fails_when_one_differs():
    assert case_faults({"cmd": "echo hello\n"})
    assert case_faults({"cmd": "printf hello\n", "stdout": "hello\n"})
    assert case_faults({"cmd": "echo bad >&2\n"})
    assert case_faults({"cmd": "exit 1\n"})
    assert case_faults({"cmd": "true\n", "exit": "1\n"})
    assert case_faults({"stdout": "no command\n"})


@fact
def a_case_sees_no_local_settings():
    with mock.patch.dict(os.environ, {"AE_QUOTA": "1", "NO_COLOR": "1", "LC_ALL": "C"}):
        assert not case_faults({"cmd": "echo $AE_QUOTA$NO_COLOR$LC_ALL$LANG $TZ\n", "stdout": "C.UTF-8 UTC\n"})


@fact
def no_cases_is_a_failure():
    with tempfile.TemporaryDirectory() as root:
        code, said = run_quietly(run_cases.main, root)
    assert code == 1 and "no cases found" in said


@fact
def update_writes_what_is_printed():
    with a_case({"cmd": "echo new; exit 1\n", "stdout": "old\n", "stderr": "gone\n"}) as case:
        assert run_quietly(run_cases.main, str(case), "--update")[0] == 0
        assert (case / "stdout").read_text() == "new\n"
        assert (case / "exit").read_text() == "1\n"
        assert not (case / "stderr").exists()
        assert run_quietly(run_cases.main, str(case))[0] == 0


DOCUMENT = """\
```console
$ ae one
first
…

$ ae two \\
    --long
$ ls
```
```
$ ae not this
```
```sh
ae three   # exits 1
```
"""


@fact
def docs_commands_are_found_with_their_output():
    lines = DOCUMENT.splitlines()
    found = check_docs.find_commands(lines)
    assert [command.text for command in found] == ["ae one", "ae two --long", "ae three   # exits 1"]
    assert [lines[number] for number in found[0].output] == ["first", "…"]
    assert len(found[1].output) == 0
    assert found[2].output is None


@fact
def docs_tables_that_a_command_makes_are_found():
    lines = ["<!-- made by: ae one | two -->", "| old |", "<!-- end -->", "after"]
    found = check_docs.find_commands(lines)
    assert [(command.text, list(command.output)) for command in found] == [("ae one | two", [1])]


@fact
def docs_links_lead_somewhere():
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(sandbox, "ROOT", Path(folder)):
        page = Path(folder) / "page.md"
        page.write_text("# One, two\n[a](page.md#one-two) [b](page.md#three) [c](gone.md) [d](https://example.com/x)\n")
        assert list(check_docs.check_links(page).values()) == ["", "there is no such heading", "there is no such file"]


@fact
def recipe_lines_go_after_the_line_that_they_follow():
    assert check_recipe.insert_lines("\na\nb\n", " a\n+x\n+y\n", Path("f")) == "\na\nx\ny\nb\n"


@fact
def docs_output_is_cut_where_the_document_cuts_it():
    assert check_docs.shown("first\nsecond\nthird\n", ["first", "…"]) == ["first", "…"]
    assert check_docs.shown("first\n", ["old"]) == ["first"]


@fact
def counts_are_of_cases_and_a_crash_is_a_failure():
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder)
        (results / "ctest.xml").write_text(
            '<testsuite><testcase name="base" status="run"/><testcase name="doc" status="fail"/>'
            '<testcase name="layers" status="run"/><testcase name="cli" status="fail"/></testsuite>')
        (results / "base.xml").write_text(
            '<testsuites tests="5"><testsuite tests="5" failures="0" disabled="1" skipped="1" errors="0"/></testsuites>')
        (results / "doc.xml").write_text('<testsuites><testsuite tests="4" failures="0" errors="0"/></testsuites>')
        (results / "cli.xml").write_text('<testsuite tests="7" failures="2"/>')
        assert count_tests.count(results) == (3 + 4 + 1 + 5, 1 + 2)
        (results / "ctest.xml").write_text("<testsuite/>")
        assert count_tests.count(results) == (0, 1)


@fact
def errors_are_found_however_they_are_made():
    made = """
Error one_way(int line) {
  if (line > 0) return {"returned", Message{}};
  Error error{"named", Message{}};
  return error;
}

class Reader {
  Error of_a_class() const {
    return {"member", Text{"a", "b"}};
  }
};

Result<int> another_way() {
  if (x) return fail(table.error_at(row, "date", "of_a_row", Text{"a", "b"}));
  if (z) return fail(table.error_at(row, key(field), "of_a_field_of_a_row", Text{"a", "b"}));
  if (y) return fail(field_error("of_a_field", Text{"a", "b"}));
  return fail({"failed",
               Message{}});
}

doc::Section no_error() {
  return {"notes", Text{"Notes", "提示"}};
}
"""
    assert check_errors.codes_in(made) == {"returned", "named", "member", "of_a_row", "of_a_field_of_a_row", "of_a_field", "failed"}


@fact
def errors_count_in_the_languages_in_which_they_stand():
    assert check_errors.languages_of("It fails", "error: It fails\n  a.csv:1\n") == {"en"}
    assert check_errors.languages_of("出错", "error: It fails\n错误：出错\n") == {"zh"}
    assert check_errors.languages_of("It fails / 出错", "error: It fails\n错误：出错\n") == {"en", "zh"}
    assert check_errors.languages_of("Something else", "error: It fails\n") == set()
    assert [error["code"] for error in check_errors.errors_in('{\n "error": {"code": "a"}\n}\n{"error": {"code": "b"}}\n')] == ["a", "b"]


def outcome(test) -> str:
    try:
        test()
    except Exception:
        return traceback.format_exc()
    return ""


@fact
def texts_in_one_language_are_found():
    assert list(check_texts.faults('Text{"Coverage", "Coverage"}').values()) == ["the Chinese half is not Chinese: Coverage"]
    assert check_texts.faults('constexpr Text kNames[] = {{"new", "新建"}, {"same", "as it was"}};')
    assert check_texts.faults('static constexpr Text kTitle{"覆盖度", "覆盖度"};')
    assert check_texts.faults('Message::verbatim(fmt::format("{} deals", count))')
    assert check_texts.faults('message.with("state", "still open")')
    assert check_texts.faults('world.write_error("it did not work\\n");')


@fact
def texts_in_both_languages_and_names_are_no_fault():
    assert not check_texts.faults('Text{"Coverage of {name}", "{name} 的覆盖度"}')
    assert not check_texts.faults('Text{"MEDDIC", "MEDDIC"}; Text{"{a} of {b}", "{a} / {b}"}')
    assert not check_texts.faults('Text{"Run `ae hygiene`", "运行 `ae hygiene`"}')
    assert not check_texts.faults('Message::verbatim(fmt::format("{}: {}", place, row)).with("name", Text{"open", "未结"})')
    assert not check_texts.faults('message.with("state", name(state)).with("file", path)')


@fact
def site_links_that_lead_nowhere_are_found():
    def complaint(body: str, others: dict[str, str] = {}) -> str:
        pages = {name: check_site.Reader(text) for name, text in {"docs/a.html": body, **others}.items()}
        return next(iter(check_site.bad_links(pages, set(pages)).values()))

    other = {"b.html": '<h2 id="here">Here</h2>'}
    assert complaint('<a href="../b.html#here">b</a>', other) == ""
    assert complaint('<a href="b.html">b</a>', other) == "there is no docs/b.html"
    assert complaint('<a href="../b.html#there">b</a>', other) == "b.html has no place there"
    assert complaint('<a href="../../b.html">b</a>', other)
    assert complaint('<img src="https://example.com/a.png">') == "is loaded from elsewhere"
    assert complaint('<a href="https://example.com/">elsewhere</a>') == ""


@fact
def site_commands_are_taken_from_blocks_of_code():
    page = check_site.Reader("<pre><code>$ ae pipeline --data a.csv \\\n  --check\nShown\n</code></pre><p><code>ae help</code></p>")
    assert [command for block in page.blocks for command in check_site.commands_of(block)] == ["ae pipeline --data a.csv --check"]
    assert page.inline == ["ae help"]


if __name__ == "__main__":
    sys.exit(reporting.finish({test.__name__: outcome(test) for test in FACTS}, "tests"))

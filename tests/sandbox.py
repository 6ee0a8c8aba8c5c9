"""Where the golden cases and the documentation's commands run: the same on every machine.

A sandbox is a fresh temporary folder. Names in it that a command line mentions (examples/, data/) are links into the
checkout, so that the paths a program prints never depend on where the checkout lies.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 600  # more than any command needs, on a busy machine under a sanitizer too


def environment(program: Path, home: Path) -> dict[str, str]:
    """What a command sees of its surroundings: `ae` is the program under test; no AE_*, no NO_COLOR, no local settings."""
    kept = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    return kept | {
        "PATH": f"{program.parent}{os.pathsep}{os.defpath}",
        "HOME": str(home),
        "USER": "tester",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "DATA": "data",
        "EXAMPLES": "examples",
    }


@contextmanager
def folder(links: dict[str, Path]) -> Iterator[Path]:
    """A fresh folder with these links in it; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="ae-") as name:
        for link, target in links.items():
            if target.exists():
                (Path(name) / link).symlink_to(target)
        yield Path(name)


def run(command: str, program: Path, working_folder: Path, *, merge: bool = False) -> tuple[bytes, bytes, int]:
    """Runs a shell command line; returns standard output, standard error (empty when merged into it) and exit code."""
    with tempfile.TemporaryDirectory(prefix="ae-home-") as home:
        try:
            done = subprocess.run(
                ["/bin/sh", "-c", command], cwd=working_folder, env=environment(program, Path(home)),
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT if merge else subprocess.PIPE, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return b"", f"did not end within {SECONDS} seconds\n".encode(), 124
    return done.stdout, done.stderr or b"", done.returncode

"""The shape of the house, checked: floors, file sizes, who may print, what is imported when."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "clipper"
FILES = sorted(PACKAGE.rglob("*.py"))

# A file imports only from floors below its own, or from its own room.
FLOORS = {
    "hits": -1,
    "patterns": 0,
    "persons": -1,
    "records": 0,
    "errors": 0,
    "urls": 1,
    "text": 1,
    "acronyms": 1,
    "changes": 1,
    "fetch": 2,
    "extract": 2,
    "people": 2,
    "query": 2,
    "archive": 3,
    "clip": 4,
    "reextract": 5,
    "show": 6,
    "export": 2,
    "cli": 7,
}


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "clipper":
            parts = node.module.split(".")
            rooms |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            rooms |= {a.name.split(".")[1] for a in node.names if a.name.startswith("clipper.")}
    return rooms - {"__version__"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_imports_only_from_floors_below(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    for other in imported_rooms(path) - {room}:
        assert FLOORS[other] < FLOORS[room], (
            f"{room} (floor {FLOORS[room]}) imports {other} (floor {FLOORS[other]})"
        )


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_stays_short_enough_to_read(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 420


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_file_catches_everything(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"bare except in line {node.lineno}"
            names = {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)}
            assert "Exception" not in names, f"line {node.lineno}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_public_function_and_class_says_what_it_does(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module has no docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_command_line_knows_click_and_only_show_and_cli_know_rich(path: Path) -> None:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    if room_of(path) != "cli":
        assert "click" not in names
    if room_of(path) not in ("cli", "show"):
        assert "rich" not in names


HEAVY = ("requests", "trafilatura", "lxml", "sqlite_utils", "rich", "htmldate", "courlan", "urllib3")


@pytest.mark.parametrize(
    "command",
    [["--help"], ["search", "ISR"], ["search", "ISR", "--json"], ["list"], ["people"], ["path"]],
    ids=" ".join,
)
def test_commands_that_read_import_nothing_heavy(command: list[str], small_archive: Path) -> None:
    program = (
        "import sys; from clipper.cli import run; run(sys.argv[1:]); sys.stdout.flush();"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--db", str(small_archive), *command],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_importing_the_package_imports_no_room() -> None:
    program = "import clipper, sys; print([n for n in sys.modules if n.startswith('clipper.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_of_the_package_is_there() -> None:
    import clipper

    for name in clipper.__all__:
        assert getattr(clipper, name)
    with pytest.raises(AttributeError):
        clipper.nothing_of_the_kind  # noqa: B018

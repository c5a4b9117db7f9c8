"""`clipper add PAGE` in a fresh process -> what it costs beside trafilatura's extraction with metadata alone.

    python tests/benchmarks/add_speed.py [PAGE ...]

PAGE is a saved page, gzipped or not; without one the pages of samples/ are taken. Figures are CPU time (user and
system) of whole processes run in turns: once into a new archive, once into one that exists, each beside a
process that imports trafilatura and runs ``bare_extraction(with_metadata=True)`` on the same page.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from clipper.archive import Archive

ROUNDS = 15
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
REFERENCE = (
    "import sys, trafilatura; trafilatura.bare_extraction(open(sys.argv[1], 'rb').read(), with_metadata=True)"
)


def cost(command: Sequence[str]) -> float:
    """CPU seconds of a whole process."""
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(page: Path, folder: Path) -> None:
    """Print one page's figures."""
    program = str(Path(sys.executable).with_name("clipper"))
    plain = folder / "page.html"
    content = page.read_bytes()
    plain.write_bytes(gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content)
    spent: list[tuple[float, float, float]] = []
    for number in range(ROUNDS + 1):
        new, there = folder / f"new{number}.db", folder / f"there{number}.db"
        Archive(there, create=True).close()
        into = [program, "add", str(plain), "--db"]
        reference = cost([sys.executable, "-c", REFERENCE, str(plain)])
        spent.append((reference, cost([*into, str(new)]), cost([*into, str(there)])))
    base, new_one, into_one = (median(column) for column in zip(*spent[1:], strict=True))
    print(
        f"{base * 1000:6.0f} ms  new archive {new_one / base:4.2f} x  "
        f"existing archive {into_one / base:4.2f} x  {page.name}"
    )


def main() -> None:
    """Read the arguments and measure each page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="*", type=Path)
    given = parser.parse_args()
    for page in given.pages or sorted(SAMPLES.glob("*.html"))[:3]:
        with tempfile.TemporaryDirectory() as folder:
            measure(page, Path(folder))


if __name__ == "__main__":
    main()

"""N synthetic clippings -> how fast they are saved, and what searches cost beside `python -c pass`.

    python tests/benchmarks/search_speed.py [N] [--db FILE]

With --db the archive is kept and used again. Figures are CPU time (user and system) of whole processes, run
in turns; their ratios can be compared between machines, their milliseconds cannot.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time

from clipper.archive import Archive
from clipper.records import Article, Mention, Page, Person, Source

ROUNDS = 15
SYLLABLES = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vo", "wi", "za", "tri"]
SPICE = (  # what is searched, and the share of texts that hold it
    ("ISR", 0.02),
    ("intelligence, surveillance and reconnaissance", 0.01),
    ("radar", 0.15),
    ("defense", 0.6),
    ("Senkaku Islands", 0.005),
)
SEARCHES = (
    ["search", "ISR"],
    ["search", "defense"],
    ["search", "defense", "--person", "Person 3"],
    ["search", '"senkaku islands" -radar'],
    ["search", "radar", "--since", "2015", "--until", "2015"],
    ["search", "radar", "--sort", "date"],
    ["search", "person:Person since:2014"],
    ["--help"],
)


def words(count: int, chance: random.Random) -> list[str]:
    """A vocabulary of made-up words, the first ones short and, by Zipf's law, frequent."""
    return ["".join(chance.choices(SYLLABLES, k=1 + int(place**0.15))) for place in range(count)]


def articles(count: int) -> Iterator[tuple[Page, Article, list[Person]]]:
    """Articles of about 400 words by ten sites over ten years, with two to four people each."""
    chance = random.Random(1)
    vocabulary = words(30_000, chance)
    weights = [1 / (place + 5) for place in range(len(vocabulary))]
    first = date(2010, 1, 1)
    for number in range(count):
        told = chance.choices(vocabulary, weights, k=400)
        told += [text for text, share in SPICE if chance.random() < share]
        people = [f"Person {int(chance.paretovariate(0.7)) % 5000}" for _ in range(chance.randint(2, 4))]
        told += people
        chance.shuffle(told)
        text = "\n".join(" ".join(told[at : at + 60]) for at in range(0, len(told), 60))
        url = f"https://site{number % 10}.example/{number}"
        day = (first + timedelta(days=chance.randrange(3650))).isoformat()
        page = Page(url, url, datetime.now(UTC), 200, "text/html", None, (), text.encode())
        source = Source(f"site{number % 10}.example", f"Site {number % 10}")
        title = " ".join(chance.choices(vocabulary, weights, k=8)).capitalize()
        yield (
            page,
            Article(
                url, url, title, (), day, None, None, source, None, "en", None, None, None, None,
                text, "p" * (text.count("\n") + 1), (), (), (), {}, "1",
            ),
            [Person(name, "", False, False, (Mention(name, 0, len(name)),)) for name in sorted(set(people))],
        )  # fmt: skip


def fill(path: Path, count: int) -> None:
    """Save the articles that are not there yet, one transaction each."""
    with Archive(path) as archive:
        there = archive.count("")
        spent = 0.0
        for number, (page, article, people) in enumerate(articles(count)):
            if number >= there:
                begun = process_time()
                archive.save(page, article, people)
                spent += process_time() - begun
        status = archive.status()
        print(f"{status.clippings} clippings, {status.people} people, {status.size / 1e6:.0f} MB")
        if count > there:
            print(f"saved at {spent / (count - there) * 1000:.2f} ms of CPU each, one commit each")


def cost(command: Sequence[str], environment: dict[str, str]) -> float:
    """CPU seconds of a whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(path: Path) -> None:
    """Print what each search costs, as milliseconds and as a multiple of `python -c pass`."""
    program = str(Path(sys.executable).with_name("clipper"))
    environment = {**os.environ, "CLIPPER_DB": str(path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    commands = [[sys.executable, "-c", "pass"], *([program, *search] for search in SEARCHES)]
    spent: list[list[float]] = [[] for _ in commands]
    for command in commands:
        cost(command, environment)
    for _ in range(ROUNDS):
        for place, command in enumerate(commands):
            spent[place].append(cost(command, environment))
    base = median(spent[0])
    for command, seconds in zip(commands, spent, strict=True):
        shown = " ".join(Path(part).name if part in (program, sys.executable) else part for part in command)
        print(f"{median(seconds) * 1000:7.1f} ms  {median(seconds) / base:5.2f} x  {shown}")


def main() -> None:
    """Fill an archive and measure searches in it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    parser.add_argument("--db", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.db or Path(folder) / "clippings.db"
        fill(path, given.count)
        measure(path)


if __name__ == "__main__":
    main()

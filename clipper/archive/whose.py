"""The methods of an archive that are about people: who is named, as whom, and what the user says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.archive import searching
from clipper.archive.lookup import person_ids
from clipper.archive.opened import Opened
from clipper.archive.opening import translated, writing
from clipper.errors import NotFound, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from clipper.archive.decisions import Decision
    from clipper.archive.listing import PersonRow
    from clipper.archive.profiles import Candidate, Profile
    from clipper.query import Query
    from clipper.records import Clipping, Person


class WithPeople(Opened):
    """People of the archive. A person is given by the number in a PersonRow or by a name that means one."""

    def people(
        self, query: Query | str | None = None, *, limit: int | None = 50, offset: int = 0
    ) -> list[PersonRow]:
        """People named in the clippings of a query (in all without one), most named first."""
        from clipper.archive.listing import people_rows

        with translated(self.path):
            wanted = self._widened(query, exact=False)
            if wanted.is_everything:
                return people_rows(self._connection, "1", (), limit=limit, offset=offset)
            subquery, values = searching.selection(self._connection, wanted)
            condition = f"appearances.clipping IN ({subquery})"
            return people_rows(self._connection, condition, values, limit=limit, offset=offset)

    def person(self, name: str) -> list[PersonRow]:
        """People one of whose names holds all these words, in any order, without accents; most named first.

        Raises NotFound when there is none.
        """
        from clipper.archive.listing import people_rows

        with translated(self.path):
            people = person_ids(self._connection, name)
            condition = f"appearances.person IN ({', '.join(map(str, people))})"
            rows = people_rows(self._connection, condition, (), limit=None)
        if not rows:
            raise NotFound(f"No clipping names anyone called {name!r}; `clipper people` lists everybody.")
        return rows

    def one_person(self, who: int | str) -> PersonRow:
        """The one person of this number or name: of exactly this name, else of names with all these words.

        Raises NotFound when there is none, UsageError (kind ``several-people``) naming them when several fit.
        """
        with translated(self.path):
            rows = self._numbered(who) if isinstance(who, int) else self.person(who)
        from clipper.archive.words import folded

        exact = [row for row in rows if not isinstance(who, int) and folded(row.name) == folded(who)]
        if len(rows) > 1 and len(exact) != 1:
            several = ", ".join(
                f"{row.name} (number {row.id}, {row.clippings} clippings)" for row in rows[:9]
            )
            raise UsageError(f"{who!r} may be any of {len(rows)} people: {several}.", "several-people")
        return exact[0] if exact else rows[0]

    def _numbered(self, number: int) -> list[PersonRow]:
        from clipper.archive.listing import people_rows

        if 0 < number < 2**63:
            rows = people_rows(self._connection, "people.identity = ?", (number,), limit=1)
            if rows:
                return rows
        raise NotFound(f"There is no person with the number {number}; `clipper people --json` shows them.")

    def profile(self, who: int | str, *, limit: int = 10) -> Profile:
        """All about one person: names and reasons, titles over time, months, company, clippings."""
        from clipper.archive.profiles import profile

        with translated(self.path):
            return profile(self._connection, self.one_person(who), limit=limit)

    def candidates(self) -> list[Candidate]:
        """People known by one word only, with the people of full name whom it may mean."""
        from clipper.archive.profiles import candidates

        with translated(self.path):
            return candidates(self._connection)

    # The user's word

    def merge_people(self, kept: int | str, other: int | str) -> int:
        """Say that two people are one, called as ``kept`` is; returns the number of the decision."""
        from clipper.archive import decisions

        first, second = self.one_person(kept), self.one_person(other)
        with writing(self._connection, self.path) as connection:
            return decisions.merge(connection, first.id, second.id)

    def split_person(self, who: int | str, clippings: Sequence[int]) -> int:
        """Say that some clippings name somebody else of the same name; returns the decision."""
        from clipper.archive import decisions

        person = self.one_person(who)
        with writing(self._connection, self.path) as connection:
            return decisions.split(connection, person.id, clippings)

    def rename_person(self, who: int | str, name: str) -> int:
        """Call a person by another name; the old ones stay as aliases. Returns the decision."""
        from clipper.archive import decisions

        person = self.one_person(who)
        with writing(self._connection, self.path) as connection:
            return decisions.rename(connection, person.id, name)

    def add_alias(self, who: int | str, name: str) -> int:
        """Let a name mean this person, in clippings that come too; returns the decision."""
        from clipper.archive import decisions

        person = self.one_person(who)
        with writing(self._connection, self.path) as connection:
            return decisions.add_name(connection, person.id, name)

    def remove_alias(self, who: int | str, name: str) -> int:
        """Say that a name is not this person's: who bears it becomes somebody else. Returns the decision."""
        from clipper.archive import decisions

        person = self.one_person(who)
        with writing(self._connection, self.path) as connection:
            return decisions.remove_name(connection, person.id, name)

    def not_a_person(self, name: str) -> int:
        """Say that a name means no person (a ship, a firm), now and later; returns the decision."""
        from clipper.archive import decisions

        with writing(self._connection, self.path) as connection:
            return decisions.not_a_person(connection, name)

    def decisions(self) -> list[Decision]:
        """Everything the user said about people, oldest first."""
        from clipper.archive import decisions

        with translated(self.path):
            return decisions.decisions(self._connection)

    def undo(self, decision: int | None = None) -> Decision:
        """Take back a decision, the last one that stands if none is named. Raises NotFound."""
        from clipper.archive import decisions

        with writing(self._connection, self.path) as connection:
            return decisions.undo(connection, decision)

    def rebuild_people(self, find: Callable[[Clipping], Sequence[Person]]) -> Iterator[int]:
        """Find the people of all clippings again; yields the id of each clipping done, after its commit.

        Nothing happens until the iterator is read. What the user decided is kept.
        """
        from clipper.archive.rebuilding import rebuild

        with translated(self.path):
            yield from rebuild(self._connection, self.path, find)

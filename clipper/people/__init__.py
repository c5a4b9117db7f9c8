"""text -> people: who is named, as whom and where; pure, offline, nothing heavy imported."""

from clipper.people.find import find_people

__all__ = ["find_people"]

"""Lines -> clean lines: boilerplate cut by whole lines, every cut with the rule that made it."""

from __future__ import annotations

from clipper.extract.cleaner.clean import Cleaned, Line, clean
from clipper.extract.cleaner.times import read_time

__all__ = ["Cleaned", "Line", "clean", "read_time"]

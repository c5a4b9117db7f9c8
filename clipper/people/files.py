"""The files shipped beside the code: what is in them, and hashes as they stand there.

Without pathlib, whose import takes 4 ms of the 40 in which the people of a first page are found.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from os.path import dirname, join

_HERE = dirname(__file__)


def contents(folder: str, name: str) -> bytes:
    """The bytes of a file in one of the folders beside this module (OSError if it is missing)."""
    with open(join(_HERE, folder, name), "rb") as file:
        return file.read()


def packed(numbers: Iterable[int], size: str = "I") -> bytes:
    """Whole numbers below 2**32 as they come, four bytes each, the lowest first; with "H", those below 2**16
    in two bytes."""
    found = array(size, numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def unpacked(data: bytes, size: str = "I") -> array[int]:
    """The numbers that `packed` wrote."""
    numbers = array(size, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers

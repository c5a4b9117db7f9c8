"""The files shipped beside the code: what is in them.

Without pathlib, whose import takes 4 ms of the 40 in which the people of a first page are found.
"""

from __future__ import annotations

from os.path import dirname, join

_HERE = dirname(__file__)


def contents(folder: str, name: str) -> bytes:
    """The bytes of a file in one of the folders beside this module (OSError if it is missing)."""
    with open(join(_HERE, folder, name), "rb") as file:
        return file.read()

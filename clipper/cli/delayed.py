"""Delay the import of ``inspect`` until something of it is needed, because a quick answer cannot afford it.

click and dataclasses import it and use little of it; with what it drags in (ast, dis, tokenize ...) it is a
quarter of the start-up of a command that answers in 40 ms. importlib's LazyLoader does not help: a second
``import inspect`` already loads it, because the import statement reads ``__spec__``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def delay_inspect() -> None:
    """Put a stand-in for ``inspect`` that becomes the module on first use; nothing if it is there already.

    ``cleandoc``, which click calls for the help of every option, works without the module.
    """
    if "inspect" in sys.modules:
        return
    stand_in = ModuleType("inspect")

    def load(attribute: str) -> Any:
        if sys.modules.get("inspect") is stand_in:
            del sys.modules["inspect"]
        module = import_module("inspect")
        stand_in.__dict__.update(module.__dict__)
        return getattr(module, attribute)

    stand_in.__dict__.update(cleandoc=cleandoc, __getattr__=load)
    sys.modules["inspect"] = stand_in


def cleandoc(doc: str) -> str:
    """As ``inspect.cleandoc``: tabs expanded, common indentation and blank lines at both ends taken off."""
    lines = doc.expandtabs().split("\n")
    indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    margin = min(indents, default=0)
    lines = [lines[0].lstrip(), *(line[margin:] for line in lines[1:])]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)

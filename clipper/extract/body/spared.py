"""trafilatura, imported without what only its downloads, its metadata and its fallbacks need.

More than half of ``import trafilatura`` goes to urllib3, courlan, htmldate, justext and charset_normalizer,
which the one call of `backbone` never reaches. While it is imported, stand-ins take their places; each name
taken from a stand-in is a class that becomes the real thing when it is called or asked about, so whoever uses
trafilatura's other functions in the same process finds them whole.
"""

from __future__ import annotations

import sys
import threading
from importlib import import_module
from types import ModuleType
from typing import Any

_SPARED = (
    "trafilatura.downloads",
    "charset_normalizer",
    "courlan",
    "htmldate",
    "justext",
    "justext.core",
    "justext.utils",
    "urllib3",
    "urllib3.response",
)


class _Later(type):
    """The class of a name whose module is imported when it is first used: function or class alike."""

    module: str

    def __call__(cls, *given: Any, **named: Any) -> Any:
        return cls._real()(*given, **named)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(cls._real(), name)

    def __instancecheck__(cls, instance: Any) -> bool:
        # Nothing can be an instance of a class whose module was never imported.
        return cls.module in sys.modules and isinstance(instance, cls._real())

    def _real(cls) -> Any:
        return getattr(import_module(cls.module), cls.__name__)


def _stand_in(name: str) -> ModuleType:
    """A module of which any name can be imported."""
    module = ModuleType(name)

    def later(attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return _Later(attribute, (), {"module": name})

    module.__dict__["__getattr__"] = later
    return module


def trafilatura() -> ModuleType:
    """The module, imported on the first call."""
    if "trafilatura" in sys.modules or threading.active_count() > 1:
        # Another thread could take hold of a stand-in.
        return import_module("trafilatura")
    placed = {name: _stand_in(name) for name in _SPARED if name.partition(".")[0] not in sys.modules}
    sys.modules.update(placed)
    try:
        return import_module("trafilatura")
    except (ImportError, TypeError, AttributeError):
        # A version that does more with them while it is imported: once again, with everything.
        for name in [name for name in sys.modules if name.partition(".")[0] == "trafilatura"]:
            del sys.modules[name]
    finally:
        for name in placed:
            sys.modules.pop(name, None)
    return import_module("trafilatura")

"""An archive of its own for each test of the archive room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive in the test's own folder."""
    with Archive(tmp_path / "clippings.db") as opened:
        yield opened

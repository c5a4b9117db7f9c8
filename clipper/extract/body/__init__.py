"""Document -> Body: the lines of a page that are its story, by evidence from several views of one tree."""

from __future__ import annotations

from clipper.extract.body.find import Block, Body, find_body

__all__ = ["Block", "Body", "find_body"]

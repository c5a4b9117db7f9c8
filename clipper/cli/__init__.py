"""The command line: read arguments, call a room, print. Here is the one door through which failures leave."""

from __future__ import annotations

import errno
import os
import sys

from clipper.cli.delayed import delay_inspect
from clipper.errors import ClipperError

delay_inspect()

# What a write to standard output may fail with: the disk behind it is full, over quota or broken.
UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    open_closed()
    prepare_output()
    code = run(args)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        hush()
    except OSError as error:
        hush()
        code = code or unwritten(error)
    sys.exit(code)


def run(args: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code. Only here do failures become sentences on standard error."""
    given = list(sys.argv[1:] if args is None else args)
    try:
        return dispatched(given)
    except ClipperError as error:
        sys.stderr.write(f"clipper: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("clipper: interrupted; what was reported as done is kept.\n")
        return 130
    except BrokenPipeError:
        hush()
        return 0
    except OSError as error:
        if error.filename is not None or error.errno not in UNWRITABLE:
            raise
        hush()
        return unwritten(error)


def unwritten(error: OSError) -> int:
    """Say that standard output takes no more; returns the exit code."""
    sys.stderr.write(f"clipper: The results cannot be written: {error.strerror}.\n")
    return 1


def dispatched(args: list[str]) -> int:
    """Answer a plain search or add at once; leave everything else to the command-line library."""
    from clipper.cli.quick import plain_add, plain_search

    asked = plain_search(args)
    if asked is not None:
        from clipper.cli.answers import answer

        return answer(asked)
    plain = plain_add(args)
    if plain is not None:
        from clipper.cli.adding import add_inputs

        return add_inputs(**plain)  # type: ignore[arg-type]
    from clipper.cli.commands import invoke

    return invoke(args)


def open_closed() -> None:
    """Give closed standard streams a place: Python has None for them, and the archive must not become one."""
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)  # and stays None: what needs it says that it is closed
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def prepare_output() -> None:
    """Make standard output UTF-8 in a pipe, and never let a character the terminal lacks end a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def hush() -> None:
    """Let standard output lead nowhere, because its reader is gone and Python would complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

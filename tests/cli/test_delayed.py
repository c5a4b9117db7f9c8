"""Start-up without `inspect`: the stand-in behaves as the module it stands for."""

from __future__ import annotations

import inspect
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from clipper.cli.delayed import cleandoc


@given(st.text(st.sampled_from(" \t\nab¶\f")))
def test_cleandoc_does_what_the_standard_library_does(doc: str) -> None:
    assert cleandoc(doc) == inspect.cleandoc(doc)


def test_a_command_leaves_inspect_alone_and_the_stand_in_becomes_it_on_use() -> None:
    program = (
        "import sys; from clipper.cli import run; run(['path']); assert 'dis' not in sys.modules;"
        "import inspect; assert inspect.isfunction(inspect.getdoc); assert 'dis' in sys.modules;"
        "import inspect as again; assert again.signature(len).parameters"
    )
    subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.DEVNULL)

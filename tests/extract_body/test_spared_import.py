"""trafilatura is imported without its downloader and date searcher, and stays whole for whoever wants them."""

from __future__ import annotations

import subprocess
import sys

import pytest

PAGE = (
    "<html><head><title>Radar</title><meta name='date' content='2013-09-27'></head><body><article>"
    + "".join(
        f"<p>The ministry said on day {k} that the radar at Yonaguni would be built.</p>" for k in range(9)
    )
    + "</article></body></html>"
)
SPARED = ("urllib3", "courlan", "htmldate", "justext", "charset_normalizer", "tld", "dateutil", "babel")


def run(program: str) -> str:
    """What a fresh process prints."""
    done = subprocess.run(
        [sys.executable, "-c", f"PAGE = {PAGE!r}\n{program}"], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


TEXT = """
from lxml import html
from clipper.extract.body.backbone import backbone
import sys
print(len(backbone(html.fromstring(PAGE))), [name for name in %r if name in sys.modules])
"""


def test_the_lines_of_a_page_need_neither_downloader_nor_date_searcher() -> None:
    assert run(TEXT % (SPARED,)) == "9 []"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("trafilatura.bare_extraction(PAGE, with_metadata=True).date", "2013-09-27"),
        ("'Yonaguni' in trafilatura.extract(PAGE.encode(), fast=False, url='https://e.org/a')", "True"),
        ("trafilatura.fetch_url('http://127.0.0.1:9/')", "None"),
        ("trafilatura.downloads.USER_AGENT[:11]", "trafilatura"),
    ],
)
def test_the_rest_of_trafilatura_works_in_the_same_process(call: str, said: str) -> None:
    program = TEXT % (SPARED,) + f"import trafilatura, trafilatura.downloads\nprint({call})"
    assert run(program).splitlines()[-1] == said


def test_a_later_import_of_a_spared_module_finds_the_module() -> None:
    program = TEXT % (SPARED,) + "import urllib3, htmldate\nprint(urllib3.PoolManager, htmldate.find_date)"
    assert run(program).splitlines()[-1].startswith("<class 'urllib3.poolmanager.PoolManager'>")


def test_a_version_that_needs_a_spared_module_at_once_gets_it() -> None:
    program = """
import sys
from clipper.extract.body import spared
spared._SPARED += ("trafilatura.settings",)
print(spared.trafilatura().bare_extraction(PAGE, with_metadata=True).title)
"""
    assert run(program) == "Radar"


def test_with_another_thread_running_nothing_stands_in() -> None:
    program = """
import sys, threading, time
from clipper.extract.body import spared
threading.Thread(target=time.sleep, args=(1,), daemon=True).start()
print(spared.trafilatura().__name__, type(sys.modules["trafilatura"].fetch_url).__name__)
"""
    assert run(program) == "trafilatura function"

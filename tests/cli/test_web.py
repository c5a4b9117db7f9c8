"""`clipper add URL` against a real server on loopback: what is stored, what is refused, and how it is told."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import SAMPLES, story

Run = Callable[..., tuple[int, str, str]]

CONSENT = """<html><head><title>Before you continue</title></head><body><div id="consent"><h1>We value your privacy</h1>
<p>We and our 842 partners store and access information on a device, such as cookies, and process personal data.</p>
<button>Accept all</button><button>Reject all</button><button>Manage options</button></div></body></html>"""
MISSING = """<html><head><title>Page not found | Coast Paper</title></head><body><h1>Page not found</h1>
<p>Sorry, the page you are looking for does not exist.</p></body></html>"""
SHELL = """<html><head><title>Coast Paper</title></head><body><div id="root"></div>
<noscript>You need to enable JavaScript to run this app.</noscript><script src="/app.js"></script></body></html>"""
CHALLENGE = """<html><head><title>Just a moment...</title></head><body><p>Enable JavaScript and cookies to continue</p>
<script>window._cf_chl_opt={cvId:'3'};</script></body></html>"""


class Web(BaseHTTPRequestHandler):
    """A small web: stories, refusals, redirects."""

    def do_GET(self) -> None:
        path = self.path.split("?")[0].strip("/")
        pages = {"consent": CONSENT, "missing": MISSING, "shell": SHELL, "challenge": CHALLENGE}
        if path.startswith("story-"):
            self.answer(200, story(int(path.removeprefix("story-"))))
        elif path == "wordpress":
            self.answer(200, (SAMPLES / "wordpress-guidelines.html").read_text(encoding="utf-8"))
        elif path == "old-address":
            self.answer(301, "", Location="/story-1")
        elif path in pages:
            self.answer(200, pages[path])
        elif path == "busy":
            self.answer(429, "", **{"Retry-After": "3600"})
        elif path == "picture":
            self.answer(200, "\x89PNG", **{"Content-Type": "image/png"})
        elif path.isdigit():
            self.answer(int(path), "<p>no</p>")
        else:
            self.answer(404, "")

    def answer(self, status: int, body: str, **headers: str) -> None:
        data = body.encode()
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    """The address of the small web."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Web)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address_is_fetched_kept_and_found(run: Run, web: str) -> None:
    code, out, err = run("add", f"{web}/wordpress")
    assert (code, err) == (0, "")
    assert out.startswith("added 1")
    shown = json.loads(run("show", "1", "--json")[1])
    assert shown["url"] == f"{web}/wordpress"
    assert shown["canonical_url"].startswith("https://pacificsecurity.example/")
    assert json.loads(run("search", "ISR", "--json")[1])[0]["id"] == 1


def test_one_story_under_three_addresses_is_one_clipping(run: Run, web: str, tmp_path: Path) -> None:
    first = run("add", f"{web}/old-address", "--nl")[1]
    second = run("add", f"{web}/story-1/?utm_source=mail#top", "--nl")[1]
    third = run("add", "https://coast1.example/harbor-1", "--nl")[1]
    assert [json.loads(line)["status"] for line in (first, second, third)] == ["added", "exists", "exists"]
    with sqlite3.connect(tmp_path / "clippings.db") as connection:
        roles = {row[0] for row in connection.execute("SELECT role FROM addresses")}
    assert roles == {"given", "final", "canonical"}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("consent", "consent-wall"),
        ("missing", "soft-404"),
        ("shell", "script-shell"),
        ("challenge", "challenge"),
        ("401", "http-401"),
        ("403", "http-403"),
        ("404", "http-404"),
        ("410", "http-410"),
        ("picture", "not-a-page"),
    ],
)
def test_what_is_no_article_is_refused_with_its_kind_and_never_stored(
    run: Run, web: str, tmp_path: Path, path: str, kind: str
) -> None:
    code, out, err = run("add", f"{web}/{path}", "--nl")
    outcome = json.loads(out)
    assert code == 1
    assert (outcome["status"], outcome["error"]["kind"]) == ("failed", kind)
    assert outcome["error"]["message"].endswith((".", "`"))
    assert outcome["error"]["message"] in err
    with sqlite3.connect(tmp_path / "clippings.db") as connection:
        assert connection.execute("SELECT count(*) FROM clippings, pages").fetchone()[0] == 0


def test_a_host_that_asks_to_wait_means_try_again_later(run: Run, web: str) -> None:
    code, out, _ = run("add", f"{web}/busy", "--nl")
    assert code == 75
    assert json.loads(out)["error"]["kind"] == "http-429"


def test_failures_among_addresses_are_told_and_the_rest_is_stored(run: Run, web: str) -> None:
    other = web.replace("127.0.0.1", "localhost")
    code, out, err = run("add", f"{web}/404", f"{other}/story-2", "--nl")
    told = {outcome["input"]: outcome["status"] for outcome in map(json.loads, out.splitlines())}
    assert code == 3
    assert told == {f"{web}/404": "failed", f"{other}/story-2": "added"}
    assert f"{web}/404" in err


def test_extract_takes_addresses_in_their_order(run: Run, web: str) -> None:
    other = web.replace("127.0.0.1", "localhost")
    code, out, _ = run("extract", "--json", f"{web}/story-3", f"{other}/404", f"{other}/story-4")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 3
    assert [line["input"] for line in lines] == [f"{web}/story-3", f"{other}/404", f"{other}/story-4"]
    assert lines[1]["error"]["kind"] == "http-404"
    assert lines[2]["title"] == "Harbor 4 gets its radar"


def test_a_password_in_an_address_opens_the_page_and_is_not_kept(run: Run, web: str, tmp_path: Path) -> None:
    address = web.replace("http://", "http://reader:secret@") + "/story-3"
    code, out, _ = run("add", "--nl", address)
    assert code == 0
    assert json.loads(out)["input"] == address
    assert "secret" not in run("show", "1", "--json")[1] + run("export", "--csv")[1]
    with sqlite3.connect(tmp_path / "clippings.db") as connection:
        assert "secret" not in "\n".join(connection.iterdump())


@pytest.mark.parametrize("around", ["\ufeff{}", "\u200b{}", " {} "])
def test_what_copying_leaves_around_an_address_does_no_harm(run: Run, web: str, around: str) -> None:
    assert run("add", "--nl", around.format(f"{web}/story-4"))[0] == 0


@pytest.mark.parametrize("given", ["ftp://coast.example/a", "http://[::1/a", "http:///a", "", " "])
def test_what_is_neither_address_nor_file_is_told_so(run: Run, given: str) -> None:
    code, out, _ = run("add", "--nl", given)
    assert code == 1
    assert json.loads(out)["error"]["kind"] == "bad-address"


def test_a_fetched_address_is_told_while_the_list_is_still_being_written(web: str, tmp_path: Path) -> None:
    adding = subprocess.Popen(
        [sys.executable, "-m", "clipper", "--db", str(tmp_path / "a.db"), "add", "--nl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert adding.stdin
    assert adding.stdout
    for number in (5, 6):
        adding.stdin.write(f"{web}/story-{number}\n")
        adding.stdin.flush()
        assert json.loads(adding.stdout.readline())["input"].endswith(f"story-{number}")
    adding.stdin.close()
    assert adding.wait(20) == 0
    adding.stdout.close()

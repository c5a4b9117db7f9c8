"""All measuring pages through `clipper add`, served on loopback under their real paths: what became of each.

    python tests/benchmarks/pages_over_http.py [--shared FOLDER]

Each publisher is a host of its own (127.0.0.2, 127.0.0.3 ...): hosts are asked in parallel, each of them
politely. Prints how many pages were stored, how many refused by which kind, and what needs a look.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

SHARED = Path(os.environ.get("CLIPPER_SHARED", Path(__file__).resolve().parents[3] / "shared"))


def main() -> None:
    """Serve, add, count."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=SHARED)
    pages = parser.parse_args().shared / "data" / "pages"
    truths = [json.loads(line) for line in (pages / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    served: dict[tuple[str, str], Path] = {}
    addresses = []
    hosts = {
        name: f"127.0.0.{number}" for number, name in enumerate(sorted({t["publisher"] for t in truths}), 2)
    }
    server = serve(served)
    for truth in truths:
        real = urlsplit(truth["url"])
        path = (real.path or "/") + (f"?{real.query}" if real.query else "")
        host = f"{hosts[truth['publisher']]}:{server.server_port}"
        served[host, path] = pages / "html" / truth["file"]
        addresses.append(f"http://{host}{path}")
    report(run(addresses), len(truths))
    server.shutdown()


def serve(served: dict[tuple[str, str], Path]) -> ThreadingHTTPServer:
    """A server on all loopback addresses that answers with the page of a host and path."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = served.get((self.headers["Host"], self.path))
            if page is None:
                self.send_error(404)
                return
            body = gzip.decompress(page.read_bytes())
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("0.0.0.0", 0), Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def run(addresses: list[str]) -> tuple[list[dict[str, object]], str, int, float]:
    """One `clipper add -` over all addresses: outcomes, errors, exit code, seconds."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "clipper", "--db", f"{folder}/pages.db", "add", "-", "--nl"]
        started = time.monotonic()
        done = subprocess.run(
            command, input="\n".join(addresses), capture_output=True, text=True, check=False
        )
        outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    return outcomes, done.stderr, done.returncode, time.monotonic() - started


def report(result: tuple[list[dict[str, object]], str, int, float], asked: int) -> None:
    """Print the counts and every refusal."""
    outcomes, errors, code, seconds = result
    statuses = Counter(str(outcome["status"]) for outcome in outcomes)
    print(
        f"{len(outcomes)} outcomes for {asked} pages in {seconds:.0f} s, exit code {code}: {dict(statuses)}"
    )
    print(f"tracebacks: {errors.count('Traceback')}")
    for outcome in outcomes:
        if outcome["status"] != "added":
            print(json.dumps(outcome, ensure_ascii=False)[:300])


if __name__ == "__main__":
    main()

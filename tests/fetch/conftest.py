"""Web sites on loopback for the tests of the fetch room."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback_site import OTHER_PEM, PEM, Site


def _serving(site: Site) -> Iterator[Site]:
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield site
    site.shutdown()
    site.server_close()
    thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    yield from _serving(Site())


@pytest.fixture
def other_site() -> Iterator[Site]:
    yield from _serving(Site())


def _secured(pem: Path) -> Site:
    secure = Site()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
    secure.scheme = "https"
    return secure


@pytest.fixture
def tls_site() -> Iterator[Site]:
    yield from _serving(_secured(PEM))


@pytest.fixture
def misnamed_site() -> Iterator[Site]:
    yield from _serving(_secured(OTHER_PEM))

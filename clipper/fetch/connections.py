"""host -> connection that obeys the deadline of its fetch and leads to no private address by a detour.

The address that is checked is the one connected to, so that a name which answers differently the second
time (DNS rebinding) gains nothing. Imports urllib3 and requests: import this where it is used.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util.connection import create_connection

from clipper.fetch.deadline import Deadline
from clipper.fetch.refusals import refusal


@dataclass(slots=True)
class Hop:
    """One request on the way of a fetch: what it may reach, and (``peer``) the address that it reached."""

    host: str
    deadline: Deadline
    connect: float
    read: float
    guarded: bool
    peer: str = ""


current_hop: ContextVar[Hop] = ContextVar("current_hop")


def is_private(address: str) -> bool:
    """Whether a numeric address is one that the open internet cannot reach; False for a name."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _carried(found) if isinstance(found, ipaddress.IPv6Address) else None
    found = inner or found
    return not found.is_global or found.is_multicast


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for (mapped, 6to4, NAT64)."""
    if address in ipaddress.IPv6Network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def names_private(host: str) -> bool:
    """Whether a host is private by its name alone, without looking it up."""
    return is_private(host) or host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


class _Watched(HTTPConnection):
    """What both kinds of connection share; mixed in before urllib3's own class."""

    peer = ""

    def _new_conn(self) -> socket.socket:
        hop = current_hop.get()
        sock = self._connected(hop)
        hop.deadline.watch(sock)
        return sock

    def _connected(self, hop: Hop) -> socket.socket:
        """Try each address of the host in turn."""
        failure: OSError = OSError("no address")
        for address in self._addresses(hop):
            self.peer = address
            self._refuse_private(hop)
            try:
                within = max(0.001, min(hop.connect, hop.deadline.remaining()))
                return create_connection((address, self.port), within, None, self.socket_options)
            except OSError as error:
                failure = error
        raise self._failed(hop, failure) from failure

    def _addresses(self, hop: Hop) -> list[str]:
        try:
            return _looked_up(self._dns_host, self.port, hop)
        except OSError as error:
            if self.proxy is not None:
                raise refusal("proxy", hop.host, f"no host named {self._dns_host}") from error
            raise refusal("dns", hop.host) from error

    def _failed(self, hop: Hop, failure: OSError) -> Exception:
        what = failure.strerror or str(failure)
        if self.proxy is not None:
            return refusal("proxy", hop.host, f"{self._dns_host}: {what}")
        if isinstance(failure, ConnectionRefusedError):
            return refusal("refused", hop.host)
        if isinstance(failure, TimeoutError):
            return refusal("time-out", hop.host, f"{min(hop.connect, hop.deadline.seconds):g}")
        return refusal("unreachable", hop.host, what)

    def _refuse_private(self, hop: Hop) -> None:
        if hop.guarded and self.proxy is None and is_private(self.peer):
            raise refusal("private-redirect", "The site", hop.host)

    def request(self, *args: Any, **kwargs: Any) -> None:
        """Send a request; a connection kept from an earlier fetch is watched and checked like a new one."""
        hop = current_hop.get()
        if self.sock is not None:
            self._refuse_private(hop)
            hop.deadline.watch(self.sock)
        super().request(*args, **kwargs)
        hop.peer = "" if self.proxy is not None else self.peer


class _WatchedTLS(_Watched, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _TLSPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTLS


class WatchedAdapter(HTTPAdapter):
    """requests' adapter over watched connections, direct or through an HTTP proxy.

    A SOCKS proxy opens its own: there the time-outs for connecting and reading hold, not the deadline.
    """

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _TLSPool}

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **kwargs)
        if not proxy.lower().startswith("socks"):
            manager.pool_classes_by_scheme = {"http": _Pool, "https": _TLSPool}
        return manager


def _looked_up(host: str, port: int, hop: Hop) -> list[str]:
    """The numeric addresses of a host, IPv4 and IPv6 in the system's order.

    The system's look-up cannot be interrupted, so it runs beside and is left behind when it takes too long.
    """
    host = host.strip("[]")
    found: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()
    threading.Thread(target=_look_up, args=(host, port, found), daemon=True).start()
    try:
        answer = found.get(timeout=hop.deadline.remaining())
    except queue.Empty:
        raise refusal("time-out", hop.host, f"{hop.deadline.seconds:g}") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def _look_up(host: str, port: int, found: queue.SimpleQueue[list[str] | OSError]) -> None:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError:  # a label that IDNA does not allow
        found.put(OSError("no host name"))
    except OSError as error:
        found.put(error)
    else:
        found.put(list(dict.fromkeys(str(row[4][0]) for row in rows)))

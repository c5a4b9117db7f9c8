"""address -> normalised key, registered domain, absolute address; pure, and raises on no text whatever.

The key decides whether a story is already in the archive, so the two mistakes are not alike: two keys for
one story store it twice, which a reader sees; one key for two stories loses the second, which nobody sees.
Where a parameter may name the story it is kept. courlan's ``clean_url`` is not used for that reason: it
drops parameters without a value (``view.asp?1234``) and those called ``cid``, ``uid`` or ``references``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urljoin, urlsplit

_SCHEMES = ("http", "https")
_SPACE_AND_CONTROLS = "".join(map(chr, range(0x21))) + "\x7f\ufeff\u200b\u00a0"

# Patterns are compiled by `re` when first used: a search that needs no key does not wait for them.

# Parameters that only say where the reader came from.
_TRACKER = r"""(?x)
    (?: utm[_-] | pk_ | mtm_ | piwik_ | matomo_ | itm_ | vero_ | hsa_ | guce_ | at_ | ns_ | wt[._] | stm_
      | ga_ | elq | sp(?:job|mailing|user|report)id | oly_ | __hs | _hs | fb_ ).*
    | sc_(?: campaign | channel | content | country | geo | l?lid | medium | outcome | src | uid )
    | spm | smid | smtyp | smprod | soc_src | soc_trk | gclsrc | msclkid | gbraid | wbraid | igshid?
    | (?: fb | g | d | y | ys | tw | tt )clid | mc_[ce]id | mkt_tok | _g[al] | _openstat
    | hsctatracking | wickedid | s_cid | ncid | cmpid | icid | itid | intcmp | xtor
    | ocid | cvid | taid | ftag | guccounter | tsrc | sr_share | trk | trkcampaign | action_object_map
    | _branch_match_id | cn-reloaded | pwapi_token | no_?redirect | ref_src | ref_url | reflink | mbid
    | replytocom | doing_wp_cron | shared? | phpsessid | jsessionid | aspsessionid
    """
# Usually a tracker, but some publishing systems keep the story's number in it: kept when it holds one.
_WEAK_TRACKER = "ref|referr?er|source|src|from|feature|cmp|via|partner|emc"
_VARIANTS = {
    "amp": {"", "1", "true"},
    "outputtype": {"amp", "amp-type", "print"},
    "print": {"", "1", "true", "yes", "y"},
    "printable": {"", "1", "true", "yes"},
    "printerfriendly": {"", "1", "true", "yes"},
    "view": {"print", "amp", "mobile"},
    "mode": {"print", "amp"},
    "format": {"amp", "print"},
    "m": {"", "0", "1", "mobile"},
    "nb": {"1"},
}
# A host, and the start of its path, that only carry another address, and the parameters it may be in.
_WRAPPERS = {
    ("google.com", "/url"): ("q", "url"),
    ("l.facebook.com", "/l.php"): ("u",),
    ("lm.facebook.com", "/l.php"): ("u",),
    ("out.reddit.com", "/"): ("url",),
}
_SAFELINKS = ".safelinks.protection.outlook.com"
_URLDEFENSE = r"(?i)^/v3/__(https?:/.+?)__;"
_AMP_CACHE = r"^/(?:c|v|i|wp)/(?:s/)?(.+)$"
_GOOGLE_AMP = r"^/amp/(?:s/)?([^/]+\.[^/]+/.*)$"

_WWW = r"^www\d{0,2}\.(?=[^.]+\.)"
_VARIANT_HOST = r"^(?:amp|m|mobile)\.(?!(?:co|com|org|net|gov|ac|edu|go|or|ne)\.[a-z]{2}$)(?=[^.]+\.)"
_VARIANT_TAIL = r"(?i)(?:/(?:amp|print|printable)|\.amp)$|(?<=.)\.amp(?=\.html?$)"
_AMP_HEAD = r"(?i)^/amp(?=/.+/)"
_INDEX = r"(?i)/(?:index|default)\.(?:s?html?|php|aspx?|jsp)$"
_SESSION = r"(?i);(?:jsessionid|phpsessid|sid)=[^/?;]*"
# AFPIMS, the publishing system of the .mil sites, finds a story by its number and ignores the rest of the
# path: /News/Speeches/Speech-View/Article/606641/, /Speech/Article/606641/some-title/ are one page.
_AFPIMS = r"(?i)/Article/(\d{3,})(?:/|$)"
_AFPIMS_VIEW = r"(?i)/[a-z]+-(?:View|Display)/Article/\d"
_AFPIMS_HOSTS = ("defense.gov", "war.gov")
_PERCENT = r"%([0-9A-Fa-f]{2})"
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def is_url(text: str) -> bool:
    """Whether ``text`` is an http or https address with a host; ``www.example.com`` alone is none."""
    return _split(text) is not None


def sendable(text: str) -> str:
    """``text`` with lone surrogates, which neither a database nor the wire takes, percent-encoded.

    They stand for bytes of a command line that were no UTF-8, and those bytes are what is encoded.
    """
    if text.isascii():
        return text
    return re.sub(r"[\ud800-\udfff]", _surrogate_bytes, text)


def trimmed(text: str) -> str:
    """``text`` without the blanks, controls and invisible characters around it that copying leaves behind."""
    return text.strip(_SPACE_AND_CONTROLS)


def without_login(url: str) -> str:
    """``url`` without a user name and password, which open a page and are no part of where it lies."""
    parts = _split(url)
    if parts is None or "@" not in parts.netloc:
        return url
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def absolute(base: str, href: str) -> str:
    """``href`` as it stands on the page at ``base``, made absolute; "" when it leads to no web page.

    ``mailto:``, ``javascript:``, ``data:`` and malformed references lead to no web page.
    """
    try:
        joined = urljoin(base.strip(_SPACE_AND_CONTROLS), href.strip(_SPACE_AND_CONTROLS))
    except ValueError:
        return ""
    return joined if is_url(joined) else ""


def host_of(url: str) -> str:
    """The host of an address in lower case and ASCII form, without port; "" when it has none."""
    parts = _split(url)
    return _host(parts) if parts else ""


def is_front_page(url: str) -> bool:
    """Whether an address leads to a site as a whole and to no page of it."""
    key = normal_key(url)
    return is_url(key) and key.count("/") == 2 and "?" not in key


def registered_domain(url: str) -> str:
    """The part of the host that was registered: ``example.co.uk`` for ``https://news.example.co.uk/a``.

    Hosts under a shared suffix such as ``blogspot.com`` keep the label that names the blog. A numeric
    address or a single label is returned as it is; "" when ``url`` is no web address.
    Suffixes are those of the Public Suffix List as package ``tld`` ships it; nothing is downloaded.
    """
    host = re.sub(_WWW, "", host_of(url))
    labels = host.split(".")
    if len(labels) <= 2 or ":" in host or labels[-1].isdigit():
        return host
    from tld import get_fld

    known = get_fld(f"http://{host}/", fail_silently=True, search_private=True)
    return known or ".".join(labels[-2:])


def normal_key(url: str) -> str:
    """The one form under which an address is looked up; ``normal_key(normal_key(x)) == normal_key(x)``.

    Same for http and https, with and without ``www.``, default port, fragment, closing slash, index
    page, session and tracking parameters, the AMP, mobile and print variants, redirection wrappers of
    mail filters and search engines, and for one AFPIMS story under its several paths. Any other text is
    its own key, with what UTF-8 cannot hold percent-encoded.
    """
    parts = _split(url)
    if parts is None:
        return sendable(url.strip(_SPACE_AND_CONTROLS))
    for _ in range(5):
        inner = _split(_unwrapped(parts))
        if inner is None:
            break
        parts = inner
    return _settled(parts)


def _settled(parts: SplitResult) -> str:
    """The key, taken until it stays the same: one cut may lay bare another (``/a/amp/print/``)."""
    key = _key(parts)
    while (again := _split(key)) is not None and (shorter := _key(again)) != key:
        key = shorter
    return key


def _key(parts: SplitResult) -> str:
    host, path = _plain_host(_host(parts)), _plain_path(parts.path)
    story = _afpims(host, path)
    if story:
        return story
    query = "&".join(sorted(_kept(parts.query), key=lambda item: item.partition("=")[0]))
    return f"https://{_netloc(host, parts)}{path}" + (f"?{query}" if query else "")


def _split(text: str) -> SplitResult | None:
    """The parts of an http address; None when the text is not one."""
    try:
        parts = urlsplit(sendable(text.strip(_SPACE_AND_CONTROLS)))
        usable = parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if usable and not _bad_host(parts.hostname or "") else None


def _bad_host(host: str) -> bool:
    return not host.strip(".") or any(char in ' <>"{}|\\^`%' or ord(char) < 0x21 for char in host)


def _surrogate_bytes(match: re.Match[str]) -> str:
    char = match[0]
    keep = "surrogateescape" if "\udc80" <= char <= "\udcff" else "surrogatepass"
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", keep))


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return quote(host, safe="")


def _plain_host(host: str) -> str:
    return re.sub(_VARIANT_HOST, "", re.sub(_WWW, "", host))


def _netloc(host: str, parts: SplitResult) -> str:
    shown = f"[{host}]" if ":" in host else host
    return shown if parts.port in (None, 80, 443) else f"{shown}:{parts.port}"


def _plain_path(path: str) -> str:
    """The path with one spelling: escapes, dots, doubled slashes, session numbers, variants, index pages."""
    path = _encoded(re.sub(_SESSION, "", path), safe="/:@!$&'()*+,;=")
    path = _without_dots(re.sub(r"/{2,}", "/", path))
    path = re.sub(_INDEX, "/", re.sub(_AMP_HEAD, "", path))
    path = path.rstrip("/")
    return re.sub(_VARIANT_TAIL, "", path) if path.count("/") > 1 or "." in path else path


def _without_dots(path: str) -> str:
    """``/a/./b/../c`` as ``/a/c`` (RFC 3986, 5.2.4)."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[max(1, len(kept) - 1) :]
        elif segment != ".":
            kept.append(segment)
    return "/".join(kept)


def _encoded(text: str, safe: str) -> str:
    """One spelling of percent-encoding: capitals, unreserved characters plain, the rest as UTF-8."""
    text = re.sub(_PERCENT, _plain_escape, text)
    return re.sub(r"%(?![0-9A-F]{2})", "%25", quote(text, safe=safe + "%"))


def _plain_escape(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char in _UNRESERVED else match[0].upper()


def _kept(query: str) -> Iterator[str]:
    """The parameters that may name the story, spelled one way."""
    for item in re.split(r"&(?:amp;)?", query):
        name, _, value = item.partition("=")
        if not item or _says_nothing(unquote(name).lower(), value.lower()):
            continue
        name, value = (_encoded(part.replace(" ", "+"), safe="/:@!$'()*+,;") for part in (name, value))
        yield f"{name}={value}" if value else name


def _says_nothing(name: str, value: str) -> bool:
    if re.fullmatch(_TRACKER, name):
        return True
    if re.fullmatch(_WEAK_TRACKER, name):
        return not re.search(r"\d{3}", value)
    return value in _VARIANTS.get(name, ())


def _afpims(host: str, path: str) -> str:
    """The key of an AFPIMS story by its number; "" for any other address."""
    found = re.search(_AFPIMS, path)
    family = next((name for name in _AFPIMS_HOSTS if host == name or host.endswith("." + name)), "")
    if not found or not (family or host.endswith(".mil") or re.search(_AFPIMS_VIEW, path)):
        return ""
    # The Department's site answers under both of its names with the same numbers.
    return f"https://{'defense.gov' if family else host}/Article/{found[1]}"


def _unwrapped(parts: SplitResult) -> str:
    """The address that a redirection wrapper carries; "" when ``parts`` is no wrapper."""
    host, path = re.sub(_WWW, "", _host(parts)), parts.path
    if host.endswith(_SAFELINKS):
        return _parameter(parts.query, ("url",))
    if host == "urldefense.com" and (found := re.match(_URLDEFENSE, path)) and "*" not in found[1]:
        return re.sub(r"^(https?):/+", r"\1://", found[1])
    if host.endswith(".cdn.ampproject.org") and (found := re.match(_AMP_CACHE, path)):
        return f"https://{found[1]}?{parts.query}"
    if host == "google.com" and (found := re.match(_GOOGLE_AMP, path)):
        return f"https://{found[1]}?{parts.query}"
    for (wrapper, start), names in _WRAPPERS.items():
        if host == wrapper and path.startswith(start):
            return _parameter(parts.query, names)
    return ""


def _parameter(query: str, names: tuple[str, ...]) -> str:
    values = dict(parse_qsl(query))
    return next((values[name] for name in names if name in values), "")

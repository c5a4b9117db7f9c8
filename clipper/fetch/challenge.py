"""answer -> the name of the guard that answered instead of the site, or None; pure.

Evidence is what each product puts in its own answers (the same signs gallery-dl and others go by). A page
that came with status 200 is judged by headers alone here: what a good answer says is the extract room's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_HEADERS = (  # header, what its value must hold, the guard: true whatever the status
    ("cf-mitigated", "challenge", "Cloudflare"),
    ("x-amzn-waf-action", "", "AWS WAF"),
    ("x-vercel-mitigated", "challenge", "Vercel"),
)
_REFUSALS = (  # guard, header and value that must be there ("" for none), pattern in the body
    (
        "Cloudflare",
        "server",
        "cloudflare",
        rb"_cf_chl_opt|/cdn-cgi/challenge-platform/|cf-browser-verification",
    ),
    (
        "Cloudflare",
        "server",
        "cloudflare",
        rb"cf-captcha-container|<title>(?:Just a moment|Attention Required!)",
    ),
    ("DDoS-Guard", "server", "ddos-guard", rb"ddos-guard|check\.ddos"),
    ("DDoS-Guard", "", "", rb"/\.well-known/ddos-guard/"),
    (
        "DataDome",
        "",
        "",
        rb"captcha-delivery\.com|Please enable JS and disable any ad blocker",
    ),
    ("Akamai", "", "", rb"(?s)Access Denied.{0,600}Reference\s*(?:#|&#35;|&#32;&#35;)"),
    ("Imperva", "", "", rb"Incapsula incident ID|_Incapsula_Resource"),
    ("PerimeterX", "", "", rb"px-captcha|_pxAppId|captcha\.px-cdn\.net"),
    ("Sucuri", "", "", rb"Sucuri WebSite Firewall|sucuri_cloudproxy_js"),
    ("Kasada", "", "", rb"/ips\.js\?|KPSDK"),
    (
        "a captcha",
        "",
        "",
        rb"g-recaptcha|h-captcha|challenges\.cloudflare\.com/turnstile",
    ),
)
_REFUSING = frozenset((202, 401, 403, 405, 406, 429, 503))


def challenge_of(status: int, headers: Iterable[tuple[str, str]], body: bytes) -> str | None:
    """The guard behind an answer ("Cloudflare", "DataDome" ...), or None when the site itself answered.

    ``headers`` are name and value as received; of ``body`` the first 256 kB are read.
    """
    values = {name.lower(): value.lower() for name, value in headers}
    for name, sign, guard in _HEADERS:
        if name in values and sign in values[name]:
            return guard
    if status not in _REFUSING:
        return None
    start = body[:262_144]
    for guard, name, sign, pattern in _REFUSALS:
        if sign in values.get(name, "") and re.search(pattern, start, re.I):
            return guard
    return None

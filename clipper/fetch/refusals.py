"""kind of failure -> FetchError with its own sentence: what happened, and what the reader can do about it."""

from __future__ import annotations

from clipper.errors import FetchError

_SAVE = "save the page in your browser and run `clipper add FILE --url URL`"
_LATER = "try again later"

_SENTENCES = {
    # the address and the way to the host
    "bad-address": "{what} is not a web address: write it whole, as in https://www.example.com/story.",
    "dns": "There is no host named {host}, or it cannot be looked up: check the spelling and the network.",
    "refused": "{host} refuses connections: check the address and its port, or {later}.",
    "unreachable": "{host} cannot be reached ({what}): check the network, or {later}.",
    "tls": "{host} has no secure connection that can be trusted ({what}): check the address and this "
    "computer's clock, or {save}.",
    "proxy": "The proxy on the way to {host} does not work ({what}): check HTTP_PROXY, HTTPS_PROXY and "
    "NO_PROXY.",
    "time-out": "{host} did not answer in full within {what} seconds: {later}, or allow more with --timeout.",
    "broken-off": "{host} broke the connection off before the page was whole: {later}, or {save}.",
    # redirects
    "redirect-loop": "{host} redirects in a circle, as sites do that ask for a login or cookies: pass the "
    "browser's cookies with --cookies, or {save}.",
    "too-many-redirects": "{host} redirects more than {what} times: open the address in your browser and add "
    "the one it ends at.",
    "private-redirect": "{host} redirects to {what}, an address inside this network, and was not followed: "
    "add that address itself if you mean it.",
    "bad-redirect": "{host} redirects to {what}, which is no web address: open it in your browser and add "
    "the address it ends at.",
    # what the host says
    "http-401": "{host} asks for a login (401): pass the browser's cookies with --cookies, or {save}.",
    "http-402": "{host} asks to be paid (402): if you have an account, {save}.",
    "http-403": "{host} forbids this page to programs or to readers without an account (403): {save}.",
    "http-404": "{host} has no page at this address (404): check it, or look for it in a web archive.",
    "http-410": "{host} has removed this page for good (410): look for it in a web archive.",
    "http-429": "{host} asks for fewer requests (429): {later}{wait}.",
    "http-451": "{host} may not show this page for legal reasons (451): look for it in a web archive.",
    "http-5xx": "{host} has a fault of its own ({what}): {later}{wait}.",
    "http-3xx": "{host} answered {what}, a redirect to nowhere: open the address in your browser and add "
    "the one it ends at.",
    "http-other": "{host} answered {what} instead of a page: check the address in your browser, or {save}.",
    "challenge": "{host} wants proof of a human reader ({what}): {save}.",
    # what came
    "too-large": "The page at {host} is larger than {what}: {save}.",
    "not-a-page": "This is {what}, not a page to read: give the address or file of an article (HTML, text, "
    "PDF or e-mail).",
    "bad-encoding": "{host} sent the page in a compression that cannot be undone ({what}): {save}.",
    "empty": "The page is empty: {later}, or {save}.",
    # files
    "no-such-file": "There is no file {what}: check the name and the folder; a web address begins with https://.",
    "is-a-folder": "{what} is a folder: name the files in it, as in `clipper add {what}/*.html`.",
    "not-readable": "{what} cannot be read: check its permissions.",
    "too-large file": "{what} is larger than any article: save only the page, without pictures, and add "
    "that.",
    "empty file": "{what} is empty: save the page again.",
    "bad-gzip": "{what} is damaged or no gzip file: get it again, or unpack it first.",
    "bad-cookies": "{what} is not a Netscape cookies.txt (first line `# Netscape HTTP Cookie File`): export "
    "the cookies again.",
}


def refusal(
    kind: str, host: str = "The host", what: object = "", retry_after: float | None = None
) -> FetchError:
    """The error for ``kind``; ``host`` and ``what`` fill its sentence, ``retry_after`` is in seconds.

    ``http-NNN`` without a sentence of its own takes that of its class. A kind of two words ("empty file")
    only chooses the sentence; the error's kind is the first.
    """
    sentence = _SENTENCES[_known(kind)].format(
        host=shown(host), what=shown(str(what)), save=_SAVE, later=_LATER, wait=_wait(retry_after)
    )
    error = FetchError(sentence, kind.partition(" ")[0], retry_after=retry_after)
    if kind == "http-429":
        error.exit_code = 75  # the host asks to wait even where it does not say how long
    return error


def shown(text: str) -> str:
    """``text`` from outside, fit for one line: control characters and lone surrogates escaped, cut at 200."""
    plain = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text[:200])
    return plain + "…" if len(text) > 200 else plain


def _known(kind: str) -> str:
    if kind in _SENTENCES:
        return kind
    return {"http-5": "http-5xx", "http-3": "http-3xx"}.get(kind[:6], "http-other")


def _wait(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes = round(seconds / 60)
    return (
        f", in {minutes} minutes as it asks" if minutes > 2 else f", in {round(seconds)} seconds as it asks"
    )

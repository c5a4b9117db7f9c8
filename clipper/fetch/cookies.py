"""cookies.txt -> cookie jar: Netscape's form, as browsers' export add-ons write it."""

from __future__ import annotations

import warnings
from http.cookiejar import LoadError, MozillaCookieJar
from pathlib import Path

from clipper.fetch.refusals import refusal


def load_cookies(path: Path) -> MozillaCookieJar:
    """The cookies of a file, its ``#HttpOnly_`` lines included.

    Raises FetchError of kind no-such-file, is-a-folder, not-readable, bad-cookies.
    """
    jar = MozillaCookieJar(str(path))
    try:
        with warnings.catch_warnings():  # the library prints a traceback for a line it cannot read
            warnings.simplefilter("ignore")
            jar.load(ignore_discard=True, ignore_expires=True)
    except FileNotFoundError as error:
        raise refusal("no-such-file", what=path) from error
    except IsADirectoryError as error:
        raise refusal("is-a-folder", what=path) from error
    except (LoadError, ValueError) as error:  # ValueError: bytes that are no text, a NUL in the name
        raise refusal("bad-cookies", what=path) from error
    except OSError as error:
        raise refusal("not-readable", what=path) from error
    for cookie in jar:
        if cookie.expires == 0:  # how exporters write a cookie of the running session; it is not of 1970
            cookie.expires, cookie.discard = None, True
    return jar

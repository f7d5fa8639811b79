"""Files and http(s) addresses, within limits of time, size and redirects."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from auditor.errors import FeedError
from auditor.readers import read_bytes
from auditor.version import __version__

CHUNK = 2**16


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one address: seconds in all, bytes of the answer, redirects."""

    seconds: float = 30
    size: int = 2**24
    redirects: int = 5


def is_address(place: str) -> bool:
    return place.lower().startswith(("http://", "https://"))


def fetch(place: str, limits: Limits) -> bytes:
    """What stands at an address or in a file.

    Raises FeedError where an address does not answer, answers with an error, or goes beyond the limits; ReadError for a
    file that cannot be read.
    """
    if not is_address(place):
        return read_bytes(place)
    until = time.monotonic() + limits.seconds
    headers = {"User-Agent": f"auditor/{__version__}", "Accept-Encoding": "identity"}
    try:
        request = Request(place, headers=headers)  # noqa: S310
        with _opener(limits).open(request, timeout=limits.seconds) as answer:
            return _body(place, answer, limits, until)
    except HTTPError as error:
        raise FeedError(f"{place}: {error.code} {error.reason}") from error
    except URLError as error:
        raise FeedError(f"{place}: {error.reason}") from error
    except TimeoutError as error:
        raise FeedError(f"{place}: no answer in {limits.seconds:g} seconds") from error
    except (HTTPException, OSError, ValueError) as error:
        raise FeedError(f"{place}: {str(error) or type(error).__name__}") from error


def _body(place: str, answer: Any, limits: Limits, until: float) -> bytes:  # noqa: ANN401 - urllib names no type
    data = bytearray()
    while chunk := answer.read1(CHUNK):
        data += chunk
        if len(data) > limits.size:
            raise FeedError(f"{place}: more than {limits.size:,} bytes")
        if time.monotonic() > until:
            raise FeedError(f"{place}: not all there after {limits.seconds:g} seconds")
    return bytes(data)


def _opener(limits: Limits) -> OpenerDirector:
    """Http and https alone, also where an address redirects to another."""

    class Redirects(HTTPRedirectHandler):
        max_redirections = limits.redirects
        max_repeats = limits.redirects

    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        Redirects(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener

"""The articles of a feed: RSS 2.0 and Atom by feedparser, JSON Feed."""

from __future__ import annotations

import calendar
import codecs
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from auditor.errors import FeedError
from auditor.feeds.fragments import text_of
from auditor.readers.records import supported


@dataclass(frozen=True, slots=True)
class Item:
    """One article: `published` in seconds since 1970, `alternates` the addresses of its other languages by language."""

    id: str
    link: str
    title: str
    text: str = field(repr=False)  # the title and the paragraphs, a line each
    published: float | None = None
    language: str | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What to call it: its address, else its identifier or title."""
        return self.link or self.id or self.title


def read_feed(data: bytes, name: str) -> tuple[Item, ...]:
    """The articles in the order of the feed. Raises FeedError for what is no feed, and for one without articles."""
    data = data.lstrip().removeprefix(codecs.BOM_UTF8).lstrip()
    if not data:
        raise FeedError(f"{name}: it is empty")
    items = tuple(_json_feed(data, name) if data[:1] == b"{" else _xml_feed(data, name))
    if not items:
        raise FeedError(f"{name}: there is no article in it")
    return items


def _json_feed(data: bytes, name: str) -> Iterator[Item]:
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FeedError(f"{name}: not JSON: {error}") from error
    if "jsonfeed.org/version/" not in str(feed.get("version")) or not isinstance(feed.get("items"), list):
        raise FeedError(f"{name}: not a JSON Feed: its version names none")
    for row in feed["items"]:
        if isinstance(row, dict):
            fields = {
                key: str(value).encode(errors="replace").decode()  # JSON can write half a surrogate pair
                for key, value in row.items()
                if isinstance(value, str | int)
            }
            body = fields.get("content_text") or text_of(
                fields.get("content_html", fields.get("summary", ""))
            )
            link = fields.get("url", fields.get("external_url", ""))
            yield Item(
                fields.get("id", link),
                link,
                fields.get("title", ""),
                _whole(fields.get("title", ""), body),
                _seconds(fields.get("date_published")),
                supported(fields.get("language") or str(feed.get("language") or "")),
            )


def _seconds(date: str | None) -> float | None:
    try:
        found = datetime.fromisoformat(date) if date else None
    except ValueError:
        return None  # a date that nobody can read is none
    if found is None:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()


def _xml_feed(data: bytes, name: str) -> Iterator[Item]:
    import feedparser

    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=True, sanitize_html=True)
    if not feed.version:
        raise FeedError(f"{name}: neither RSS, Atom nor JSON Feed")
    language = supported(feed.feed.get("language"))
    for entry in feed.entries:
        date = entry.get("published_parsed") or entry.get("updated_parsed")
        yield Item(
            entry.get("id", entry.get("link", "")),
            entry.get("link", ""),
            text_of(entry.get("title", "")),
            _whole(text_of(entry.get("title", "")), text_of(_body(entry))),
            float(calendar.timegm(date)) if date else None,
            supported(entry.get("language")) or language,
            dict(_alternates(entry)),
        )


def _body(entry: Any) -> str:  # noqa: ANN401 - feedparser names no type
    """The longest of what the entry has: the whole article where the feed carries it."""
    bodies = [str(each.get("value", "")) for each in entry.get("content", ())]
    return max([*bodies, str(entry.get("summary", ""))], key=len)


def _alternates(entry: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - feedparser names no type
    for link in entry.get("links", ()):
        language = supported(link.get("hreflang"))
        if language and link.get("rel") == "alternate" and link.get("href"):
            yield language, str(link["href"])


def _whole(title: str, body: str) -> str:
    return f"{title}\n{body}".strip() if not body.startswith(title) else body

"""The tokens of those parts of a text in which quantities may stand: most words are far from any and are not looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from operator import add, itemgetter
from typing import NamedTuple

from auditor.quantities.read.lexicon import Lexicon, Sense
from auditor.quantities.read.stretches import Stretch, Stretches, Token, starts_in, stretches

__all__ = ["Places", "Token", "Window", "windows"]

_new = tuple.__new__  # of a named tuple, without the detour over its own
BEFORE, AFTER = 3, 4
"""Stretches around one that counts that its reading looks at: "between" before, "degrees below zero" after."""
BESIDE = 2
"""Stretches around a word for one or two among which something may make more of it: one per cent."""


class Places:
    """Where the folded characters of a window stand in the original."""

    def __init__(self, begin: int) -> None:
        self._begin = begin  # of the window; all there is to know as long as folding moves nothing
        self._parts: list[
            tuple[int, int, tuple[int, ...] | None]
        ] = []  # folded place, original place, offsets
        self._moves = False

    def add(self, folded: int, original: int, offsets: tuple[int, ...] | None) -> None:
        """Notes where a stretch stands in the folded window and in the original."""
        self._parts.append((folded, original, offsets))
        if offsets is not None:
            self._moves = True

    def __getitem__(self, folded: int) -> int:
        """The place in the original of a folded character."""
        if not self._moves:
            return self._begin + folded
        start, original, offsets = self._parts[bisect_right(self._parts, folded, key=itemgetter(0)) - 1]
        return original + (folded - start if offsets is None else offsets[folded - start])


class Window(NamedTuple):
    """Tokens around something that counts; `alone` where they are one stretch that nothing beside it bears upon."""

    tokens: Sequence[Token]
    starts: Sequence[int]  # of the tokens, those that a quantity may begin with
    places: Places
    alone: str | None


def windows(text: str, language: str) -> Iterator[Window]:
    """The tokens around all that counts, in text order; phrases are one token.

    Windows are so far apart that none bears upon another.
    """
    known = stretches(language)
    written = text.split()
    parts = list(map(known.__getitem__, written))
    counting = [
        place for place, part in enumerate(parts) if part.counts or (part.opens and _goes_on(parts, place))
    ]
    if not counting:
        return
    begins = _begins(text, written)
    for start, stop in _slices(parts, counting):
        if stop - start == 1 and parts[start].is_slight:
            places = Places(begins[start])
            places.add(0, begins[start], parts[start].offsets)
            yield Window(parts[start].tokens, parts[start].starts, places, written[start])
        else:
            yield _window(text, begins[start:stop], parts[start:stop], known)


def _goes_on(parts: list[Stretch], place: int) -> bool:
    """Whether the phrase that a stretch may begin goes on in the next."""
    return place + 1 < len(parts) and parts[place + 1].first in parts[place].seconds


def _slices(parts: list[Stretch], counting: list[int]) -> Iterator[tuple[int, int]]:
    """The slices of the stretches that are to be read."""
    start, stop = 0, 0
    alone: list[int] = []
    for place in counting:
        if parts[place].is_slight and _is_alone(parts, place):
            if place >= stop:
                alone.append(place)
            continue
        first = max(0, place - BEFORE)
        if stop and first <= stop:
            stop = min(place + AFTER + 1, len(parts))
            continue
        if stop:
            yield start, stop
        yield from ((each, each + 1) for each in alone if stop <= each < first)
        alone.clear()
        start, stop = first, min(place + AFTER + 1, len(parts))
    if stop:
        yield start, stop
    yield from ((each, each + 1) for each in alone if stop <= each)


def _is_alone(parts: list[Stretch], place: int) -> bool:
    """Whether nothing beside a word for one or two makes more of it, or a phrase."""
    around = parts[max(0, place - BESIDE) : place + BESIDE + 1]
    if sum(part.bears for part in around) > 1:
        return False
    return all(after.first not in before.seconds for before, after in pairwise(around))


def _begins(text: str, written: list[str]) -> list[int]:
    """Where each of all stretches begins."""
    if sum(map(len, written)) + len(written) - 1 == len(text):  # one space between two, as in most texts
        return list(map(add, accumulate(map(len, written), initial=0), range(len(written))))
    found = []
    end = 0
    for each in written:
        start = text.index(each, end)
        found.append(start)
        end = start + len(each)
    return found


def _window(text: str, begins: list[int], parts: list[Stretch], known: Stretches) -> Window:
    places = Places(begins[0])
    tokens: list[Token] = []
    starts: list[int] = []
    heads: list[int] = []
    seconds: frozenset[str] = frozenset()
    folded, end = 0, begins[0]
    for begin, part in _whole_numerals(text, begins, parts, known):
        folded += begin - end
        size = len(tokens)
        if seconds and part.first in seconds:
            heads.append(size - 1)
        seconds = part.seconds
        if part.heads:
            heads += [size + head for head in part.heads]
        if part.starts:
            starts += [size + start for start in part.starts]
        places.add(folded, begin, part.offsets)
        tokens += [
            _new(Token, (kind, word, folded + start, folded + stop, sense))
            for kind, word, start, stop, sense in part.tokens
        ]
        folded += part.length
        end = begin + part.size
    if heads and _join_phrases(tokens, heads, known.known):
        starts = [*starts_in(tokens)]
    return Window(tokens, starts, places, None)


def _whole_numerals(
    text: str, begins: list[int], parts: list[Stretch], known: Stretches
) -> Iterator[tuple[int, Stretch]]:
    """The stretches with their places; where a numeral may go on behind a space, as one."""
    place = 0
    while place < len(parts):
        part, begin = parts[place], begins[place]
        place += 1
        if part.goes_on and part.counts:
            first = place
            while place < len(parts) and parts[place].begins_again and parts[place - 1].goes_on:
                place += 1
            if place > first:
                part = known[text[begin : begins[place - 1] + parts[place - 1].size]]
        yield begin, part


def _join_phrases(tokens: list[Token], heads: list[int], known: Lexicon) -> bool:
    """Phrases of the lexicon joined into one token each, the longest and leftmost first; whether there are any."""
    found: list[tuple[int, int, Sense]] = []
    for place in heads:
        if found and place < found[-1][1]:
            continue
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        for rest, sense in known.phrases[tokens[place].text]:
            end = place + 1 + len(rest)
            if rest[0] == following and rest == tuple(each.text for each in tokens[place + 1 : end]):
                found.append((place, end, sense))
                break
    for place, end, sense in reversed(found):
        head = tokens[place]
        tokens[place:end] = [Token("word", head.text, head.start, tokens[end - 1].end, sense)]
    return bool(found)

"""Numbers in words in French and English: quatre-vingt-dix-sept, two hundred and five, nineteen fifty-six."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.quantities.read.number_words import Number, Sum
from auditor.quantities.read.tokens import Token


def western_number(tokens: Sequence[Token], start: int, *, ahead: bool = True) -> Number | None:
    """The longest number in words that begins at token `start`; `ahead`: whether what "and" joins is first read by itself."""
    reading = Sum()
    end, index = start, start
    while index < len(tokens) and not reading.ordinal:
        token = tokens[index]
        if index > start and _is_joint(tokens, index):
            if (
                ahead
                and token.has("and")
                and not reading.takes(western_number(tokens, index + 1, ahead=False))
            ):
                break
            index += 1
            continue
        follows_and, scale = index > start and tokens[index - 1].has("and"), reading.open_scale
        if not _accept(reading, token):
            break
        reading.joined(token.sense.roles.get("cardinal", 0) if follows_and else 0, scale)
        reading.words += 1
        reading.weak = reading.weak or token.sense.weak
        index += 1
        end = index
    return reading.number(start, end) if end > start else None


def _is_joint(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen or an "and" stands between two number words."""
    if index + 1 >= len(tokens):
        return False
    token, following = tokens[index], tokens[index + 1]
    counts = following.has("cardinal") or following.has("ordinal")
    if token.text == "-":
        touches = tokens[index - 1].end == token.start and token.end == following.start
        joint = following.has("and")
        return touches and (counts or joint or following.has("scale"))
    if not token.has("and") or following.sense.weak:
        return False
    before = tokens[index - 1] if tokens[index - 1].text != "-" else tokens[index - 2]
    value = following.sense.roles.get("cardinal", following.sense.roles.get("ordinal", 0))
    if following.text == "-":
        return before.has("cardinal")
    if before.has("scale") or before.sense.roles.get("cardinal") == 100:
        return counts
    return (
        counts
        and value in (1, 11)
        and token.text == "et"
        and 20 <= before.sense.roles.get("cardinal", 0) <= 70
    )


def _accept(reading: Sum, token: Token) -> bool:
    """Whether the number goes on with this word, which it then contains."""
    roles = token.sense.roles
    if "cardinal" in roles:
        return _add(reading, roles["cardinal"])
    if "ordinal" in roles:
        reading.ordinal = _add(reading, roles["ordinal"])
        return reading.ordinal
    if (
        "scale" in roles
        and len(token.text) > 2
        and (reading.words or token.text in ("mille", "thousand", "mil"))
    ):
        return reading.scaled(roles["scale"])
    return False


def _add(reading: Sum, value: int) -> bool:
    if value >= 1000:  # millième
        return reading.scaled(value)
    current = reading.current
    if current is None:
        if reading.words and not reading.fits_below(value):
            return False
        reading.current = value
    elif value == 100:
        if not 1 <= current < 100:
            return False
        reading.current = current * 100
    elif value == 20 and current % 100 == 4:  # quatre-vingts
        reading.current = current + 76
    elif (
        reading.fits_below(value)
        or (current % 100 in (60, 80) and 10 <= value < 20)
        or (current % 100 == 10 and 6 < value < 10)
    ):
        reading.current = current + value
    elif reading.total == 0 and reading.words == 1 and 13 <= current <= 20 and 10 <= value < 100:
        reading.current = current * 100 + value  # nineteen fifty-six, twenty twenty
    else:
        return False
    return True

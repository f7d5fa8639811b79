"""What is added to a whole number or taken of it: halves, thirds, decimals in words, dozens, half a million."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from auditor.quantities.quantity import Demand, Value
from auditor.quantities.read.number_words import Number
from auditor.quantities.read.numerals import times
from auditor.quantities.read.small_parts import small_parts, with_one_more
from auditor.quantities.read.tokens import Token

Reader = Callable[[Sequence[Token], int], Number | None]


def completed(tokens: Sequence[Token], number: Number, words: Reader) -> Number:
    """The number with the parts that follow it; `words` reads a number in words."""
    if number.ordinal:
        return _unit_fraction(tokens, number)
    if number.fraction:
        return number
    if not number.digits:
        number = _with_decimals(tokens, number, words)
    part = small_parts(tokens, number)
    if part is not None:
        return part
    part = _fraction(tokens, number)
    if part is not None:
        return _of_scale(tokens, part)
    number = with_one_more(tokens, number)
    return _grouped(tokens, _mixed(tokens, number))


def part_of_scale(tokens: Sequence[Token], start: int) -> Number | None:
    """Half a million, un demi-million, نصف مليون, half a dozen, ربع العشر: a fraction and the scale or part it is of."""
    if (
        start + 1 < len(tokens)
        and _is_tenth(tokens[start + 1])
        and not tokens[start].sense.lead.endswith("ال")
    ):
        values = frozenset((Fraction(tokens[start].sense.roles["fraction"]) / 10,))
        return Number(start, start + 2, start + 2, values, Demand.COMPARES, digits=False, fraction=True)
    for place in range(start + 1, min(start + 4, len(tokens))):
        token = tokens[place]
        factor = _factor(token)
        if factor is not None:
            value = tokens[start].sense.roles["fraction"] * factor
            demand = Demand.COMPARES if token.has("scale") else Demand.SATISFIES
            return Number(start, place + 1, start + 1, times(frozenset((value,)), 1), demand, digits=False)
        if not _is_link(token):
            break
    return None


def _is_tenth(token: Token) -> bool:
    """العشر behind another part: a tenth, not ten."""
    return token.sense.lead == "ال" and token.text == "العشر"


def _factor(token: Token) -> Value | None:
    """What a scale word or a dozen multiplies by."""
    if token.sense.lead not in ("", "ال"):
        return None
    if token.has("scale") and len(token.text) > 3:
        return int(token.sense.roles["scale"])
    return 12 if token.sense.roles.get("approximate") == 12 else None


def _is_link(token: Token) -> bool:
    """Whether the token may stand between a fraction and the scale it is of: half of a million, un demi-million."""
    is_one = token.sense.roles.get("cardinal") == 1 and not token.sense.lead
    return (
        is_one
        or token.text in ("-", "'", "’")
        or any(token.has(role) for role in ("one", "of_month", "of_unit"))
    )


def _of_scale(tokens: Sequence[Token], number: Number) -> Number:
    """Two thirds of a million, ثلاثة أرباع المليون."""
    for place in range(number.end, min(number.end + 4, len(tokens))):
        token = tokens[place]
        if token.has("scale") and _factor(token) is not None:
            values = times(number.readings, token.sense.roles["scale"])
            return replace(number, end=place + 1, readings=values, fraction=False)
        if not _is_link(token):
            break
    return number


def _unit_fraction(tokens: Sequence[Token], number: Number) -> Number:
    """A fifth of, un cinquième de: an ordinal behind an article is a fraction too, before "of" nothing else."""
    value = max(number.readings)
    place = number.start - 1
    if (
        number.end - number.start == 2 and tokens[number.start].sense.roles.get("cardinal") == 1
    ):  # un centième
        place = number.start
    elif place > 0 and tokens[place].text == "-":
        place -= 1
    if place < 0 or value < 3 or len(number.readings) > 1:
        return number
    before = tokens[place]
    if not (before.has("article") or before.sense.roles.get("cardinal") == 1):
        return number
    part = Fraction(1) / value
    behind = tokens[number.end] if number.end < len(tokens) else None
    is_of = behind is not None and (behind.has("of") or behind.has("of_them"))
    is_of = is_of or (
        place < number.start - 1 and before.sense.roles.get("cardinal") == 1
    )  # a one-third majority
    if is_of or _is_by_so_much(tokens, place, number):
        return replace(number, readings=frozenset((part,)), ordinal=False, fraction=True)
    return replace(number, readings=number.readings | {part})


def _is_by_so_much(tokens: Sequence[Token], place: int, number: Number) -> bool:
    """By a third, more than a fifth, d'un cinquième, before a word that nobody counts; `place`: the article."""
    before = place - 1
    while before >= 0 and tokens[before].text in {"'", "’"}:
        before -= 1
    if before < 0 or not tokens[before].has("share_before"):
        return False
    following = tokens[number.end] if number.end < len(tokens) else None
    return following is None or following.has("share_behind") or not following.text[:1].isalpha()


def _with_decimals(tokens: Sequence[Token], number: Number, words: Reader) -> Number:
    """Two point five, deux virgule zéro cinq, خمسة فاصلة ستة: decimals as they are spoken, with the scale behind them."""
    if number.end >= len(tokens) or not tokens[number.end].has("decimal_mark") or len(number.readings) > 1:
        return number
    decimals, end, scale = "", number.end + 1, 1
    while end < len(tokens) and scale == 1:
        if tokens[end].sense.roles.get("cardinal") == 0:
            decimals, end = decimals + "0", end + 1
            continue
        follower = words(tokens, end)
        if follower is None or follower.ordinal:
            break
        scale = follower.scale
        decimals, end = decimals + str(int(max(follower.readings)) // scale), follower.end
    if not decimals:
        return number
    value = (max(number.readings) + Fraction(int(decimals), 10 ** len(decimals))) * scale
    return replace(
        number, end=end, numeral_end=end, readings=times(frozenset((value,)), 1), scale=scale, tail=0
    )


def _fraction(tokens: Sequence[Token], number: Number) -> Number | None:
    """Three quarters, trois quarts, deux premiers tiers, ثلاثة أرباع; with a whole number before: a hundred and three quarters."""
    place = number.end
    if place + 1 < len(tokens) and (tokens[place].text == "-" or tokens[place].has("between_parts")):
        place += 1
    if place >= len(tokens) or tokens[place].sense.lead:
        return None
    roles = tokens[place].sense.roles
    parts = roles.get("fraction_part") or (
        2 if number.tail == 1 and roles.get("fraction") == Fraction(1, 2) else None
    )
    if parts is None:
        return None
    whole = 0 < number.tail < parts
    if whole:
        rest = Fraction(number.tail, parts) * number.tail_scale - number.tail
        values = times(frozenset(each + rest for each in number.readings), 1)
    else:
        values = frozenset(Fraction(each) / parts for each in number.readings if each < parts)
    if not values:
        return None
    end = place + 1
    return Number(
        number.start,
        end,
        end,
        values,
        Demand.COMPARES,
        number.digits,
        fraction=not whole,
        scale=number.tail_scale,
    )


def _mixed(tokens: Sequence[Token], number: Number) -> Number:
    """Two and a half million, مليونان ونصف المليون, twenty and three fifths; 2 1/4."""
    if len(number.readings) > 1 or number.end >= len(tokens):
        return number
    found = _added(tokens, number.end) or _ratio_behind(tokens, number)
    if found is None:
        return number
    part, end = found
    values = times(frozenset(each + part * number.scale for each in number.readings), 1)
    demand = max(number.demand, Demand.COMPARES)
    number = replace(number, end=end, readings=values, parts=(), demand=demand)
    if end < len(tokens) and tokens[end].has("scale") and len(tokens[end].text) > 2:
        factor = tokens[end].sense.roles["scale"]
        if number.scale == 1 and not tokens[end].sense.lead:
            return replace(number, end=end + 1, readings=times(values, factor), scale=factor)
        if number.scale == factor and tokens[end].sense.lead in ("", "ال"):
            return replace(number, end=end + 1, demand=max(number.demand, Demand.COMPARES))
    return number


def _added(tokens: Sequence[Token], place: int) -> tuple[Value, int] | None:
    """The part of one that an "and" adds at `place`, and where it ends."""
    if tokens[place].has("and"):
        place += 1
    elif tokens[place].sense.lead != "و":
        return None
    around = [token.sense.roles for token in tokens[place : place + 2]]
    count, parts = around[0].get("cardinal", 0) if around else 0, around[1] if len(around) > 1 else {}
    if 0 < count < parts.get("fraction_part", 0):
        return Fraction(count, parts["fraction_part"]), place + 2
    for index, roles in enumerate(around):
        if "fraction" in roles:
            return roles["fraction"], place + index + 1
    if parts.get("ordinal", 0) > 2 and tokens[place].text in ("a", "one", "un"):
        return Fraction(1, parts["ordinal"]), place + 2
    return None


def _ratio_behind(tokens: Sequence[Token], number: Number) -> tuple[Value, int] | None:
    """The fraction in digits right behind a whole number in digits: 2 1/4."""
    token = tokens[number.end]
    if token.kind != "ratio" or not number.digits or number.end - number.start > 1:
        return None
    over, under = map(int, token.text.split("/"))
    is_apart = token.start - tokens[number.end - 1].end in (1, 2)
    return (Fraction(over, under), number.end + 1) if is_apart and 0 < over < under <= 10 else None


def _grouped(tokens: Sequence[Token], number: Number) -> Number:
    """Two dozen, trois douzaines: a number of groups."""
    if (
        number.end < len(tokens)
        and tokens[number.end].has("approximate")
        and not tokens[number.end].sense.lead
    ):
        factor = tokens[number.end].sense.roles["approximate"]
        values = times(number.readings, factor)
        return replace(
            number, end=number.end + 1, readings=values, demand=min(number.demand, Demand.COMPARES)
        )
    return number

"""Numbers that both sides have, each with another value: which became which, and how."""

from __future__ import annotations

from auditor.bitext import Passage, span
from auditor.findings import Severity
from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.differ.confidence import confidence
from auditor.quantities.differ.corruption import corruption
from auditor.quantities.differ.divisions import divisions
from auditor.quantities.differ.lost_parts import lost_part
from auditor.quantities.differ.outline import pattern
from auditor.quantities.differ.trust import trust
from auditor.quantities.differ.wording import rendered, rendered_expression
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures, same_unit
from auditor.quantities.quantity import CALENDAR, Demand, Difference, Kind, Quantity

_HOW = {
    "glued": "run together with other digits",
    "transposed": "with digits in another order",
    "digit changed": "with another digit",
    "digit lost": "without one of its digits",
    "digit added": "with a digit too many",
    "magnitude": "in another order of magnitude",
    "separator": "with the decimal mark elsewhere",
    "ordinal cut": "cut short",
    "replaced": "another number",
}
_CERTAIN = 0.45  # a corruption of known form costs less
_ALIKE = 0.3  # what one unit takes from the cost of a change
_THOUSAND = 1000
_CLAUSE = 40  # characters before a place in order that hold the verb for coming in
_GAP = 12  # characters between the parts of a garbled expression


def changes(bead: Bead) -> list[Difference]:
    """Pairs off what is left over on both sides, likeliest corruption first, and takes it from the left-overs."""
    candidates = []
    for i in bead.source_left:
        for j in bead.target_left:
            found = _rivals(bead.source(i), bead.target(j)) or _scores(bead, i, j)
            if found is not None:
                cost = found[1] - _ALIKE * same_unit(bead.source(i), bead.target(j))
                candidates.append((cost, abs(i - j), i, j, *found))
    differences = []
    for _, _, i, j, how, cost in sorted(candidates):
        if i in bead.source_left and j in bead.target_left:
            bead.source_left.remove(i)
            bead.target_left.remove(j)
            differences.append(_changed(bead, i, j, how, cost))
    return differences


def _scores(bead: Bead, i: int, j: int) -> tuple[str, float] | None:
    """What became of one of two numbers of which the other is linked: 3-1 for ثلاثة أهداف لهدفين."""
    source, target = bead.source(i), bead.target(j)
    for step in (-1, 1):
        if (i + step, j + step) not in bead.links:
            continue
        others = bead.source(i + step), bead.target(j + step)
        alike = [
            one.expression == other.expression for one, other in zip(others, (source, target), strict=True)
        ]
        if all(alike) and others[0].unit == source.unit is None and target.digits:
            return corruption(source, target)
    return None


def _rivals(source: Quantity, target: Quantity) -> tuple[str, float] | None:
    found = corruption(source, target)
    if found is None or _leaves_one_out(source, target):
        return None
    if min(source.demand, target.demand) is Demand.SATISFIES and not _surely_rivals(source, target):
        named = source.unit == target.unit is not None or (
            max(source.demand, target.demand) > Demand.SATISFIES and min(source.scale, target.scale) > 1
        )
        scales = found[0] == "magnitude" and named and source.scale != target.scale
        return found if found[0] == "ordinal cut" or scales else None
    return found


def _leaves_one_out(source: Quantity, target: Quantity) -> bool:
    """ضمن خمسة as "with four others"."""
    if target.value != source.value - 1:
        return False
    place = target.passage.end
    behind = folded(target.passage.document.text[place : place + 2 * _GAP]).split()
    return behind[:1] in [
        [each] for each in language_data(target.language, "quantities")["grammar"].get("others", ())
    ]


def _surely_rivals(source: Quantity, target: Quantity) -> bool:
    """Whether the two say one thing though no number in digits stands there: two hours of the day, two parts, two measures."""
    kinds = {source.kind, target.kind}
    if kinds in ({Kind.TIME}, {Kind.FRACTION}, {Kind.WEEKDAY}) or {source.unit, target.unit} == {
        "hour",
        "clock",
    }:
        return True
    if (kinds == {Kind.ORDINAL} and source.unit == target.unit is not None) or lost_part(source, target):
        return True
    if kinds == {Kind.MONTH} and max(source.demand, target.demand) > Demand.SATISFIES:
        return target.passage.text[:1].isupper() or target.language == "fr"
    if kinds == {Kind.ORDINAL} and _are_places(source, target):
        return True
    is_thousand = min(source.readings) >= _THOUSAND and target.digits
    if (Kind.FRACTION in kinds or _has_part(source) or is_thousand) and same_unit(source, target):
        return True  # half a riyal, one and a half; ألفا درهم
    here, there = measures().get(source.unit or ""), measures().get(target.unit or "")
    return (
        here is not None
        and there is not None
        and here[0] == there[0]
        and here[1] > 0
        and 1 not in source.readings | target.readings
    )


def _are_places(source: Quantity, target: Quantity) -> bool:
    """المرحلة الثانية, the third phase; الفصل السابع, chapitre IX."""
    if divisions(source) & divisions(target):
        return True
    return not target.passage.text.isupper() and _is_rank(source, target)


def _has_part(quantity: Quantity) -> bool:
    """سنة ونصف: a number in words that is not whole."""
    return not quantity.digits and quantity.value != int(quantity.value)


def _is_rank(source: Quantity, target: Quantity) -> bool:
    """الثانية with its article; ثالث رئيس before what it ranks; حل خامسا behind a word for coming in; متهم خامس, a ninth."""
    text, place = source.passage.document.text, source.passage
    if place.text.startswith("ال"):
        return True
    grammar = language_data(target.language, "quantities")["grammar"]
    lead = target.passage.document.text[: target.passage.start].split()[-1:]
    if (
        lead
        and lead[0].lower() in {*grammar.get("article", ()), "un", "une"}
        and target.demand is Demand.COMPARES
    ):
        return True
    if source.language != "ar" or source.digits:
        return False
    behind = pattern("ar", "ranks")
    before = pattern("ar", "comes")
    clause = folded(text[max(0, place.start - _CLAUSE) : place.start])
    if before is not None and before.search(clause):
        return True
    return behind is not None and behind.match(folded(text[place.start : place.end + _CLAUSE])) is not None


def _changed(bead: Bead, i: int, j: int, how: str, cost: float) -> Difference:
    source, target = bead.source(i), bead.target(j)
    sure = confidence(how) if cost < _CERTAIN or how == "replaced" else confidence("replaced")
    date = {source.kind, target.kind} <= CALENDAR and _is_dated(source) and how != "glued"
    where, what, suggestion = target.passage, source.passage, rendered(source, target)
    if how == "glued" and source.expression != source.passage:
        what = source.expression
        members = [q for q in bead.quantities.source if q.expression == source.expression]
        where = _garbled(bead, i, j)
        suggestion = rendered_expression(_shown(bead, i, where, members), target.language)
    named = {Kind.MONTH: "another month", Kind.WEEKDAY: "another day of the week"}
    became = named.get(source.kind, _HOW[how]) if how == "replaced" else _HOW[how]
    return Difference(
        code="date-changed" if date else "number-changed",
        how=how,
        severity=Severity.CRITICAL if cost < _CERTAIN and not date else Severity.MAJOR,
        confidence=round(sure * trust(bead), 2),
        message=f"the original has the {_role(source)} “{what.text}”, the translation “{where.text}”: {became}",
        source=what,
        target=where,
        suggestion=suggestion,
    )


def _role(quantity: Quantity) -> str:
    """What the message calls it: the parts of a date keep their names where they stand alone."""
    if quantity.expression == quantity.passage:
        return quantity.kind.value
    return "date" if quantity.kind in CALENDAR else "range"


def _is_dated(quantity: Quantity) -> bool:
    return quantity.kind in (Kind.DAY, Kind.MONTH, Kind.WEEKDAY) or quantity.expression != quantity.passage


def _garbled(bead: Bead, i: int, j: int) -> Passage:
    """The run of target quantities around `j` that stand for the expression of source quantity `i`."""
    expression = bead.source(i).expression
    members = {place for place, q in enumerate(bead.quantities.source) if q.expression == expression}
    places = sorted({target for source, target in bead.links if source in members} | {j})
    run = [j]
    for step in (1, -1):
        place = j + step
        while place in places and _near(
            bead.target(place - max(step, 0)), bead.target(place + max(-step, 0))
        ):
            run.append(place)
            place += step
    return span([bead.target(place).passage for place in sorted(run)])


def _near(one: Quantity, other: Quantity) -> bool:
    return other.passage.start - one.passage.end <= _GAP


def _shown(bead: Bead, i: int, where: Passage, members: list[Quantity]) -> list[Quantity]:
    """The members of the source expression whose counterparts lie in the garbled passage, and the garbled one."""
    linked = {source for source, target in bead.links if bead.target(target).passage.overlaps(where)} | {i}
    return [q for place, q in enumerate(bead.quantities.source) if place in linked and q in members]

"""Whether two relations stand under the same negation, so that the one may turn the other round."""

from __future__ import annotations

from auditor.polarity.lists import plain_words, relative_words
from auditor.polarity.poles import reach
from auditor.polarity.reading import LIMITING, Side
from auditor.polarity.relations import DENIED, Use, relation_phrases
from auditor.polarity.rewordings import rewording_phrases

PLAIN = frozenset(
    {"except", "even", "only", "still", "nolonger", "despite", "because", "without", "fraction"}
    | {"onlyif", "evenif", "unless", "unlike", "accord", "away", "while"}
    | {"butfor", "butonly", "noany", "restricted", "notrestricted"}
)
"""Relations that mean the same with a negation before them or without."""
MODAL = frozenset({"must", "may"})
"""Relations that are compared only where nothing denies either: what one must not one may not."""
SOON = 5
"""Words behind a relation among which one implies that it is denied."""
BEHIND = 3
"""Words behind those among which a negation denies them."""
CONDITIONS = frozenset({"while"})
"""Relations that mean another with a negation after them: as long as … not."""
GIVEN = frozenset({("without", "with")})
"""Relations of which the second means the first with a negation after it: with nothing stated."""
WHOLE = frozenset({("onlyif", "without"), ("butonly", "allbut")})
"""Relations that are compared only where nothing else denies: no entry without permission, none except three."""
CLAUSE = 12
"""Words after a relation in which a negation belongs to its clause."""
SCOPE = 8
"""Words before a relation that a negation reaches over."""
NEAR = 3
"""Words before a relation among which another limits it."""


def have_one_force(source: Side, target: Side, one: Use, other: Use) -> bool:
    """Whether both relations stand plainly, or both under a negation, or both limited."""
    both = one.relation, other.relation
    if _is_resolved(source, target, one, other):
        return False
    if both in WHOLE:
        return not (
            _is_denied_too(target, other) or (one.relation == "butonly" and _denies_before(source, one))
        )
    if one.relation in MODAL:
        return not (_is_near_denial(source, one) or _is_near_denial(target, other))
    if one.relation in PLAIN:
        return True
    forces = [
        (_force(source, one, whole=whole), _force(target, other, whole=whole)) for whole in (True, False)
    ]
    if DENIED.get(one.relation) == other.relation and ("denied", "plain") in forces:
        return False  # what does not come to more than so much is at most so much
    return any(ours == theirs for ours, theirs in forces)


def _is_resolved(source: Side, target: Side, one: Use, other: Use) -> bool:
    """Whether a negation makes of one relation the other: if they pay, for not … unless they do."""
    both = one.relation, other.relation
    conditions = ((source, one), (target, other))
    if any(use.relation in CONDITIONS and _denies(side, use) for side, use in conditions):
        return True
    if both in GIVEN and (_denies(target, other) or _is_empty(target, other)):
        return True
    return both == ("unless", "while") and len(target.negations) < len(source.negations)


def _is_empty(side: Side, each: Use) -> bool:
    """Whether a word behind a relation implies a negation: with the stands empty."""
    last = each.found.places[-1]
    return bool(rewording_phrases(side.language, "implied").find(side.forms[last + 1 : last + 1 + SOON]))


def _is_denied_too(side: Side, each: Use) -> bool:
    """Whether anything else of a side denies."""
    return any(mark.places != each.found.places for mark in side.negations)


def _denies_before(side: Side, each: Use) -> bool:
    """Whether a word that denies stands between the negation and the exception of an "only": none but three stayed away."""
    last = each.found.places[0]
    places = [place for mark in side.marks if last in mark.places for place in mark.places]
    return bool(rewording_phrases(side.language, "denials").find(side.forms[min(places) + 1 : last]))


def _force(side: Side, each: Use, *, whole: bool) -> str:
    """Whether a relation stands plainly, under a negation, or limited: not before is only after. `whole`: by the negations of
    the whole sentence, else by those of its clause.
    """
    first, plain = each.found.places[0], plain_words(side.language)
    own = {place for place in each.found.places if side.forms[place] in plain}
    marks = {
        mark.label
        for mark in side.marks
        if mark.places != each.found.places
        and own.isdisjoint(mark.places)
        and mark.places[0] < first <= mark.places[-1] + min(SCOPE, reach(side, mark))
        and (whole or not _is_parted(side, range(mark.places[-1] + 1, first + 1)))
    }
    only = relation_phrases(side.language, "clear").find(side.forms[max(0, first - NEAR) : first])
    if not marks.isdisjoint(LIMITING) or any(found.label == "only" for found in only):
        return "limited"
    return "denied" if marks - {"neutral", "words", "denying"} else "plain"


def _is_parted(side: Side, places: range) -> bool:
    """Whether a mark, or a word that begins a relative clause, keeps a negation before some words from what is behind them."""
    relative = relative_words(side.language)
    return any(side.breaks_before(place) or side.forms[place] in relative for place in places)


def _is_near_denial(side: Side, each: Use) -> bool:
    """Whether anything denies or limits shortly before a relation or right behind it: must not, may only."""
    places = range(each.found.places[0] - SCOPE, each.found.places[-1] + BEHIND + 1)
    return any(
        mark.label != "neutral" and not {*mark.places}.isdisjoint(places)
        for mark in side.marks
        if mark.places != each.found.places
    )


def _denies(side: Side, each: Use) -> bool:
    """Whether a negation stands in the clause that a relation begins, by itself or within a mark that begins before it."""
    last = each.found.places[-1]
    places = range(last + 1, min(len(side.words), last + 1 + CLAUSE))
    end = next((place for place in places if side.breaks_before(place)), places.stop)
    if not plain_words(side.language).isdisjoint(side.forms[last + 1 : end]):
        return True
    return any(last < place < end for mark in side.negations for place in mark.places)

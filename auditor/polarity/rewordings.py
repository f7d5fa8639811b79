"""Negations that the other side says by a word that holds one: failed to, remains, intact, only, has dismissed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from auditor.languages import language_data
from auditor.polarity.denial import Denials, is_condition
from auditor.polarity.echoes import is_echoed
from auditor.polarity.lists import failing_words
from auditor.polarity.patterns import word_patterns
from auditor.polarity.phrases import Found, Phrases
from auditor.polarity.poles import is_turned
from auditor.polarity.reading import DEMANDING, LIMITING, Side
from auditor.polarity.signals import HOLDING
from auditor.polarity.standing import Claim

REACH = 12
"""Words from the expected place within which the rendering of a negated verb stands, and what implies its negation."""
KNOWN = 0.15
"""The root of a translation probability from which on the lexicon bears a rendering out."""
LINKED = {"adjective": 0.9}
"""Score of a link from which on it does where the lexicon knows nothing of it, by the label of the negation."""
LINK = 0.75
"""The same for the others."""
FREE = 0.5
"""How surely a word renders another from which on it stands for that."""
FAILING = 4
"""Words before the rendering of a negated verb among which "failed to" stands."""
BESIDE = 4
"""Words from the expected place within which what implies a negation speaks for it whatever else is rendered."""
NEAR = frozenset({"without", "verbal"})
"""Labels of negations that one word beside them may say."""
DOUBTED = {"denying": 0.65, "adjective": 0.65}
"""Probability below which a negation is let pass that may be said in another way, by its label."""
DOUBT = 0.6
"""The same for the others."""
COPULA = ("ليس", "لست", "لسنا")
"""How the Arabic verbs begin that deny what is no verb."""
ANY = frozenset({"اي", "ايه"})
"""How Arabic says that a verb is denied of all there is: لم تسجل أي خسائر."""
WHOLE = frozenset({"noun", "without"})
"""Labels of negations of nouns, which say nothing against the original where it has no such noun: with no choice but."""
HELD = 0.5
"""Score of a link from which on a word that holds a negation says what is denied."""
SURE = 0.85
"""Probability from which on one is serious all the same."""
MINOR = 0.69
"""The most that is said of one."""


def weighed(denials: Denials, claim: Claim, likely: float) -> float:
    """The probability that a negation is an error, in [0, 1], less where nothing shows that the other side says the same
    without it. Limits set on the sound development sets and the fitted press texts.
    """
    label = claim.mark.label
    if not denials.lost:
        return 0.0 if claim.spot is None and label in WHOLE else likely
    if label == "except":
        is_alone = len(claim.mark.places) > 1 and not denials.other.negations and not is_condition(claim.mark)
        return min(likely, MINOR) if is_alone else likely
    if label != "denying" and (label in NEAR or is_rendered(denials, claim)):
        return likely
    return 0.0 if likely < DOUBTED.get(label, DOUBT) else likely if likely >= SURE else min(likely, MINOR)


def is_rendered(denials: Denials, claim: Claim) -> bool:
    """Whether the first of the negated words, the verb, is rendered near, by the lexicon or the lists of opposites."""
    if not claim.scope:
        return False
    bridge, least = denials.bridge, LINKED.get(claim.mark.label, LINK)
    if is_echoed(denials, claim):
        return True
    return any(
        bridge.renderings.of(place).get(spot, 0.0) >= KNOWN or value >= least
        for place in _telling(denials, claim)
        for spot, value in bridge.strengths(place).items()
        if denials.other.words[spot].is_content and _is_near(denials, claim, spot, REACH)
    )


def _telling(denials: Denials, claim: Claim) -> tuple[int, ...]:
    """The first of the negated words, or all where that is no verb, or one that says little, or “any” is behind it."""
    own, first = denials.own, claim.scope[0]
    says_little = rewording_phrases(own.language, "auxiliary").find(own.forms[first : first + 1])
    is_copula = own.forms[claim.mark.places[-1]].lstrip("و").startswith(COPULA)
    is_any = not ANY.isdisjoint(own.forms[first + 1 : first + 2])
    return claim.scope if says_little or is_copula or is_any else claim.scope[:1]


def has_failed(denials: Denials, claim: Claim) -> bool:
    """Whether a verb stands behind one like "fail"."""
    other, failing = denials.other, failing_words(denials.other.language)
    if claim.mark.label not in {"verb", "joined"} or not failing:
        return False
    return any(
        other.forms[place].startswith(failing) and denials.bridge.explained(place, claim) < FREE
        for each in claim.scope
        for spot in denials.bridge.strengths(each)
        if _is_near(denials, claim, spot, REACH)
        for place in range(max(0, spot - FAILING), spot)
    )


def _is_held(denials: Denials, claim: Claim) -> bool:
    """Whether an Arabic word that holds a negation says what another language denies with a word that holds none, and that
    the lexicon does not know for its rendering: did not award for حجبت.
    """
    if denials.lost or denials.other.language != "ar" or not claim.scope:
        return False
    own, other, first = denials.own, denials.other, claim.scope[0]
    holding = [*rewording_phrases(own.language, "denials").find(own.forms), *own.marks]
    if any(first in each.places for each in holding if each.label in HOLDING | {"denials"}):
        return False
    held = implying_places(other.language, other.forms)
    known = denials.bridge.renderings.of(first)
    return any(
        spot in held
        and score >= HELD
        and known.get(spot, 0.0) < KNOWN
        and not is_turned(other, Found("", (spot,)))
        for spot, score in denials.bridge.linked.get(first, {}).items()
    )


def is_implied(denials: Denials, claim: Claim) -> bool:
    """Whether a word that holds a negation, or implies one, stands for it, where the verb is not rendered."""
    if _is_held(denials, claim):
        return True
    kind, reach = "implied", BESIDE
    if not denials.lost:
        kind = "implied" if denials.other.language == "ar" else ""
    elif claim.mark.label not in NEAR:
        if is_rendered(denials, claim):
            return False
        reach = REACH
    return any(
        (_is_near(denials, claim, spot, reach) or _governs(denials, claim, spot))
        and denials.bridge.rendered(spot, claim) < FREE
        for spot in _free(denials, claim, kind, HOLDING | LIMITING)
    )


def _governs(denials: Denials, claim: Claim, spot: int) -> bool:
    """Whether an Arabic verb stands right before its subject, the word that another language denies (غابت المرأة)."""
    if denials.lost or denials.other.language != "ar" or not claim.scope:
        return False
    known = denials.bridge.strengths(claim.scope[0])
    return known.get(spot + 1, 0.0) >= FREE


def is_limited(denials: Denials) -> bool:
    """Whether any word limits what the other side says, or a condition stands for that where it denies nothing."""
    is_said = _has(denials, "restricting", LIMITING | {"faint", "without"})
    return is_said or (not denials.other.negations and _has(denials, "conditions", frozenset()))


def is_refused(denials: Denials, claim: Claim | None = None) -> bool:
    """Whether any word of the other side denies, and is no rendering of another; in the sentence of a claim if one is given."""
    return _has(denials, "denials", DEMANDING, claim)


def implies_negation(side: Side) -> bool:
    """Whether any word of a side implies a negation."""
    return bool(rewording_phrases(side.language, "implied").find(side.forms))


def _has(denials: Denials, kind: str, labels: frozenset[str], beside: Claim | None = None) -> bool:
    taken = {place for mark, _ in denials.met.values() for place in mark.places}
    claims = (
        [beside]
        if beside
        else [claim for claim in denials.claims if claim.mark.label in {"denying", "except"}]
    )
    whole = kind == "restricting"  # such a word may render the verb with what limits it: is reserved for
    return any(
        spot not in taken and (whole or denials.bridge.rendered(spot, claim) < FREE)
        for claim in claims
        for spot in _free(denials, claim, kind, labels)
        if beside is None or denials.bridge.is_beside(spot, beside)
    )


def _is_near(denials: Denials, claim: Claim, spot: int, reach: int) -> bool:
    return abs(spot - claim.centre) <= reach and denials.bridge.is_beside(spot, claim)


def _free(denials: Denials, claim: Claim, kind: str, labels: frozenset[str]) -> Iterator[int]:
    """Where on the other side words of a kind, or marks with some labels, stand that render no other word."""
    other = denials.other
    listed: list[Found] = rewording_phrases(other.language, kind).find(other.forms)
    idioms = {place for mark in other.marks if mark.label == "neutral" for place in mark.places}
    for mark in [*other.marks, *listed]:
        is_asked = mark.label in labels or mark.label == kind
        if is_asked and all(
            denials.bridge.explained(spot, claim) < FREE
            or (not denials.lost and spot not in idioms and denials.bridge.is_spare(spot, claim))
            for spot in mark.places
        ):
            yield from mark.places


@cache
def rewording_phrases(language: str, kind: str) -> Phrases:
    """What implies a negation, what restricts, what denies."""
    table = language_data(language, "polarity").get("rewordings", {})
    lines = [(kind, " ".join(line.split())) for line in table.get(kind, "").split(",") if line.strip()]
    return Phrases(language, lines, patterns=word_patterns(language))


def implying_places(language: str, forms: Sequence[str]) -> set[int]:
    """The places among some words of those that deny, or imply a negation."""
    return {
        place
        for kind in ("implied", "denials")
        for each in rewording_phrases(language, kind).find(forms)
        for place in each.places
    }

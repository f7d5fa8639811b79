"""What stands for a negation without its being its counterpart: another free negation, "peu", "un-", a word for both."""

from __future__ import annotations

from auditor.polarity.contrasts import contrast_phrases
from auditor.polarity.denial import Denials
from auditor.polarity.lists import failing_words, joining_words
from auditor.polarity.poles import opposite_labels
from auditor.polarity.reading import DEMANDING, Side, bases
from auditor.polarity.relations import relation_phrases
from auditor.polarity.restated import (
    is_averted,
    is_dated,
    is_excepted,
    is_one_expression,
    is_required,
    is_warned,
)
from auditor.polarity.rewordings import has_failed, is_implied, is_limited, is_refused
from auditor.polarity.standing import Claim
from auditor.word_alignment import vocabulary

NEAR, FARTHER = 3.0, 11.0
"""Words from the expected place within which a negation of the other side that answers none says the same more freely, and
those where either negates an adjective.
"""
BESIDE = 2
"""Words before the rendering of what is negated among which "little" and "hardly" stand."""
CLOSE = 6.0
"""Words from the expected place within which a word with a negative prefix may render a negated adjective."""
COPULA = ("ليس", "لست", "يكن", "تكن", "يكون", "تكون")
"""How the Arabic verbs begin that say of a thing what it is."""
SOON = 4
"""Words after a negation among which that stands."""
RENDERED = 0.4
"""The root of a translation probability from which on such a word without its prefix is the rendering of another."""
CONTRAST = 16
"""Words after a negation among which what is said instead begins."""
SUBJECT = 14
"""Words between "no" before a subject and the verb that it denies."""
JOINED = 5
"""Words between a negation and the second of the words that it denies."""
CONDITIONS = frozenset({"while", "onlyif", "after"})
"""Relations that a condition comes to."""
EXPLAINED = 0.5
"""How surely such a word renders another from which on it does not."""


def is_excused(denials: Denials, claim: Claim) -> bool:
    """Whether the other side says as much in another way. Set on the sound development sets and the fitted press texts."""
    if claim.mark.label == "denying":
        return is_refused(denials, claim)
    if claim.mark.label == "except":
        return is_limited(denials) or is_averted(denials, claim)
    return (
        _meets_free(denials, claim)
        or _is_lessened(denials, claim)
        or _has_one_word(denials, claim)
        or _has_prefix(denials, claim)
        or _has_opposite(denials, claim)
        or has_failed(denials, claim)
        or _is_set_against(denials, claim)
        or is_implied(denials, claim)
        or _is_quantified(denials, claim)
        or _is_joined_again(denials, claim)
        or _is_only(denials, claim)
        or _is_resolved(denials, claim)
        or is_required(denials, claim)
        or is_averted(denials, claim)
        or is_dated(denials, claim)
        or is_one_expression(denials, claim)
        or is_excepted(denials, claim)
        or is_warned(denials, claim)
    )


def _is_quantified(denials: Denials, claim: Claim) -> bool:
    """Whether "no" before the subject denies the verb, and no negation is one too few: no deed without … will be accepted."""
    if not denials.lost or claim.mark.label not in {"verb", "joined"}:
        return False
    beside = [mark for mark in denials.answers if denials.bridge.is_beside(mark.places[0], claim)]
    return any(mark.label in DEMANDING and mark in denials.free for mark in beside) and any(
        mark.label == "noun" and 0 < claim.centre - mark.places[0] <= SUBJECT for mark in beside
    )


def _is_joined_again(denials: Denials, claim: Claim) -> bool:
    """Whether one negation of the other side denies both of two joined words: no returns or exchanges."""
    other = denials.other
    if not denials.lost or claim.mark.label != "joined" or claim.spot is None:
        return False
    denying = [mark for mark, _ in denials.met.values() if mark.places[0] < claim.spot]
    joining = joining_words(other.language)
    return any(
        other.forms[place] in joining
        for mark in denying
        if claim.spot - mark.places[-1] <= JOINED
        for place in range(mark.places[-1] + 1, claim.spot)
    )


def _is_only(denials: Denials, claim: Claim) -> bool:
    """Whether two negations of which none is answered come to one word that limits: only licensed vehicles may."""
    if not denials.lost or claim.mark.label not in {"verb", "adjective", "without", "verbal"}:
        return False
    labels = {each.mark.label for each in denials.claims if each.mark not in denials.met}
    return (
        "verb" in labels
        and bool(labels & {"adjective", "without", "verbal"})
        and any(
            mark.label == "only" and denials.bridge.is_beside(mark.places[0], claim)
            for mark in denials.other.marks
        )
    )


def _is_resolved(denials: Denials, claim: Claim) -> bool:
    """Whether a negation and the condition that limits it, neither of them answered, come to a plain condition: if they pay, for
    not … unless they do.
    """
    if not denials.lost or claim.mark.label != "verb" or denials.other.negations:
        return False
    limited = any(each.mark.label == "except" and not denials.limits[each.mark] for each in denials.claims)
    found = relation_phrases(denials.other.language, "clear").find(denials.other.forms)
    return limited and any(each.label in CONDITIONS for each in found)


def _is_set_against(denials: Denials, claim: Claim) -> bool:
    """Whether the negation belongs to a contrast (not on the 3rd but on the 5th) that the other side words as one as well."""
    own, other, last = denials.own, denials.other, claim.mark.places[-1]
    after = range(last + 1, min(len(own.words), last + 1 + CONTRAST))
    said = contrast_phrases(own.language).find(own.forms[after.start : after.stop])
    return any(each.label == "but" for each in said) and any(
        each.label in {"behind", "instead"} for each in contrast_phrases(other.language).find(other.forms)
    )


def _meets_free(denials: Denials, claim: Claim) -> bool:
    return any(
        denials.bridge.away(mark.places[0], claim)
        <= (FARTHER if "adjective" in {mark.label, claim.mark.label} else NEAR)
        for mark in denials.free
        if mark.label in DEMANDING
    )


def _is_lessened(denials: Denials, claim: Claim) -> bool:
    """Peu probable, un-detectable, atteint rarement."""
    if claim.spot is None:
        return False
    other = denials.other
    around = range(claim.spot - BESIDE, claim.spot + BESIDE)
    faint = {place for mark in other.marks if mark.label == "faint" for place in mark.places}
    before = other.forms[max(0, claim.spot - BESIDE) : claim.spot]
    if claim.mark.label == "verb" and any(form.startswith(failing_words(other.language)) for form in before):
        return True  # failed to submit
    return not faint.isdisjoint(around) or _is_joined(denials, claim.spot)


def _is_joined(denials: Denials, spot: int) -> bool:
    """Whether a word like "off" stands before another with a hyphen."""
    start = denials.other.words[spot].start
    text = denials.other.words[spot].document.text
    return (
        start > 1 and text[start - 1] in "-‑" and text[max(0, start - 4) : start - 1].split(" ")[-1].isalpha()
    )


def _has_opposite(denials: Denials, claim: Claim) -> bool:
    """Whether the opposite of the negated verb, not negated, stands where it should: continued for لم يتوقف."""
    own, other = denials.own, denials.other
    if not claim.scope or claim.mark.label not in {"verb", "joined"}:
        return False
    said = opposite_labels(own, claim.scope[0])
    near = range(max(0, int(claim.centre - CLOSE)), min(len(other.forms), int(claim.centre + CLOSE) + 1))
    if not said or any(not said.isdisjoint(opposite_labels(other, spot)) for spot in near):
        return False
    return any(
        not said.isdisjoint(opposite_labels(other, spot, turned=True))
        for spot in near
        if denials.bridge.explained(spot, claim) < EXPLAINED
    )


def _is_prefixed(side: Side, spot: int) -> bool:
    """Whether a word has a negative prefix before another word: unconvincing, not intention."""
    ids = vocabulary(side.language).ids
    return any(base in ids for base in bases(side.forms[spot], side.language))


def _has_prefix(denials: Denials, claim: Claim) -> bool:
    """Whether a word soon after the negation is rendered by one with a negative prefix: unconvincing for لم تكن ردوده مقنعة."""
    own, other, last = denials.own, denials.other, claim.mark.places[-1]
    after = [
        place
        for place in range(last + 1, min(len(own.words), last + 1 + SOON))
        if own.words[place].is_content
    ]
    return any(
        denials.bridge.renderings.strength(place, base) >= RENDERED
        for spot, form in enumerate(other.forms)
        if denials.bridge.away(spot, claim) <= FARTHER
        for base in bases(form, other.language)
        for place in after
    )


def _has_one_word(denials: Denials, claim: Claim) -> bool:
    """Whether a word that holds a negation stands for a negated adjective, or for what a copula denies: indétectable for
    غير قابل للكشف, unconvincing for لم تكن مقنعة.
    """
    own = denials.own
    words = [own.forms[place] for place in (*claim.mark.places[-1:], *claim.scope[:1])]
    is_copula = any(word.lstrip("وف").startswith(COPULA) for word in words)
    if claim.mark.label != "adjective" and not is_copula:
        return False
    other, bridge = denials.other, denials.bridge
    held = {place for mark in other.marks if mark.label == "words" and not is_copula for place in mark.places}
    first = max(0, int(claim.centre - CLOSE))
    return any(
        (spot in held or _is_prefixed(other, spot))
        and other.words[spot].is_content
        and bridge.away(spot, claim) <= CLOSE
        and bridge.explained(spot, claim) < EXPLAINED
        for spot in range(first, min(len(other.words), int(claim.centre + CLOSE) + 1))
    )

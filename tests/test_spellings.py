"""The letter-by-letter account of names, and names spelled with other letters."""

import pytest

from auditor.names import name_differences
from auditor.names.spelling.account import COSTS, SLIPS, account, costs_at_most
from auditor.names.spelling.conformity import SPELLED, conforms, same_kinds_in_any_order
from auditor.names.spelling.spelled import ceiling, is_spelled, spelled_alike
from auditor.names.spelling.transliteration import arabic_letters
from tests.spellings import listed_names

FOUND = 0.72, 0.7
"""Shares of wrong spellings found, looked at and not: the level reached, less a little."""
FLAGGED = 0.05
"""Share of the spellings in use that may be flagged."""


def slips(arabic, latin):
    found = account(arabic, latin).slips
    return [SLIPS[kind] for kind, times in enumerate(found) for _ in range(times)]


@pytest.mark.parametrize(
    ("arabic", "spellings"),
    [
        ("دوسري", "dosari dossary dawsari"),
        ("سعود", "saud saoud"),
        ("محمد", "mohamed muhammad mohammed mehmed"),
        ("حسين", "hussein houcine husain"),
        ("قذافي", "gaddafi kadhafi qadhafi"),
        ("عائشة", "aisha aicha"),
        ("مصطفى", "mustafa moustapha"),
        ("نورالدين", "noureddine nuruldin"),
    ],
)
def test_a_spelling_in_use_has_every_letter(arabic, spellings):
    assert [each for each in spellings.split() if account(arabic, each).cost > SPELLED] == []


@pytest.mark.parametrize(
    ("arabic", "latin", "slip"),
    [
        ("سعود", "saeed", "long_wrong"),
        ("زواغي", "zouagh", "long_lost"),
        ("مرواني", "marwazi", "far"),
        ("جازان", "jaza", "lost"),
        ("طوباس", "tobias", "hiatus"),
        ("قعيطي", "kuwaiti", "glide"),
        ("حسن", "hussein", "odd"),
        ("تبسة", "tebessam", "extra"),
        ("سمير", "samira", "ending"),
    ],
)
def test_a_slip_is_known_by_its_kind(arabic, latin, slip):
    assert slips(arabic, latin) == [slip]
    assert account(arabic, latin).cost == COSTS[SLIPS.index(slip)] > SPELLED


def test_words_too_far_from_each_other_have_no_account():
    assert account("طنجة", "constantinople").cost == float("inf")


WORDS = "سعود زواغي مرواني قعيطي تبسة سرغيني عائشة مصطفى نورالدين غوتيريش بلينكن كوالالمبور رين قالمه"
SPELLED_SO = "saud zouaghi marwazi kuwaiti tebessa serghouni aicha mustafa noureddine guterres blinken kualalumpur nm ouyahia"


def test_what_is_quickly_ruled_out_costs_more():
    for arabic in WORDS.split():
        for latin in SPELLED_SO.split():
            for most in (0.3, SPELLED, 0.95, 3.0):
                assert costs_at_most(arabic, latin, most) == (account(arabic, latin).cost <= most)


def test_what_is_quickly_ruled_out_is_unlikely():
    for arabic in map(arabic_letters, WORDS.split()):
        for latin in SPELLED_SO.split():
            likely = spelled_alike(arabic, latin)
            assert ceiling(arabic, latin) >= likely
            for least in (0.01, 0.04, 0.5, 0.8):
                assert is_spelled(arabic, latin, least) == (likely >= least)


def test_letters_in_another_order_are_no_spelling_and_the_same_kinds():
    assert not conforms("فاشر", "farish")
    assert same_kinds_in_any_order(("منصور",), "marsoun")
    assert not same_kinds_in_any_order(("منصور",), "mansouri el")


@pytest.mark.parametrize("half", [0, 1])
def test_wrong_spellings_are_found(half):
    tried = [(name, wrong) for name in listed_names() if name.half == half for wrong in name.wrong]
    found = [bool(name_differences([name.pair(wrong)])) for name, wrong in tried]
    assert sum(found) / len(found) >= FOUND[half]


@pytest.mark.parametrize("half", [0, 1])
def test_spellings_in_use_pass(half):
    tried = [(name, right) for name in listed_names() if name.half == half for right in name.right]
    flagged = [
        right
        for name, right in tried
        if any(each.kind != "convention" for each in name_differences([name.pair(right)]))
    ]
    assert len(flagged) <= FLAGGED * len(tried)

"""What the aligner reads from pairs of sentences: meetings, wording, sums over beads, anchors."""

import itertools
import math

import numpy as np
import pytest

import auditor
from auditor.alignment import anchors, decoding
from auditor.alignment.belonging import belonging
from auditor.alignment.features import FEATURES, bead_features
from auditor.alignment.meetings import meetings, shared
from auditor.alignment.region import Region, monotone, whole
from auditor.alignment.sides import Occurrences, read_sides
from auditor.alignment.wording import ANY_WORD, explained
from auditor.bitext import Document
from auditor.embedding import load_encoder
from auditor.segmentation import split_sentences
from auditor.word_alignment import lexicon

ARABIC = """أعلنت الوزارة عن فتح باب الترشيح أمام الشباب. وسيستمر التسجيل إلى نهاية الشهر.
انخفضت أسعار النفط إلى 60 دولارا للبرميل. ويتوقع الخبراء ارتفاعها في العام المقبل.
وصل الرئيس إلى العاصمة أمس. واستقبله رئيس الحكومة في المطار. ثم عقد اجتماعا مع الوزراء."""
FRENCH = """Le ministère a annoncé l’ouverture des candidatures aux jeunes, et l’inscription durera jusqu’à la fin du mois.
Les prix du pétrole ont baissé à 60 dollars le baril. Les experts s’attendent à leur hausse l’année prochaine.
Le président est arrivé hier dans la capitale. Le chef du gouvernement l’a reçu à l’aéroport. Il a ensuite tenu une
réunion avec les ministres."""
BAND = Region(np.array([0, 0, 1, 2]), np.array([2, 3, 4, 4]), 4)


@pytest.fixture(scope="module")
def sides():
    return sides_of((ARABIC, "ar"), (FRENCH, "fr"))


def sides_of(*texts):
    encoder = load_encoder(None)
    sentences = tuple(split_sentences(Document("", language, text)) for text, language in texts)
    return read_sides(sentences, tuple(encoder.sums([each.text for each in side]) for side in sentences))


def test_meetings_against_brute_force():
    random = np.random.default_rng(3)
    source = Occurrences(np.sort(random.integers(0, 4, 30)), random.integers(0, 6, 30))
    target = Occurrences(np.sort(random.integers(0, 4, 40)), random.integers(0, 6, 40))
    found = {
        (int(one), int(other), int(place))
        for one, other, place in zip(*meetings(BAND, source, target), strict=True)
    }
    wanted = {
        (one, other, int(BAND.places(source.owners[[one]], target.owners[[other]])[0]))
        for one, other in itertools.product(range(30), range(40))
        if source.things[one] == target.things[other]
        and BAND.places(source.owners[[one]], target.owners[[other]])[0] >= 0
    }
    assert found == wanted


def test_shared_weights():
    source = Occurrences(np.array([0, 1, 1]), np.array([0, 0, 1]))
    target = Occurrences(np.array([0, 1]), np.array([0, 1]))
    assert shared(whole(2, 2), source, target, np.array([2.0, 5.0])).tolist() == [2, 0, 2, 5]


def test_explained_against_the_formula(sides):
    """Word by word, as the module says it."""
    pairs = whole(len(sides.source), len(sides.target))
    dictionary = lexicon("ar", "fr")
    usual = dictionary.target.counts / dictionary.target.counts.sum()
    found = explained(sides.source, sides.target, pairs, 3)
    for size, (i, j) in itertools.product((1, 3), ((0, 0), (2, 1), (4, 3), (1, 4))):
        words = sides.source.words.things[np.isin(sides.source.words.owners, range(i, i + size))]
        wanted = 0.0
        for word in sides.target.words.things[sides.target.words.owners == j]:
            offered = sum(dictionary.known(int(each)).get(int(word), (0.0, 0.0))[0] ** 2 for each in words)
            wanted += math.log((1 - ANY_WORD) * offered / usual[word] / max(1, len(words)) + ANY_WORD)
        assert found[size - 1][pairs.places(np.array([i]), np.array([j]))[0]] == pytest.approx(
            wanted, abs=1e-3
        )


def test_norms_are_those_of_the_sums(sides):
    for size, norms in enumerate(sides.source.norms(3), start=1):
        sums = [sides.source.vectors[i : i + size].sum(axis=0) for i in range(len(sides.source) + 1 - size)]
        assert norms == pytest.approx([np.linalg.norm(each) for each in sums], rel=1e-5)
    assert len(sides.source.norms(100)) == len(sides.source)


def test_right_pairs_explain_each_other_best(sides):
    found = explained(sides.source, sides.target, whole(len(sides.source), len(sides.target)), 1)[0]
    table = found.reshape(len(sides.source), len(sides.target))
    assert table[:, 1].argmax() == 2  # oil prices
    assert table[:, 3].argmax() == 4  # the arrival of the president


def test_features_of_a_region_are_those_of_the_whole(sides):
    """All but those of chance, which looks at what is in the region."""
    rows, columns = len(sides.source), len(sides.target)
    every = whole(rows + 1, columns + 1)
    band = monotone(np.arange(rows + 1) - 3, np.arange(rows + 1) + 4, columns + 1)
    kept = [place for place, name in enumerate(FEATURES) if name not in {"expected similarity", "lead"}]
    wide = {each.shape: each for each in bead_features(sides, every)}
    compared = 0
    for narrow in bead_features(sides, band):
        if 0 in narrow.shape:
            continue
        places = every.places(band.rows[narrow.starts], band.columns[narrow.starts])
        same = wide[narrow.shape].features[:, np.searchsorted(wide[narrow.shape].starts, places)]
        sums = [place for place in kept if place < len(FEATURES) - 2]
        assert narrow.features[sums] == pytest.approx(same[sums], abs=1e-4)
        compared += len(places)
    assert compared > 100


def single_beads(sides):
    nodes = whole(len(sides.source) + 1, len(sides.target) + 1)
    return next(each for each in bead_features(sides, nodes) if each.shape == (1, 1))


def test_evidence_does_not_depend_on_which_text_is_the_source(sides):
    there, back = single_beads(sides), single_beads(sides_of((FRENCH, "fr"), (ARABIC, "ar")))
    rows, columns = len(sides.source), len(sides.target)
    for name in (
        "similarity",
        "lead",
        "shared marks",
        "second explained by first",
        "first explained by second",
    ):
        values = back.features[FEATURES.index(name)].reshape(columns, rows)
        assert there.features[FEATURES.index(name)].reshape(rows, columns) == pytest.approx(
            values.T, abs=1e-4
        )


def test_longest_chain_against_brute_force():
    random = np.random.default_rng(8)
    for _ in range(20):
        pairs = [
            (i, int(j), float(worth))
            for i, (j, worth) in enumerate(zip(random.integers(0, 9, 8), random.random(8), strict=True))
        ]
        rising = [
            chosen
            for size in range(9)
            for chosen in itertools.combinations(pairs, size)
            if all(one[1] < other[1] for one, other in itertools.pairwise(chosen))
        ]
        best = max(sum(each[2] for each in chosen) for chosen in rising)
        worth = {pair[:2]: pair[2] for pair in pairs}
        found = anchors.longest_chain(pairs)
        assert sum(worth[each] for each in found) == pytest.approx(best)
        assert all(one[1] < other[1] for one, other in itertools.pairwise(found))


def test_an_anchor_off_the_way_is_left_out():
    straight = [(i, i) for i in range(0, 60, 5)]
    astray = sorted([*straight, (27, 52)])
    assert (27, 52) not in anchors.on_the_way(astray)
    assert len(anchors.on_the_way(straight)) == len(straight) - 2


def test_region_without_anchors_stays_small():
    made = anchors.along([(0, 0), (5000, 5000)])
    assert made.size < 4 * anchors.WIDEST
    assert made.places(np.array([0, 2500, 5000]), np.array([0, 2500, 5000])).min() >= 0


def test_too_narrow_a_region_is_widened(monkeypatch, sides):
    wanted = decoding.best_beads(sides)
    rows, columns = len(sides.source) + 1, len(sides.target) + 1
    astray = monotone(np.zeros(rows, np.int64), np.minimum(np.arange(rows) // 3 + 1, columns), columns)
    monkeypatch.setattr(decoding, "region_of", lambda *_: astray)
    found = decoding.best_beads(sides)
    assert [bead for bead, _ in found] == [bead for bead, _ in wanted]


def test_along_anchors_as_in_the_whole_plane(monkeypatch):
    """A text of sixty sentences, aligned with and without comparing every pair."""
    source, target = ARABIC.split("\n"), FRENCH.replace("une\nréunion", "une réunion").split("\n")
    random = np.random.default_rng(4)
    order = random.integers(0, 3, 40)
    texts = "\n".join(source[i] for i in order), "\n".join(target[i] for i in order)
    wanted = auditor.align(*texts)
    monkeypatch.setattr(anchors, "WHOLE", 0)
    found = auditor.align(*texts)
    sentences = [(pair.source_sentences, pair.target_sentences) for pair in found.pairs]
    assert sentences == [(pair.source_sentences, pair.target_sentences) for pair in wanted.pairs]


SEGMENTS = (
    (
        "انخفضت أسعار النفط إلى 60 دولارا للبرميل.",
        "Les prix du pétrole ont baissé à 60 dollars le baril.",
        "fr",
    ),
    (
        "استقبل رئيس الحكومة وفدا من البنك الدولي.",
        "The head of government received a World Bank delegation.",
        "en",
    ),
    ("الرباط", "Rabat", "fr"),
)


def sure(source, target, language):
    passages = Document("", "ar", source).passage(), Document("", language, target).passage()
    return belonging([passages], load_encoder(None))[0][0]


@pytest.mark.parametrize(("source", "target", "language"), SEGMENTS)
def test_passages_belong_together(source, target, language):
    assert sure(source, target, language) > 0.9


def test_strangers_do_not_belong_together():
    assert sure(SEGMENTS[0][0], "The museum reopens after four years of restoration.", "en") < 0.3
    assert sure(SEGMENTS[1][0], SEGMENTS[0][1], "fr") < 0.3


def test_a_changed_number_makes_no_stranger():
    source, target, language = SEGMENTS[0]
    assert sure(source, target.replace("60", "16"), language) == pytest.approx(
        sure(source, target, language), abs=0.05
    )


@pytest.mark.parametrize(("source", "target"), [("—", "…"), ("محمد", "…"), ("42", "42"), ("", "")])
def test_passages_without_words(source, target):
    assert 0 <= sure(source, target, "fr") <= 1

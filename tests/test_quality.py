"""Quality: what lowers it, how two translations of one text rank, and how its weights are fitted."""

import numpy as np
import pytest

import auditor
from auditor.quality import DOUBTS, FEATURES, TRACES, fitted_weights, rank
from auditor.training.planted_errors import PlantedError
from auditor.training.quality import fitted_probability, fitted_traces, sampled, weights_of

ORIGINAL = (
    "أعلنت الوزارة أن عدد المستفيدين من البرنامج بلغ 3500 شخص خلال السنة الماضية، وأن المشروع سيشمل مدنا أخرى"
)
SOUND = (
    "Le ministère a annoncé que le nombre de bénéficiaires du programme avait atteint 3 500 personnes l’année"
    " dernière et que le projet s’étendrait à d’autres villes"
)


def quality(translation, original=ORIGINAL):
    return auditor.check(original, translation, source_language="ar", target_language="fr").quality


@pytest.mark.parametrize(
    "faulty",
    [
        pytest.param(SOUND.replace("3 500", "5 300"), id="number"),
        pytest.param(SOUND.replace(" et que le projet s’étendrait à d’autres villes", ""), id="clause lost"),
        pytest.param(
            SOUND.replace(" l’année dernière", " l’année dernière dans le secteur de la pêche"), id="added"
        ),
        pytest.param(SOUND.replace("bénéficiaires", "chevaux"), id="word"),
        pytest.param(SOUND.replace("et que le projet", "and that the project"), id="language"),
        pytest.param("Le roi a reçu mardi au palais l’ambassadeur du Japon", id="another text"),
    ],
)
def test_a_faulty_translation_ranks_below_the_sound_one(faulty):
    assert 0 <= quality(faulty) < quality(SOUND) <= 1


def test_a_serious_finding_makes_quality_low():
    assert quality(SOUND) > 0.5 > quality(SOUND.replace("3 500", "5 300"))


def test_doubts_never_raise_the_probability():
    traces, last = fitted_weights()
    assert traces.shape == (len(TRACES), len(FEATURES))
    assert last[1] > 0  # the rank
    assert (last[-len(DOUBTS) :] <= 0).all()


def test_the_rank_is_that_of_three_independent_traces():
    weights = np.zeros((len(TRACES), len(FEATURES)))
    found = np.ones((1, len(FEATURES)))
    assert rank(found, weights)[0] == pytest.approx(3 * np.log(0.5))
    weights[1, 0] = 2.0
    assert rank(found, weights)[0] < 3 * np.log(0.5)


def planted(kind, number=0):
    return PlantedError("contratico", kind, f"{kind} {number}", "a", "b", ("ar", "fr"))


def test_traces_are_fitted_to_rank_the_sound_text_first():
    draw = np.random.default_rng(5)
    kinds = ("omission", "expansion", "alteration")
    rows = [planted(kinds[number % 3], number) for number in range(300)]
    good = draw.normal(size=(300, len(FEATURES)))
    good[:, 0] = 1
    bad = good.copy()
    for number in range(300):  # each kind of error raises a feature of its own, in its own direction
        bad[number, 4 + number % 3] += (1.5, -1.5, 2.0)[number % 3] + draw.normal() * 0.3
    traces = fitted_traces(good, bad, rows)
    assert (rank(good, traces) > rank(bad, traces)).mean() > 0.95
    belonging = np.zeros(300)
    last = fitted_probability(traces, (good, belonging), (bad, belonging))
    assert last[1] > 0


def test_kinds_weigh_the_same_and_are_sampled():
    rows = [planted("omission", number) for number in range(500)] + [planted("alteration")]
    assert len(sampled(rows)) == 251
    weights = weights_of(rows, {}, {})
    assert weights[:500].sum() == pytest.approx(weights[500])

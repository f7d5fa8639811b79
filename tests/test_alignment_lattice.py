"""The lattice and its region against brute force."""

import math

import numpy as np
import pytest

from auditor.alignment import lattice as lattice_module
from auditor.alignment.lattice import Lattice
from auditor.alignment.region import Region, monotone, whole

SHAPES = ((1, 1), (1, 2), (2, 1), (3, 2), (1, 0), (0, 1))


def region(*slices):
    first, end = np.array(slices).T
    return Region(first, end, int(end[-1]))


REGIONS = {
    "whole": whole(4, 5),
    "one column": whole(4, 1),
    "one row": whole(1, 4),
    "one node": whole(1, 1),
    "band": region((0, 2), (0, 3), (1, 4), (2, 5)),
    "jump": region((0, 1), (0, 4), (3, 5), (3, 6)),
}


def lattice_of(nodes):
    beads = []
    for a, b in SHAPES:
        ends = nodes.places(nodes.rows + a, nodes.columns + b)
        starts = np.flatnonzero(ends >= 0)
        beads.append((starts, ends[starts]))
    return Lattice(nodes, SHAPES, beads)


def scores_of(lattice, seed=5):
    random = np.random.default_rng(seed)
    return [random.normal(size=len(starts)).astype(np.float32) for starts, _ in lattice.beads]


def every_path(lattice, scores, at=0):
    """Every way from a node to the last, with its beads by shape and place."""
    if at == lattice.size - 1:
        yield (), 0.0
    for number, (starts, ends) in enumerate(lattice.beads):
        for bead in np.flatnonzero(starts == at):
            for rest, worth in every_path(lattice, scores, ends[bead]):
                yield ((number, int(bead)), *rest), worth + float(scores[number][bead])


@pytest.mark.parametrize("nodes", REGIONS.values(), ids=REGIONS)
def test_posteriors_against_all_paths(nodes):
    lattice = lattice_of(nodes)
    scores = scores_of(lattice)
    paths = list(every_path(lattice, scores))
    shares, passed, total = lattice.posteriors(scores)
    assert total == pytest.approx(math.log(sum(math.exp(worth) for _, worth in paths)), abs=1e-5)
    for number, share in enumerate(shares):
        for bead, value in enumerate(share):
            through = sum(math.exp(worth - total) for path, worth in paths if (number, bead) in path)
            assert value == pytest.approx(through, abs=1e-5)
    assert passed[0] == pytest.approx(1) == passed[-1]


@pytest.mark.parametrize("nodes", REGIONS.values(), ids=REGIONS)
def test_best_path_against_all_paths(nodes):
    lattice = lattice_of(nodes)
    scores = scores_of(lattice, seed=7)
    best, _ = max(every_path(lattice, scores), key=lambda path: path[1])
    wanted = []
    for number, bead in best:
        start = lattice.beads[number][0][bead]
        wanted.append((int(nodes.rows[start]), int(nodes.columns[start]), *SHAPES[number]))
    assert lattice.best_path(scores) == wanted


def test_endless_sums_do_not_drown():
    lattice = lattice_of(whole(400, 2))
    scores = [np.full(len(starts), -50, np.float32) for starts, _ in lattice.beads]
    shares, _, total = lattice.posteriors(scores)
    assert total < -19_000
    assert sum(float(share.sum()) for share in shares) > 100


@pytest.mark.parametrize("nodes", REGIONS.values(), ids=REGIONS)
def test_places_are_where_they_stand(nodes):
    assert nodes.places(nodes.rows, nodes.columns).tolist() == list(range(nodes.size))
    outside = [(i, j) for i in range(-1, 6) for j in range(-1, 8) if not holds(nodes, i, j)]
    rows, columns = np.array(outside).T
    assert set(nodes.places(rows, columns).tolist()) == {-1}


def holds(nodes, i, j):
    return 0 <= i < len(nodes.first) and nodes.first[i] <= j < nodes.end[i]


@pytest.mark.parametrize("nodes", REGIONS.values(), ids=REGIONS)
def test_turned_twice_is_the_same(nodes):
    turned = nodes.turned()
    assert set(zip(turned.columns.tolist(), turned.rows.tolist(), strict=True)) == set(
        zip(nodes.rows.tolist(), nodes.columns.tolist(), strict=True)
    )
    assert turned.turned().places(nodes.rows, nodes.columns).tolist() == list(range(nodes.size))


@pytest.mark.parametrize("nodes", REGIONS.values(), ids=REGIONS)
def test_pairs_inside_beads_are_all_there(nodes):
    pairs = nodes.inside(SHAPES[:4])
    for i, j in zip(nodes.rows.tolist(), nodes.columns.tolist(), strict=True):
        for a, b in SHAPES[:4]:
            if holds(nodes, i + a, j + b):
                assert all(holds(pairs, i + k, j + n) for k in range(a) for n in range(b))


def test_monotone_holds_both_corners_and_never_breaks():
    made = monotone(np.array([3, 2, 9, 9]), np.array([5, 4, 11, 10]), 12)
    assert (made.first[0], made.end[-1]) == (0, 12)
    assert all(np.diff(made.first) >= 0)
    assert all(np.diff(made.end) >= 0)
    assert all(made.first[1:] < made.end[:-1])


def test_widened_rows_and_their_neighbours():
    wide = REGIONS["band"].widened(np.array([False, False, True, False]), 1)
    assert wide.first.tolist() == [0, 0, 0, 1]
    assert wide.end.tolist() == [2, 4, 5, 5]


def long_band(wide):
    rows = np.arange(400)
    return monotone(rows - wide, rows + wide + 1, 400)


@pytest.mark.parametrize("wide", [3, 60], ids=["blocks agree", "blocks do not agree"])
def test_blocks_of_diagonals_as_one_after_the_other(monkeypatch, wide):
    lattice = lattice_of(long_band(wide))
    scores = scores_of(lattice)
    shares, passed, total = lattice.posteriors(scores)
    path = lattice.best_path(shares)
    monkeypatch.setattr(lattice_module, "BLOCK", 1000)
    one_by_one = lattice.posteriors(scores)
    assert total == pytest.approx(one_by_one[2], abs=1e-6)
    assert passed == pytest.approx(one_by_one[1], abs=1e-6)
    for share, wanted in zip(shares, one_by_one[0], strict=True):
        assert share == pytest.approx(wanted, abs=1e-6)
    assert path == lattice.best_path(shares)

"""Passages that stand elsewhere in the target: made by moving runs of neighbouring gold beads, to be found again."""

import random
from dataclasses import replace
from itertools import pairwise

from tests.benchmark.alignment.measures import Tally
from tests.benchmark.tables import figure, print_table

SEED, DRAWS, ALONE = 11, 2, 10
MOST_BEADS, MOST_MOVES = 5, 2
TRIES = 200


def move(document, draw):
    """The document with one or two runs of one to five beads put elsewhere on the target side, and the moved beads.

    A run is put further away than twice its own length, so that it is the run that moved and not what it passed;
    None where the document is too short for that.
    """
    order, moved = list(range(len(document.beads))), set()
    for _ in range(draw.randint(1, MOST_MOVES)):
        order = _moved_once(document.beads, order, moved, draw)
    if not moved:
        return None
    pieces = _pieces(document)
    places = {j: place for place, j in enumerate(j for k in order for j in pieces[k])}
    target = sorted(places, key=places.__getitem__)
    beads = [(source, [places[j] for j in own]) for source, own in document.beads]
    gold = [beads[k] for k in sorted(moved) if all(beads[k])]
    return replace(document, target=[document.target[j] for j in target], beads=beads), gold


def _moved_once(beads, order, moved, draw):
    """The order after one more move; `moved` is added to."""
    for _ in range(TRIES):
        size = draw.randint(1, MOST_BEADS)
        start = draw.randrange(max(1, len(order) - size))
        run, rest = order[start : start + size], order[:start] + order[start + size :]
        place = draw.randrange(len(rest) + 1)
        passed = rest[min(start, place) : max(start, place)]
        if (
            all(second == first + 1 for first, second in pairwise(run))
            and all(beads[run[0]])
            and all(beads[run[-1]])
            and moved.isdisjoint([*run, *passed])
            and sum(all(beads[k]) for k in passed) > 2 * size
        ):
            moved.update(run)
            return rest[:place] + run + rest[place:]
    return order


def _pieces(document):
    """The target sentences of each bead; those of no bead go with the bead before."""
    owner = {j: k for k, (_, own) in enumerate(document.beads) for j in own}
    pieces = [[] for _ in document.beads]
    last = 0
    for j in range(len(document.target)):
        last = owner.get(j, last)
        pieces[last].append(j)
    return pieces


def report(apart, untouched, aligner):
    """`apart`: documents to move passages in; `untouched`: documents by group, where every move found is false."""
    draw = random.Random(SEED)  # noqa: S311
    rows = []
    for name, documents in apart.items():
        draws = max(DRAWS, ALONE // len(documents))
        made = [each for document in documents for _ in range(draws) if (each := move(document, draw))]
        counts, tally = [0, 0, 0], Tally()
        for (document, gold), found in zip(made, aligner.align([each for each, _ in made]), strict=True):
            counts = [a + b for a, b in zip(counts, counted(gold, found), strict=True)]
            tally.add(document.beads, found)
        right, given, wanted = counts
        rows.append((
            name, len(made), wanted, figure(right / wanted), figure(right / given if given else None),
            figure(tally.f1), tally.found_alone - tally.alone,
        ))  # fmt: skip
    print_table(
        ("passages moved", "documents", "sentences moved", "recall", "precision", "strict F1 of all beads", "sentences falsely alone"),
        rows,
    )  # fmt: skip
    print_table(("nothing moved", "documents", "beads said to have moved"), false_moves(untouched, aligner))


def counted(gold, found):
    """Sentences of both sides: said to have moved and paired with their counterpart, said to have moved, moved."""
    partners = {i: (source, target) for source, target in gold for i in source}
    backward = {j: (source, target) for source, target in gold for j in target}
    right = given = 0
    for bead in found:
        if bead.moved and bead.source and bead.target:
            given += len(bead.source) + len(bead.target)
            right += sum(
                i in partners and not set(partners[i][1]).isdisjoint(bead.target) for i in bead.source
            )
            right += sum(
                j in backward and not set(backward[j][0]).isdisjoint(bead.source) for j in bead.target
            )
    return right, given, len(partners) + len(backward)


def false_moves(untouched, aligner):
    for name, documents in untouched.items():
        moves = sum(bead.moved for found in aligner.align(documents) for bead in found)
        yield name, len(documents), moves

"""Whether two passages belong together, judged alone: `python -m tests.benchmark FOLDER belonging`.

Sound pairs of FLORES, TICO-19 and PUD, and the same with a passage near by, without those that the weights were fitted on.
Here every other pair is wrong; in a file of pairs three in a hundred are taken to be, so there
the confidences are higher.
"""

import numpy as np

from auditor.alignment.belonging import fitted_weights
from auditor.embedding import load_encoder
from auditor.training.belonging import examples
from tests.benchmark.tables import figure, print_table

BINS = 10
SURE = (0.5, 0.9)


def main(folder):
    rows = [row for row in examples(folder / "dev", load_encoder(None)) if not row[2]]
    truth = np.array([float(row[1]) for row in rows])
    likely = 1 / (1 + np.exp(-np.array([row[0] for row in rows]) @ np.array(fitted_weights())))
    right, wrong = likely[truth > 0], likely[truth == 0]
    shares = [(f"{each:.1f}", figure((right < each).mean()), figure((wrong >= each).mean())) for each in SURE]
    print_table(("confidence", "right pairs below", "wrong pairs above"), shares)
    bins = np.minimum(BINS - 1, (likely * BINS).astype(int))
    error = sum(abs(float((truth - likely)[bins == each].sum())) for each in range(BINS)) / len(truth)
    print(f"\nExpected calibration error of {len(truth):,} pairs: {error:.3f}.")

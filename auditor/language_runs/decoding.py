"""Where a text changes its language: the best path through a hidden Markov model of two states.

A neutral word is one of equal odds in both states, so it goes with its neighbours; a change costs less where
punctuation allows it, so that such words fall to the clause they stand in (Viterbi 1967, in log-odds).
"""

from __future__ import annotations

from auditor.language_runs.words import Word

ENTER, ENTER_AT_PUNCTUATION = 4.5, 3.0
LEAVE, LEAVE_AT_PUNCTUATION = 3.0, 1.5
"""Natural-log odds of a change of language against none. Tuned on clauses planted in half of the development set."""


def foreign_stretches(words: list[Word], leanings: list[float]) -> list[range]:
    """The stretches of words that are in the other language on the best path, in order."""
    main, other = 0.0, -ENTER_AT_PUNCTUATION
    came_to_main: list[bool] = []  # from the other language
    came_to_other: list[bool] = []
    for place, (word, leaning) in enumerate(zip(words, leanings, strict=True)):
        breaks = word.follows_punctuation
        leave = other - (LEAVE_AT_PUNCTUATION if breaks else LEAVE)
        enter = main - (ENTER_AT_PUNCTUATION if breaks else ENTER)
        came_to_main.append(place > 0 and leave > main)
        came_to_other.append(place == 0 or enter >= other)
        main, other = max(main, leave), max(other, enter) + leaning
    is_other = other - LEAVE_AT_PUNCTUATION > main
    stretches: list[range] = []
    end = len(words)
    for place in range(len(words) - 1, -1, -1):
        if is_other and came_to_other[place]:
            stretches.append(range(place, end))
            is_other = False
        elif not is_other and came_to_main[place]:
            end, is_other = place, True
    return stretches[::-1]

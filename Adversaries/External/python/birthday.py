"""Evaluates as many points as its budget allows, and shows the service the first two that have one digest.

k evaluations of a hash of t bits succeed with probability about k²/2^(t + 1). A model solution of `find-collision`.
"""

from gamekeeper import evaluate, hash, run


def birthday(game):
    seen = {}
    for index in range(game.budgets["q_work"]):
        point = f"{index:032x}"
        digest = (yield evaluate(point)).digest
        if digest in seen:
            yield hash(seen[digest])
            # The ideal service denies the second what the function has.
            return (yield hash(point)).name == "no-digest"
        seen[digest] = point
    return False


run(birthday)

"""Tries keys of the cipher on a challenge, one after the other.

With k tries among 2^b keys it succeeds with probability k/2^b. A model solution of `search-key`.
"""

from gamekeeper import lor, new_key, open, run


def search_key(game):
    key = (yield new_key()).key
    left, right = 16 * "00", 16 * "01"
    challenge = yield lor(key, left, right, "")
    for candidate in range(game.budgets["q_open"]):
        answer = yield open(f"{candidate:016x}", "", challenge.ciphertext)
        if answer.name == "message":
            return answer.message == right
    return False


run(search_key)

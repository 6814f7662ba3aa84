"""Presents a signature that was produced, twice: legal, so both worlds accept. It catches an ideal world that forgets."""

from gamekeeper import keygen, run, sign, verify


def replay(game):
    key = (yield keygen()).key
    signatures, verifications = game.budgets["q_sig"], game.budgets["q_ver"]
    accepted = True
    while signatures > 0 and verifications > 1:
        message = f"{signatures:016x}" + 16 * "0"
        answer = yield sign(key, message)
        if answer.name != "signature":
            return False
        for _ in range(2):
            accepted &= (yield verify(key, message, answer.signature)).name == "accepted"
        signatures, verifications = signatures - 1, verifications - 2
    return accepted


run(replay)

"""Asks for one signature, then guesses the signature on another message: `tries` distinct candidates under one key."""

from gamekeeper import keygen, run, sign, verify


def guess(game):
    key = (yield keygen()).key
    yield sign(key, f"{0:032x}")
    accepted, message = False, f"{1:016x}" + 16 * "0"
    candidates = 1 << game.parameters["signatureBits"]
    for index in range(game.parameters["tries"]):
        answer = yield verify(key, message, f"{index % candidates:016x}")
        accepted |= answer.name == "accepted"
    return accepted


run(guess)

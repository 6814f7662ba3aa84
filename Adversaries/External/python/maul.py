"""Makes another signature on a message out of a produced one: (r, s) becomes (r, n − s) for ECDSA, s becomes s + L for Ed25519.

Plain ECDSA accepts it, so this adversary wins the strong game with certainty; a canonical s, or Ed25519, stops it.
"""

from gamekeeper import keygen, run, sign, verify

P384 = int(
    "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973", 16)
ED25519 = 2**252 + 27742317777372353535851937790883648493


def integer(number):
    """An INTEGER in DER."""
    body = number.to_bytes(number.bit_length() // 8 + 1, "big")
    return b"\x02" + bytes([len(body)]) + body


def mauled(suite, signature):
    if suite == "calibrated":
        return f"{int(signature, 16) ^ 1:016x}"
    raw = bytes.fromhex(signature)
    if suite == "modern":
        return (raw[:32] + (int.from_bytes(raw[32:], "little") + ED25519).to_bytes(32, "little")).hex()
    middle = 4 + raw[3]
    r, s = int.from_bytes(raw[4:middle], "big"), int.from_bytes(raw[middle + 2 :], "big")
    body = integer(r) + integer(P384 - s)
    return (b"\x30" + bytes([len(body)]) + body).hex()


def maul(game):
    key = (yield keygen()).key
    message = 32 * "0"
    answer = yield sign(key, message)
    if answer.name != "signature":
        return False
    return (yield verify(key, message, mauled(game.suite, answer.signature))).name == "accepted"


run(maul)

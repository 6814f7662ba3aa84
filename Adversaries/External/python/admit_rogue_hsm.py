"""Forges operators' signatures, in the game of key secrecy: the dishonest operators authorise a trust with a rogue HSM, one
signature is missing for the quorum, and it is guessed under every honest operator's key. The rogue HSM then opens the keys that a
genuine one wraps to it, and the stolen key tells the worlds apart.
"""

import gamekeeper as Q
from gamekeeper import run


def admit_rogue_hsm(game):
    parameters = game.parameters
    quorum, tries = parameters["n"], parameters["tries"]
    operators = []
    for index in range(parameters["q_ops"]):
        answer = yield Q.new_operator(honest=index >= quorum - 1)
        if answer.name != "operator":
            return False
        operators.append(answer.number)
    dishonest = min(quorum - 1, len(operators))
    hsms = []
    for _ in range(parameters["q_hid"]):
        answer = yield Q.new_hsm()
        if answer.name != "hsm":
            return False
        hsms.append(answer.number)
    answer = yield Q.new_host()
    if answer.name != "host":
        return False
    host = answer.number

    lists = {"operators": operators, "hsms": [{"identity": hsm} for hsm in hsms], "hosts": [host], "quorum": quorum}
    answer = yield Q.trust(**lists)
    if answer.name != "trust":
        return False
    trust = answer.number
    endorsements = yield from authorised(trust, operators[-quorum:])
    answer = yield Q.found(hsm=hsms[0], trust=trust, endorsements=endorsements)
    if answer.name != "token":
        return False
    token = answer.number
    answer = yield Q.install(host=host, trust=trust)
    if answer.name != "done":
        return False
    for handle in range(max(1, parameters["q_dom"] - 3)):
        answer = yield Q.add_key(hsm=hsms[0], token=token, handle=handle)
        if answer.name != "token":
            return False
        token = answer.number

    answer = yield Q.rogue("hsm")
    if answer.name != "hsm":
        return False
    rogue = answer.number
    answer = yield Q.trust(parent=trust, **{**lists, "hsms": lists["hsms"] + [{"identity": rogue}]})
    if answer.name != "trust":
        return False
    coup = answer.number
    endorsements = yield from authorised(coup, operators[:dishonest])
    for operator in operators[dishonest:]:
        for candidate in range(tries):
            answer = yield Q.guess_endorsement(operator=operator, trust=coup, candidate=candidate)
            if answer.name != "endorsement":
                return False
            endorsements.append(answer.number)
    answer = yield Q.update(hsm=hsms[0], token=token, path=[{"trust": coup, "endorsements": endorsements}])
    if answer.name != "token":
        return False
    answer = yield Q.pry(token=answer.number, hsm=rogue)
    if answer.name != "keys":
        return False
    stolen = next((entry["key"] for entry in answer.keys if entry["handle"] == 0), None)
    if stolen is None:
        return False
    answer = yield Q.test(host=host, hsm=hsms[0], token=token, handle=0)
    return answer.name == "key" and answer.key != stolen


def authorised(trust, operators):
    """The endorsements of those who sign."""
    endorsements = []
    for operator in operators:
        answer = yield Q.authorise(operator, trust)
        if answer.name == "endorsement":
            endorsements.append(answer.number)
    return endorsements


run(admit_rogue_hsm)

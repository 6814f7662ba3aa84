"""Adversaries in Python for gamekeeper: one file, no dependency.

    from gamekeeper import keygen, run, sign, verify

    def guess(game):
        key = (yield keygen()).key
        answer = yield verify(key, 16 * "00", 8 * "00")
        return answer.name == "accepted"

    run(guess)

A strategy is a generator: it yields queries, is sent answers, and returns its guess. `play` runs strategies that call
`game.ask(query)` instead and wait for the answer. The names of the queries are those of the game, with underscores for
hyphens; `gamekeeper describe GAME --protocol` lists them with their fields. Fields are given in their order or by name.
"""

import json
import sys

VERSION = 1
_MASK = 0xFFFF_FFFF_FFFF_FFFF


class Over(Exception):
    """The trial is over, whatever the strategy would do next: a budget is used up, or the harness has said so."""


class Refused(Exception):
    """What was asked is no query of this game."""


class Answer:
    """An answer: its name, and its fields as attributes."""

    __slots__ = ("name", "fields")

    def __init__(self, document):
        self.name, self.fields = document.popitem()

    def __getattr__(self, field):
        try:
            return self.fields[field.replace("_", "-")]
        except (KeyError, TypeError):
            raise AttributeError(f"the answer `{self.name}` has no field `{field}`: {self.fields}") from None

    def __repr__(self):
        return f"{self.name}({self.fields})"


class Coins:
    """The adversary's own coins: a value for each name, the same whenever it is asked for (docs/protocol.md)."""

    def __init__(self, seed):
        self.key = (int(seed[:16], 16), int(seed[16:], 16))

    def words(self, purpose, a=0, b=0, c=0, block=0):
        """Four 64-bit words."""
        code = int.from_bytes(purpose.encode("ascii"), "little")
        return philox((code << 8 | block, a, b, c), self.key)

    def bits(self, count, purpose, a=0, b=0, c=0):
        """So many uniform bits, 0 to 64, as a number."""
        return self.words(purpose, a, b, c)[0] >> (64 - count) if count else 0

    def below(self, bound, purpose, a=0, b=0, c=0):
        """A uniform number below the bound (Lemire 2019)."""
        threshold = (1 << 64) % bound
        for block in range(256):
            for word in self.words(purpose, a, b, c, block):
                product = word * bound
                if product & _MASK >= threshold:
                    return product >> 64
        raise ArithmeticError("1,024 rejections in a row: the generator is broken")

    def bytes(self, count, purpose, a=0, b=0, c=0):
        """So many uniform bytes."""
        blocks = (self.words(purpose, a, b, c, block) for block in range((count + 31) // 32))
        return b"".join(word.to_bytes(8, "little") for block in blocks for word in block)[:count]


def philox(counter, key):
    """Philox4x64-10 (Salmon, Moraes, Dror and Shaw, SC 2011)."""
    (x0, x1, x2, x3), (k0, k1) = counter, key
    for _ in range(10):
        p, q = 0xD2E7470EE14C6C93 * x0, 0xCA5A826395121157 * x2
        x0, x1, x2, x3 = (q >> 64) ^ x1 ^ k0, q & _MASK, (p >> 64) ^ x3 ^ k1, p & _MASK
        k0, k1 = (k0 + 0x9E3779B97F4A7C15) & _MASK, (k1 + 0xBB67AE8584CAA73B) & _MASK
    return x0, x1, x2, x3


class Game:
    """What a strategy knows of the trial: the game with its parameters, what is left of its budgets, and its coins."""

    __slots__ = ("name", "suite", "parameters", "budgets", "trial", "coins", "_lane", "_client", "_strategy", "_credits")

    def ask(self, query):
        """Asks and waits for the answer: for strategies of `play`."""
        return self._client.ask(self._lane, query)

    def credit(self, attack):
        """Says which attack the strategy goes on with."""
        self._client.out.append([self._lane, "credit", attack])


_fields = {}
_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


class Query:
    """Makes the queries of one name."""

    def __init__(self, name):
        self.name = name

    def __call__(self, *values, **named):
        names = _fields.get(self.name, ())
        if len(values) > len(names):
            raise TypeError(f"`{self.name}` has the fields {_fields.get(self.name)}: {len(values)} are too many")
        fields = dict(zip(names, values))
        for name, value in named.items():
            fields[name.replace("_", "-")] = value
        return {self.name: fields}


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(name)
    return Query(name.replace("_", "-"))


def log(*words):
    """Tells people something; standard output is the game's."""
    print(*words, file=sys.stderr, flush=True)


class _Client:
    def __init__(self, strategy, name, lanes, blocking):
        self.strategy, self.blocking, self.out, self.lanes, self.pending = strategy, blocking, [], {}, []
        self.input, self.output = sys.stdin.buffer, sys.stdout.buffer
        sys.stdout = sys.stderr
        hello = self.read()["hello"]
        low, high = hello["protocol"]
        if not low <= VERSION <= high:
            sys.exit(f"this client speaks protocol {VERSION}, and the game {low} to {high}")
        self.hello = hello
        self.scale = {}
        for case in hello["queries"].get("oneOf", ()):
            ((query, schema),) = case["properties"].items()
            _fields[query] = tuple(schema.get("properties", ()))
        self.budget_of = hello["budgets"]
        ready = {"protocol": VERSION, "name": name, "lanes": 1 if blocking else min(lanes, hello["lanes"])}
        self.output.write(json.dumps({"ready": ready}).encode() + b"\n")
        self.output.flush()

    def read(self):
        for line in iter(self.input.readline, b""):
            if line.strip():
                return json.loads(line)
        raise EOFError

    def items(self):
        """What was said after the answer that `ask` waited for, or else the next line."""
        items, self.pending = self.pending or self.read(), []
        return items

    def flush(self):
        if self.out:
            self.output.write(_encode(self.out).encode() + b"\n")
            self.output.flush()
            self.out.clear()

    def game(self, lane, trial, seed, budgets):
        game = Game()
        game.name, game.suite, game.parameters = self.hello["game"], self.hello["suite"], self.hello["parameters"]
        game.budgets = dict(self.budget_of if budgets is None else budgets)
        game.trial, game.coins, game._lane, game._client = trial, Coins(seed), lane, self
        return game

    def run(self):
        try:
            while True:
                for item in self.items():
                    # Nearly all that is said.
                    if item[1] == "ok":
                        self.step(item[0], Answer(item[2]))
                    else:
                        self.hear(*item)
                self.flush()
        except EOFError:
            pass

    # Generators: the trials of all lanes go on in turn.

    def hear(self, lane, verb, value=None, seed=None, budgets=None, *_):
        if verb == "start":
            game = self.game(lane, value, seed, budgets)
            if self.blocking:
                return self.play(game)
            self.lanes[lane] = self.strategy(game)
            self.step(lane, None)
        elif verb == "refused":
            self.throw(lane, Refused(value))
        elif verb in ("spent", "over"):
            strategy = self.lanes.pop(lane, None)
            if strategy:
                strategy.close()

    def step(self, lane, answer):
        try:
            self.out.append((lane, "ask", self.lanes[lane].send(answer)))
        except StopIteration as end:
            self.out.append((lane, "guess", int(bool(end.value))))
        except Exception as error:
            self.resign(lane, error)

    def throw(self, lane, error):
        try:
            self.out.append((lane, "ask", self.lanes[lane].throw(error)))
        except StopIteration as end:
            self.out.append((lane, "guess", int(bool(end.value))))
        except Exception as error:
            self.resign(lane, error)

    def resign(self, lane, error):
        self.out.append((lane, "resign", f"{type(error).__name__}: {error}"))

    # Functions: one trial at a time.

    def play(self, game):
        try:
            self.out.append((game._lane, "guess", int(bool(self.strategy(game)))))
        except Over:
            pass
        except EOFError:
            raise
        except Exception as error:
            self.resign(game._lane, error)

    def ask(self, lane, query):
        self.out.append((lane, "ask", query))
        self.flush()
        first, *self.pending = self.items()
        _, verb, value, *_ = first
        if verb == "ok":
            return Answer(value)
        raise Refused(value) if verb == "refused" else Over(value)


def run(strategy, name=None, lanes=64):
    """Plays trials with a strategy that is a generator, until there are no more."""
    _Client(strategy, name or strategy.__name__, lanes, blocking=False).run()


def play(strategy, name=None):
    """Plays trials with a strategy that is a function and calls `game.ask`, one after the other."""
    _Client(strategy, name or strategy.__name__, 1, blocking=True).run()

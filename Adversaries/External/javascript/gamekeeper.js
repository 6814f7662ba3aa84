// Adversaries in JavaScript for gamekeeper: one file for node and the browser, no dependency.
//
//   import { query, run } from "./gamekeeper.js";
//   run(function* guess(game) {
//     const { key } = (yield query("keygen")).fields;
//     const answer = yield query("verify", { key, message: "00".repeat(16), signature: "00".repeat(8) });
//     return answer.name === "accepted";
//   });
//
// A strategy is a generator: it yields queries, is sent answers, and returns its guess. `gamekeeper describe GAME --protocol`
// lists the queries. In a browser, make a `Player`, and hand it each line: it gives the line to send back.

export const version = 1;
const mask = 0xffff_ffff_ffff_ffffn;

/** A query by its name and fields. */
export const query = (name, fields = {}) => ({ [name]: fields });

/** Philox4x64-10 (Salmon, Moraes, Dror and Shaw, SC 2011), on BigInts. */
export function philox([x0, x1, x2, x3], [k0, k1]) {
  for (let round = 0; round < 10; round++) {
    const p = 0xd2e7470ee14c6c93n * x0;
    const q = 0xca5a826395121157n * x2;
    [x0, x1, x2, x3] = [(q >> 64n) ^ x1 ^ k0, q & mask, (p >> 64n) ^ x3 ^ k1, p & mask];
    k0 = (k0 + 0x9e3779b97f4a7c15n) & mask;
    k1 = (k1 + 0xbb67ae8584caa73bn) & mask;
  }
  return [x0, x1, x2, x3];
}

/** The adversary's own coins: a value for each name, the same whenever it is asked for (docs/protocol.md). */
export class Coins {
  constructor(seed) {
    this.key = [BigInt("0x" + seed.slice(0, 16)), BigInt("0x" + seed.slice(16))];
  }

  words(purpose, a = 0n, b = 0n, c = 0n, block = 0) {
    const code = [...purpose].reduceRight((sum, letter) => (sum << 8n) | BigInt(letter.charCodeAt(0)), 0n);
    return philox([(code << 8n) | BigInt(block), BigInt(a), BigInt(b), BigInt(c)], this.key);
  }

  /** So many uniform bits, 0 to 64, as a BigInt. */
  bits(count, purpose, a, b, c) {
    return count === 0 ? 0n : this.words(purpose, a, b, c)[0] >> BigInt(64 - count);
  }

  /** A uniform BigInt below the bound (Lemire 2019). */
  below(bound, purpose, a, b, c) {
    const limit = BigInt(bound);
    const threshold = (1n << 64n) % limit;
    for (let block = 0; block < 256; block++) {
      for (const word of this.words(purpose, a, b, c, block)) {
        const product = word * limit;
        if ((product & mask) >= threshold) return product >> 64n;
      }
    }
    throw new Error("1,024 rejections in a row: the generator is broken");
  }
}

/** Plays the trials of a conversation: each line that comes is answered by one, or by none. */
export class Player {
  constructor(strategy, { name = strategy.name, lanes = 64 } = {}) {
    Object.assign(this, { strategy, name, lanes, trials: new Map(), out: [] });
  }

  /** The line to send back; nothing for none. */
  hear(line) {
    if (line.trim() === "") return undefined;
    const heard = JSON.parse(line);
    if (heard.hello) return this.greet(heard.hello);
    for (const item of heard) this.item(...item);
    if (this.out.length === 0) return undefined;
    const reply = JSON.stringify(this.out);
    this.out = [];
    return reply;
  }

  greet(hello) {
    const [low, high] = hello.protocol;
    if (version < low || version > high) throw new Error(`this client speaks protocol ${version}, the game ${low} to ${high}`);
    this.hello = hello;
    return JSON.stringify({ ready: { protocol: version, name: this.name, lanes: Math.min(this.lanes, hello.lanes) } });
  }

  item(lane, verb, value, seed, budgets) {
    if (verb === "start") {
      const { game: name, suite, parameters } = this.hello;
      const credit = (attack) => this.out.push([lane, "credit", attack]);
      const game = { name, suite, parameters, trial: value, coins: new Coins(seed), credit };
      this.trials.set(lane, this.strategy({ ...game, budgets: { ...(budgets ?? this.hello.budgets) } }));
      this.step(lane, (trial) => trial.next());
    } else if (verb === "ok") {
      const [[name, fields]] = Object.entries(value);
      this.step(lane, (trial) => trial.next({ name, fields }));
    } else if (verb === "refused") {
      this.step(lane, (trial) => trial.throw(new Error(value)));
    } else if (verb === "spent" || verb === "over") {
      this.trials.delete(lane);
    }
  }

  step(lane, go) {
    try {
      const { done, value } = go(this.trials.get(lane));
      this.out.push(done ? [lane, "guess", value ? 1 : 0] : [lane, "ask", value]);
    } catch (error) {
      this.out.push([lane, "resign", String(error)]);
    }
  }
}

/** Plays on the standard streams of node, until there are no more trials. */
export async function run(strategy, options) {
  const player = new Player(strategy, options);
  console.log = console.error;
  let rest = "";
  process.stdin.setEncoding("utf8");
  for await (const chunk of process.stdin) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      const reply = player.hear(line);
      if (reply !== undefined) process.stdout.write(reply + "\n");
    }
  }
}

// Forges operators' signatures, in the game of key secrecy: the dishonest operators authorise a trust with a rogue HSM, one
// signature is missing for the quorum, and it is guessed under every honest operator's key. The rogue HSM then opens the keys
// that a genuine one wraps to it, and the stolen key tells the worlds apart.
import { query, run } from "./gamekeeper.js";

/** Asks, and wants an answer of this name: its fields. */
function* wanted(answer, name, fields) {
  const heard = yield query(name, fields);
  if (heard.name !== answer) throw new NotThat();
  return heard.fields;
}

class NotThat extends Error {}

/** The endorsements of those who sign. */
function* authorised(trust, operators) {
  const endorsements = [];
  for (const operator of operators) {
    const answer = yield query("authorise", { operator, trust });
    if (answer.name === "endorsement") endorsements.push(answer.fields.number);
  }
  return endorsements;
}

function* steal({ n: quorum, tries, q_ops: operatorCount, q_hid: hsmCount, q_dom: keyCount }) {
  const operators = [];
  for (let index = 0; index < operatorCount; index++) {
    operators.push((yield* wanted("operator", "new-operator", { honest: index >= quorum - 1 })).number);
  }
  const dishonest = Math.min(quorum - 1, operators.length);
  const hsms = [];
  for (let index = 0; index < hsmCount; index++) hsms.push((yield* wanted("hsm", "new-hsm")).number);
  const host = (yield* wanted("host", "new-host")).number;

  const identities = hsms.map((identity) => ({ identity }));
  const lists = { operators, hsms: identities, hosts: [host], quorum };
  const trust = (yield* wanted("trust", "trust", lists)).number;
  const founders = yield* authorised(trust, operators.slice(-quorum));
  let token = (yield* wanted("token", "found", { hsm: hsms[0], trust, endorsements: founders })).number;
  yield* wanted("done", "install", { host, trust });
  for (let handle = 0; handle < Math.max(1, keyCount - 3); handle++) {
    token = (yield* wanted("token", "add-key", { hsm: hsms[0], token, handle })).number;
  }

  const rogue = (yield* wanted("hsm", "rogue", { kind: "hsm" })).number;
  const more = { ...lists, parent: trust, hsms: [...identities, { identity: rogue }] };
  const coup = (yield* wanted("trust", "trust", more)).number;
  const endorsements = yield* authorised(coup, operators.slice(0, dishonest));
  for (const operator of operators.slice(dishonest)) {
    for (let candidate = 0; candidate < tries; candidate++) {
      const guess = yield* wanted("endorsement", "guess-endorsement", { operator, trust: coup, candidate });
      endorsements.push(guess.number);
    }
  }
  const path = [{ trust: coup, endorsements }];
  const moved = (yield* wanted("token", "update", { hsm: hsms[0], token, path })).number;
  const { keys } = yield* wanted("keys", "pry", { token: moved, hsm: rogue });
  const stolen = keys.find((entry) => entry.handle === 0);
  if (stolen === undefined) return false;
  const test = yield query("test", { host, hsm: hsms[0], token, handle: 0 });
  return test.name === "key" && test.fields.key !== stolen.key;
}

run(function* admitRogueHSM(game) {
  try {
    return yield* steal(game.parameters);
  } catch (error) {
    if (error instanceof NotThat) return false;
    throw error;
  }
});

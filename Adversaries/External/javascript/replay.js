// Presents a signature that was produced, twice: legal, so both worlds accept. It catches an ideal world that forgets.
import { query, run } from "./gamekeeper.js";

run(function* replay(game) {
  const { key } = (yield query("keygen")).fields;
  let { q_sig: signatures, q_ver: verifications } = game.budgets;
  let accepted = true;
  for (; signatures > 0 && verifications > 1; signatures -= 1, verifications -= 2) {
    const message = signatures.toString(16).padStart(16, "0") + "0".repeat(16);
    const answer = yield query("sign", { key, message });
    if (answer.name !== "signature") return false;
    for (let time = 0; time < 2; time++) {
      const verdict = yield query("verify", { key, message, signature: answer.fields.signature });
      if (verdict.name !== "accepted") accepted = false;
    }
  }
  return accepted;
});

// Asks for one signature, then guesses the signature on another message: `tries` distinct candidates under one key.
import { query, run } from "./gamekeeper.js";

const hex = (number, digits) => number.toString(16).padStart(digits, "0");

run(function* guess(game) {
  const { key } = (yield query("keygen")).fields;
  yield query("sign", { key, message: hex(0, 32) });
  const candidates = 1n << BigInt(game.parameters.signatureBits);
  let accepted = false;
  for (let index = 0n; index < BigInt(game.parameters.tries); index++) {
    const signature = hex(index % candidates, 16);
    const answer = yield query("verify", { key, message: hex(1, 16) + hex(0, 16), signature });
    if (answer.name === "accepted") accepted = true;
  }
  return accepted;
});

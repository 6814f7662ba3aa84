// Makes another signature on a message out of a produced one: here, on the calibrated suite, with the lowest bit flipped.
import { query, run } from "./gamekeeper.js";

run(function* maul() {
  const { key } = (yield query("keygen")).fields;
  const message = "0".repeat(32);
  const answer = yield query("sign", { key, message });
  if (answer.name !== "signature") return false;
  const signature = (BigInt("0x" + answer.fields.signature) ^ 1n).toString(16).padStart(16, "0");
  return (yield query("verify", { key, message, signature })).name === "accepted";
});

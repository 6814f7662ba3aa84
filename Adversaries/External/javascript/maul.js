// Makes another signature on a message out of a produced one: (r, s) becomes (r, n − s) for ECDSA, s becomes s + L for Ed25519.
//
// Plain ECDSA accepts it, so this adversary wins the strong game with certainty; a canonical s, or Ed25519, stops it.
import { query, run } from "./gamekeeper.js";

const p384 = 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n;
const ed25519 = 2n ** 252n + 27742317777372353535851937790883648493n;

const number = (digits) => BigInt("0x" + digits);
const hex = (value, digits) => value.toString(16).padStart(digits, "0");
const reversed = (digits) => digits.match(/../g).reverse().join("");

/** An INTEGER in DER. */
function integer(value) {
  const digits = hex(value, 2);
  const whole = digits.length % 2 ? "0" + digits : digits;
  const body = number(whole.slice(0, 2)) > 127n ? "00" + whole : whole;
  return "02" + hex(body.length / 2, 2) + body;
}

function mauled(suite, signature) {
  if (suite === "calibrated") return hex(number(signature) ^ 1n, 16);
  if (suite === "modern") {
    return signature.slice(0, 64) + reversed(hex(number(reversed(signature.slice(64))) + ed25519, 64));
  }
  const middle = 2 * (4 + parseInt(signature.slice(6, 8), 16));
  const body = integer(number(signature.slice(8, middle))) + integer(p384 - number(signature.slice(middle + 4)));
  return "30" + hex(body.length / 2, 2) + body;
}

run(function* maul(game) {
  const { key } = (yield query("keygen")).fields;
  const message = "0".repeat(32);
  const answer = yield query("sign", { key, message });
  if (answer.name !== "signature") return false;
  const signature = mauled(game.suite, answer.fields.signature);
  return (yield query("verify", { key, message, signature })).name === "accepted";
});

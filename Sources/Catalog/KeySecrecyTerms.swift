import Arena
import GameKit
import Primitives

// The parameters of the whole protocol, and the terms of its bound. Each ε is a closed formula on the calibrated suite and a mere
// symbol on a real one.

let keySecrecyParameters = [
  Parameter("q_ops", 3, in: 1...10_000, "operators; n − 1 of them are dishonest"),
  Parameter("q_hid", 2, in: 1...10_000, "HSMs"),
  Parameter("n", 2, in: 1...50, "the global n: any n genuine operators include an honest one"),
  Parameter("q_hosts", 8, in: 1...10_000, "hosts"),
  Parameter("q_dom", 5, in: 4...60, "domain keys"),
  Parameter(
    "tries", 2, in: 0...1_000_000,
    "guesses for each genuine signing key: tries·q_ops of operators' signatures in all, tries·q_hid of HSMs'"),
  Parameter("q_open", 4, in: 0...1_000_000, "guesses of a tag, of a symmetric key or of an agreement secret"),
  Parameter("q_own", 8, in: 2...100_000, "rogue entities"),
  Parameter("q_hash", 16, in: 4...100_000, "trusts that are written down"),
  Parameter("q_net", 1000, in: 1...1_000_000, "messages of the protocol, and tokens that are put together from parts"),
  Parameter("work", 64, in: 1...100_000_000, "group operations of a search for discrete logarithms", calibratedOnly: true),
  Parameter("signatureBits", 64, in: 1...64, "calibrated suite: bits of a signature", calibratedOnly: true),
  Parameter("keyBits", 64, in: 1...64, "calibrated suite: bits of entropy of an identity", calibratedOnly: true),
  Parameter("hashBits", 64, in: 1...64, "calibrated suite: bits of a fingerprint", calibratedOnly: true),
  Parameter("groupBits", 40, in: 4...48, "calibrated suite: bits of the group's order", calibratedOnly: true),
  Parameter("cipherKeyBits", 64, in: 1...64, "calibrated suite: bits of a symmetric key", calibratedOnly: true),
  Parameter("tagBits", 64, in: 1...64, "calibrated suite: bits of an authentication tag", calibratedOnly: true),
  Parameter("queries", 48, in: 1...100_000, "moves of the random adversary"),
]

let keySecrecyHopParameters =
  keySecrecyParameters + [Parameter("random", 0, in: 0...1, "1: `test` answers random keys, in both games of the hop")]

func protocolSignatureEpsilon(_ suite: SuiteName) -> Bound {
  suite.isCalibrated ? .defined("ε_sig", "tries" / .two(to: "signatureBits")) : "ε_sig"
}
func trustCollisionEpsilon(_ suite: SuiteName) -> Bound {
  suite.isCalibrated ? .defined("ε_cr", .birthday(count: "q_hash", bits: "hashBits")) : "ε_cr"
}
/// Every identity that is ever made; hosts have one, too.
func keyCollisionEpsilon(_ suite: SuiteName) -> Bound {
  suite.isCalibrated ? .defined("ε_coll", .birthday(count: "q_ops" + "q_hid" + "q_hosts" + "q_own", bits: "keyBits")) : "ε_coll"
}
/// Two elements are equal among those that are computed, guessed as an exponent, generated as a key or, one for each token, as an
/// ephemeral key.
func protocolDiffieHellmanEpsilon(_ suite: SuiteName) -> Bound {
  let elements: Bound = "work" + "q_open" + "q_hid" + "q_own" + "q_dom" + "q_net"
  return suite.isCalibrated ? .defined("ε_odh", .power(elements, 2) / .two(to: "groupBits" + 1)) : "ε_odh"
}
func wrapCipherEpsilon(_ suite: SuiteName) -> Bound {
  suite.isCalibrated
    ? .defined("ε_aead-multi", "q_open" / .two(to: "tagBits") + "q_open" / .two(to: "cipherKeyBits")) : "ε_aead-multi"
}
/// Twice ε_odh: the reduction guesses a bit (`results/findings/diffie-hellman-factor.md`).
func recipientEpsilon(_ suite: SuiteName) -> Bound {
  .paid(2 * protocolDiffieHellmanEpsilon(suite), by: "secrecy-encryption")
    + .paid(wrapCipherEpsilon(suite), by: "secrecy-encryption")
}

/// What one side of the sequence costs: the theorem doubles it, because the sequence is walked with real keys and back with
/// random ones.
func keySecrecySum(_ suite: SuiteName) -> Bound {
  let (sig, ops, hid): (Bound, Bound, Bound) = (protocolSignatureEpsilon(suite), "q_ops", "q_hid")
  return .paid(keyCollisionEpsilon(suite), by: "secrecy-keys") + .paid(ops * sig, by: "secrecy-operators")
    + .paid(hid * sig, by: "secrecy-hsms")
    + .paid(trustCollisionEpsilon(suite), by: "secrecy-chain") + recipientEpsilon(suite)
}

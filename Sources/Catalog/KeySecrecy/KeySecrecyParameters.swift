package import Arena

package let keySecrecyParameters = [
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

package let keySecrecyHopParameters =
  keySecrecyParameters + [Parameter("random", 0, in: 0...1, "1: `test` answers random keys, in both games of the hop")]

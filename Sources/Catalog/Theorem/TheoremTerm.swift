public import GameKit

/// A term of the theorem: which hop pays it, whose lemma that is, and which attack shows it at work.
public struct TheoremTerm: Sendable {
  /// As mathematics, for example `q_ops·ε_sig`.
  public let symbol: String
  public let hop: String
  public let lemma: String
  /// The attack of the game `end-to-end`.
  public let adversary: String
  /// The term under one of the theorem's factors 2.
  public let bound: @Sendable (Suite) -> Bound
  /// Settings under which this term is nearly all of the bound.
  public let dominant: [(name: String, value: Int)]

  /// The settings under which all terms are shown together.
  public static let common: [(name: String, value: Int)] = [
    ("q_ops", 4), ("q_dom", 6), ("q_open", 8), ("q_own", 10), ("q_hash", 24), ("work", 1000), ("signatureBits", 9), ("hashBits", 14),
    ("keyBits", 14), ("groupBits", 26), ("tagBits", 10),
  ]

  public static let all: [TheoremTerm] = [
    TheoremTerm(
      symbol: "q_ops·ε_sig", hop: "secrecy-operators", lemma: "PKSMK: ind_uf, uf_uf1", adversary: "admit-rogue-hsm",
      bound: { "q_ops" * protocolSignatureEpsilon($0) }, dominant: [("signatureBits", 8), ("q_ops", 5), ("q_hid", 1)]),
    TheoremTerm(
      symbol: "q_hid·ε_sig", hop: "secrecy-hsms", lemma: "PKSMK: ind_uf, uf_uf1", adversary: "inject-known-key",
      bound: { "q_hid" * protocolSignatureEpsilon($0) }, dominant: [("signatureBits", 8), ("q_ops", 2), ("q_hid", 5)]),
    TheoremTerm(
      symbol: "q_dom·ε_aead", hop: "service-aead", lemma: "AEAD, by a hybrid over domain keys", adversary: "forge-ciphertexts",
      bound: { "q_dom" * userCipherEpsilon($0) }, dominant: [("tagBits", 8), ("q_open", 0)]),
    TheoremTerm(
      symbol: "ε_cr", hop: "secrecy-chain", lemma: "CRHash: ind_cr", adversary: "collide-trusts", bound: trustCollisionEpsilon,
      dominant: [("hashBits", 11), ("q_hash", 16)]),
    TheoremTerm(
      symbol: "ε_odh, twice", hop: "secrecy-encryption", lemma: "DHIES: hop1false, hop1true; ODH", adversary: "solve-agreement-key",
      bound: { 2 * protocolDiffieHellmanEpsilon($0) }, dominant: [("groupBits", 25), ("work", 1000)]),
    TheoremTerm(
      symbol: "ε_aead-multi", hop: "secrecy-encryption", lemma: "DHIES: hop2; AEAD", adversary: "transplant-keys", bound: wrapCipherEpsilon,
      dominant: [("tagBits", 8), ("q_open", 8), ("forgeries", 0)]),
    TheoremTerm(
      symbol: "ε_coll", hop: "secrecy-keys", lemma: "a fact about the key generator", adversary: "collide-keys", bound: keyCollisionEpsilon,
      dominant: [("keyBits", 11), ("q_ops", 23), ("q_hid", 1), ("q_hosts", 1), ("q_own", 24), ("n", 1)]),
  ]

  /// The hops that cost nothing.
  public static let perfect = ["secrecy-policy", "secrecy-wraps", "secrecy-keyless", "service-keys", "service-cipher", "service-ideal"]
}

internal import DomainManagement
public import GameKit
internal import Primitives

extension KeySecrecyStep {
  /// G₆′: a key of an honest domain is not drawn before it is given out. What is left of the bit is the name of a coin.
  static let keyless = KeySecrecyStep(.secrecyKeyless) { $0.keys = .drawnWhenGivenOut }
}

extension KeySecrecyGame {
  /// The suite for an HSM that works on a token. Where keys are drawn late, those that it adds in an honest domain are zeros.
  mutating func suite(on old: Token<S>?) -> S {
    let isKeyless = variant.keys == .drawnWhenGivenOut && old.map { isHonest($0.trust) } ?? false
    return S(services: services, newKeys: isKeyless ? .zeros : .drawn)
  }

  /// The bytes of a key that is given out; `key` is what HSMs hold.
  mutating func givenOut(_ instance: UInt64, _ key: Bytes) -> Bytes {
    variant.keys == .drawnWhenGivenOut && protected.contains(instance) ? Bytes(suite.cipherKey("dmkey", instance)) : key
  }
}

extension HopFacts {
  public static let secrecyKeyless = HopFacts(
    "secrecy-keyless", "G₆ → G₆′: a key is drawn when it is given out",
    claim:
      "Perfect: in G₆ nothing depends on a key of an honest domain before it is given out. In G₆′ the bit is the name of a coin.",
    bound: 0, source: sequenceSource)

  /// The end of the sequence: it is between the two challenges, in the last game.
  public static let secrecyBit = HopFacts(
    "secrecy-bit", "in G₆′ a real key and an independent one are one distribution",
    claim: """
      The last step: a tested key is a coin that nothing else reads, and the two worlds read coins of other names. So their \
      answers differ, and only the adversary's bits are compared:
          Pr[A = 1 in G₆′ random] = Pr[A = 1 in G₆′ real]
      """, bound: 0, source: sequenceSource)
}

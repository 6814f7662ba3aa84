public import GameKit

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
      answers differ, and only \
      the adversary's bits are compared:
          Pr[A = 1 in G₆′ random] = Pr[A = 1 in G₆′ real]
      """, bound: 0, source: sequenceSource)

  /// The sequence, from the protocol as it is to the game in which nothing is left of the bit.
  public static let keySecrecySequence = [
    secrecyKeys, secrecyOperators, secrecyHSMs, secrecyChain, secrecyPolicy, secrecyWraps,
    secrecyEncryption, secrecyKeyless, secrecyBit,
  ]
}

package import Arena

extension Selection {
  /// The chance of distinct guesses, so many as one parameter says, of a value of as many bits as another says.
  package func chance(of tries: String, guesses bits: String) -> Double { min(1, Double(self[tries]) / .two(to: self[bits])) }

  /// Why the chances of the adversary against the whole protocol are not known; nil if they are.
  package var unknownChance: String? {
    switch attack?.means ?? .unstated {
    case .accounted: nil
    case .logarithm: "a public key determines its logarithm: given all that is known, the chance of finding it is 0 or 1"
    case .unstated: "the ledger is of identities, signatures, fingerprints and tags, and this attack may guess a key"
    }
  }
}

extension Double {
  package static func two(to exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }
}

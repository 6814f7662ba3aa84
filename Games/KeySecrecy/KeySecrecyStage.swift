/// The games of the sequence. Each differs from the one before in one thing, and that thing is named here.
///
/// The model puts key collisions fourth. They come first here: with real signatures, a rogue key that equals a genuine one *is* a
/// forgery, so in the other order ε_sig would have to pay for what ε_coll is there for
/// (`results/findings/key-collisions-first.md`).
public enum KeySecrecyStage: Int, CaseIterable, Comparable, Sendable {
  /// G₀: the protocol as it is.
  case real
  /// G₁: an entity whose identity exists already is not made.
  case distinctKeys
  /// G₂: operators' signatures are ideal.
  case operatorSignatures
  /// G₃: HSMs' signatures are ideal.
  case hsmSignatures
  /// G₄: the chain is ideal: a fingerprint belongs to one trust.
  case chain
  /// G₅: the policy is ideal: in an honest domain a successor is accepted only if all that it lists is genuine.
  case policy
  /// G₅′: what was wrapped by HSMs to genuine HSMs is looked up, not decrypted.
  case recordedWraps
  /// G₆: what is wrapped so is zeros.
  case encryption
  /// G₆′: a key of an honest domain is not drawn before it is given out. What is left of the bit is the name of a coin.
  case keyless

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The game's name in the sequence.
  public var symbol: String {
    switch self {
    case .real: "G₀"
    case .distinctKeys: "G₁"
    case .operatorSignatures: "G₂"
    case .hsmSignatures: "G₃"
    case .chain: "G₄"
    case .policy: "G₅"
    case .recordedWraps: "G₅′"
    case .encryption: "G₆"
    case .keyless: "G₆′"
    }
  }
}

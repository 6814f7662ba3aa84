public import GameKit

/// The games of the sequence. Each differs from the one before in one thing: its step.
///
/// The model puts key collisions fourth. They come first here: with real signatures, a rogue key that equals a genuine one *is* a
/// forgery, so in the other order ε_sig would have to pay for what ε_coll is there for
/// (`results/findings/key-collisions-first.md`).
public enum KeySecrecyStage: Int, CaseIterable, Sendable {
  case real, distinctKeys, operatorSignatures, hsmSignatures, chain, policy, recordedWraps, encryption, keyless

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

  /// The step that leads here; nil for the protocol as it is.
  public var step: KeySecrecyStep? {
    switch self {
    case .real: nil
    case .distinctKeys: .distinctKeys
    case .operatorSignatures: .operatorSignatures
    case .hsmSignatures: .hsmSignatures
    case .chain: .chain
    case .policy: .policy
    case .recordedWraps: .recordedWraps
    case .encryption: .encryption
    case .keyless: .keyless
    }
  }

  /// The game before; the first has none, and stands for it.
  var previous: KeySecrecyStage { Self(rawValue: rawValue - 1) ?? .real }

  /// All steps up to here, taken.
  var variant: KeySecrecyVariant {
    Self.allCases.prefix(rawValue + 1).reduce(into: KeySecrecyVariant()) { variant, stage in stage.step?.change(&variant) }
  }
}

extension HopFacts {
  /// The sequence, from the protocol as it is to the game in which nothing is left of the bit, and the bit.
  public static let keySecrecySequence = KeySecrecyStage.allCases.compactMap(\.step?.facts) + [secrecyBit]

  /// Where it comes from.
  public static let sequenceSource = "the paper's sequence of games for key secrecy; docs/model.md, section 3.6"
}

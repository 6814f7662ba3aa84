public import Primitives

/// What a run has to know of a suite (`docs/model.md`, section 4).
extension SuiteName {
  /// Those that are made of primitives.
  public static let ofPrimitives: [SuiteName] = [.calibrated, .kms, .kmsLowS, .modern]

  /// One line, for people.
  public var title: String {
    switch self {
    case .calibrated: "primitives with a known chance of breaking: every ε is a closed formula"
    case .kms: "ECDSA P-384 with SHA-384, as in AWS KMS; ε assumed"
    case .kmsLowS: "as kms, with signatures of a high s refused; ε assumed"
    case .modern: "Ed25519 with SHA-256; ε assumed"
    case .symbolic: "ideal cryptography"
    }
  }

  /// Whether every ε is known: the primitives are calibrated, or there are none.
  public var isCalibrated: Bool { self == .calibrated || self == .symbolic }

  /// Trials in one block: some milliseconds of work, so that the interval moves and all cores are busy.
  var blockSize: UInt64 { isCalibrated ? 8192 : 8 }

  /// The number of trials when none is asked for.
  public var trials: UInt64 { isCalibrated ? 100_000 : 200 }
}

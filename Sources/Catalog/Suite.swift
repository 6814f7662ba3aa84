/// The primitives that a game runs on (`docs/model.md`, section 4).
public enum Suite: String, Sendable, CaseIterable {
  case calibrated
  case kms
  case kmsLowS = "kms-low-s"
  case modern

  public var title: String {
    switch self {
    case .calibrated: "primitives with a known chance of breaking: every ε is a closed formula"
    case .kms: "ECDSA P-384 with SHA-384, as in AWS KMS; ε assumed"
    case .kmsLowS: "as kms, with signatures of a high s refused; ε assumed"
    case .modern: "Ed25519 with SHA-256; ε assumed"
    }
  }

  public var isCalibrated: Bool { self == .calibrated }

  /// Trials in one block: some milliseconds of work, so that the interval moves and all cores are busy.
  public var blockSize: UInt64 { isCalibrated ? 8192 : 8 }

  /// The number of trials when none is asked for.
  public var trials: UInt64 { isCalibrated ? 100_000 : 200 }
}

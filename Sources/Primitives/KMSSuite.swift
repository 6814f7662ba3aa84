/// The primitives of the paper: ECDSA and Diffie-Hellman on P-384, SHA-384, the KDF of SP 800-108, AES-256-GCM. What the
/// assumptions cost is assumed.
public struct KMSSuite: Suite {
  public let signing: ECDSA
  public let hash = SHA2.sha384
  public let encryption: MultiRecipientEncryption<ECDHP384, CounterModeKDF, AES256GCM>

  /// With `requiresLowS` the suite `kms-low-s`, whose signatures are strongly unforgeable.
  public init(requiresLowS: Bool = false, defects: MultiRecipientDefects = []) {
    signing = ECDSA(requiresLowS: requiresLowS)
    encryption = .init(group: ECDHP384(), derivation: CounterModeKDF(), cipher: AES256GCM(), defects: defects)
  }

  public var name: String { signing.requiresLowS ? "kms-low-s" : "kms" }
}

/// Ed25519, SHA-256, X25519 with HKDF, AES-256-GCM. What the assumptions cost is assumed.
public struct ModernSuite: Suite {
  public let signing = Ed25519()
  public let hash = SHA2.sha256
  public let encryption: MultiRecipientEncryption<X25519, HKDF, AES256GCM>

  public init(defects: MultiRecipientDefects = []) {
    encryption = .init(group: X25519(), derivation: HKDF(), cipher: AES256GCM(), defects: defects)
  }

  public var name: String { "modern" }
}

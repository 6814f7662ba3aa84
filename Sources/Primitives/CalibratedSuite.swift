/// Primitives that are random functions read from the coins, and a small group: every ε is a closed formula in these parameters
/// and the number of tries.
///
/// The random functions are the draws of the challenger's coins for the purposes `sig`, `sigstr`, `hash`, `hashstr`, `kdf`,
/// `kdfbare`, `context`, `commit`, `stream` and `tag`; and a scheme that reuses its ephemeral draws it for
/// `reused`. Nobody else may draw for these.
public struct CalibratedSuite: Suite {
  public let signing: CalibratedSignature
  public let hash: CalibratedHash
  public let encryption: MultiRecipientEncryption<CalibratedGroup, CalibratedKDF, CalibratedAEAD>

  /// - Parameters:
  ///   - signatureBits: t_sig, the length of a signature.
  ///   - keyBits: κ, the length of a verification key.
  ///   - hashBits: t_hash, the length of a digest.
  ///   - groupBits: t_grp, the length of the group's order: 2 … 48.
  ///   - cipherKeyBits: The length of a symmetric key.
  ///   - nonceBits: The length of a nonce.
  ///   - tagBits: t_tag, the length of an authentication tag.
  ///   - defects: Planted in the encryption.
  ///   - checksMembership: Whether keys that are not in the group are refused; not to is a defect, too.
  public init(
    signatureBits: Int = 64, keyBits: Int = 64, hashBits: Int = 64, groupBits: Int = 48, cipherKeyBits: Int = 64,
    nonceBits: Int = 64, tagBits: Int = 64, defects: MultiRecipientDefects = [], checksMembership: Bool = true
  ) {
    signing = CalibratedSignature(signatureBits: signatureBits, keyBits: keyBits)
    hash = CalibratedHash(bits: hashBits)
    encryption = .init(
      group: CalibratedGroup(bits: groupBits, checksMembership: checksMembership),
      derivation: CalibratedKDF(keyBits: cipherKeyBits),
      cipher: CalibratedAEAD(keyBits: cipherKeyBits, nonceBits: nonceBits, tagBits: tagBits), defects: defects)
  }

  public var name: String { "calibrated" }
}

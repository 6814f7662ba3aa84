public import Coins

/// A scheme whose games are played on byte strings of any length, such as the statements of a protocol.
public struct ByteStringSigning<Base: SignatureScheme>: SignatureScheme {
  public typealias Text = Bytes
  public typealias SigningKey = Base.SigningKey
  public typealias VerificationKey = Base.VerificationKey
  public typealias Signature = Base.Signature
  public let base: Base

  public init(_ base: Base) { self.base = base }

  public func generateKey(for label: Label, coins: Coins) -> (signing: SigningKey, verification: VerificationKey) {
    base.generateKey(for: label, coins: coins)
  }
  public func sign(_ message: [UInt8], with key: SigningKey, coins: Coins) -> Signature {
    base.sign(message, with: key, coins: coins)
  }
  public func verify(_ signature: Signature, of message: [UInt8], by key: VerificationKey, coins: Coins) -> SignatureCheck {
    base.verify(signature, of: message, by: key, coins: coins)
  }
  public func sign(_ text: Bytes, with key: SigningKey, coins: Coins) -> Signature {
    base.sign(text.array, with: key, coins: coins)
  }
  public func verify(_ signature: Signature, of text: Bytes, by key: VerificationKey, coins: Coins) -> SignatureCheck {
    base.verify(signature, of: text.array, by: key, coins: coins)
  }
  public func candidate(_ index: UInt64) -> Signature { base.candidate(index) }
  public func maul(_ signature: Signature) -> Signature { base.maul(signature) }

  public var sealed: (keyBits: Int, signatureBits: Int)? { base.sealed }
  public func coin(of text: Bytes, by key: VerificationKey) -> SealedCoin? { base.coin(of: text.array, by: key) }
  public func coin(of message: [UInt8], by key: VerificationKey) -> SealedCoin? { base.coin(of: message, by: key) }
  public func value(ofKey key: VerificationKey) -> UInt64? { base.value(ofKey: key) }
  public func value(ofSignature signature: Signature) -> UInt64? { base.value(ofSignature: signature) }
}

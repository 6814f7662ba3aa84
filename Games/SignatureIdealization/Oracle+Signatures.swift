public import GameKit
public import Primitives

/// The queries of a signature game under their textbook names.
extension Oracle {
  /// A fresh honest key.
  @inlinable
  public mutating func keygen<S>() throws(Forfeit) -> S.VerificationKey
  where Query == SignatureQuery<S>, Answer == SignatureAnswer<S> {
    guard case .key(let key) = try ask(.keygen) else { throw .resigned("keygen was not answered with a key") }
    return key
  }

  /// A signature under a registered key, nil if the key is not registered.
  @inlinable
  public mutating func sign<S>(_ message: S.Text, under key: S.VerificationKey) throws(Forfeit) -> S.Signature?
  where Query == SignatureQuery<S>, Answer == SignatureAnswer<S> {
    guard case .signature(let signature) = try ask(.sign(key, message)) else { return nil }
    return signature
  }

  /// Whether the service accepts the triple.
  @inlinable
  public mutating func accepts<S>(
    _ signature: S.Signature, of message: S.Text, under key: S.VerificationKey
  ) throws(Forfeit) -> Bool
  where Query == SignatureQuery<S>, Answer == SignatureAnswer<S> {
    try ask(.verify(key, message, signature)) == .accepted
  }

  /// A key pair of the adversary's own.
  @inlinable
  public mutating func rogueKeygen<S>() throws(Forfeit) -> S.VerificationKey
  where Query == SignatureQuery<S>, Answer == SignatureAnswer<S> {
    guard case .key(let key) = try ask(.rogueKeygen) else { throw .resigned("rogueKeygen was not answered with a key") }
    return key
  }

  /// A signature under a key pair of the adversary's own, nil if it holds no such key.
  @inlinable
  public mutating func rogueSign<S>(_ message: S.Text, under key: S.VerificationKey) throws(Forfeit) -> S.Signature?
  where Query == SignatureQuery<S>, Answer == SignatureAnswer<S> {
    guard case .signature(let signature) = try ask(.rogueSign(key, message)) else { return nil }
    return signature
  }
}

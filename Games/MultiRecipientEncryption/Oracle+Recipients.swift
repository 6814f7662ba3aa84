public import GameKit
public import Primitives

/// The queries of the multi-recipient games under their textbook names.
extension Oracle {
  /// A generated public key.
  public mutating func gen<S>() throws(Forfeit) -> S.PublicKey
  where Query == RecipientQuery<S>, Answer == RecipientAnswer<S> {
    guard case .publicKey(let key) = try ask(.gen) else { throw .resigned("gen was not answered with a key") }
    return key
  }

  /// The challenge's part for one recipient, nil if it was refused.
  public mutating func challenge<S>(
    _ recipient: S.PublicKey, tag: Bytes, _ left: Bytes, _ right: Bytes
  ) throws(Forfeit) -> S.Part?
  where Query == RecipientQuery<S>, Answer == RecipientAnswer<S> {
    guard case .parts(let parts) = try ask(.lor([recipient], tag: tag, left, right)) else { return nil }
    return parts.first
  }

  /// What a part decrypts to, nil if it does not or is a challenge.
  public mutating func dec<S>(_ part: S.Part, tag: Bytes, for recipient: S.PublicKey) throws(Forfeit) -> Bytes?
  where Query == RecipientQuery<S>, Answer == RecipientAnswer<S> {
    guard case .message(let message) = try ask(.dec(recipient, tag: tag, part)) else { return nil }
    return message
  }

  /// The key that belongs to a shared secret of the adversary's own computing.
  public mutating func derive<S>(_ shared: S.Group.Shared, ephemeral: S.PublicKey) throws(Forfeit) -> S.Key
  where Query == RecipientQuery<S>, Answer == RecipientAnswer<S> {
    guard case .key(let key) = try ask(.derive(shared, ephemeral: ephemeral)) else {
      throw .resigned("derive was not answered with a key")
    }
    return key
  }

  /// An encryption under a key of the adversary's own.
  public mutating func seal<S>(_ message: Bytes, tag: Bytes, key: S.Key) throws(Forfeit) -> Bytes
  where Query == RecipientQuery<S>, Answer == RecipientAnswer<S> {
    guard case .sealed(let sealed) = try ask(.seal(key, tag: tag, message)) else {
      throw .resigned("seal was not answered with a ciphertext")
    }
    return sealed
  }

  /// A decryption under a key of the adversary's own, nil if it does not open.
  public mutating func open<S>(_ sealed: Bytes, tag: Bytes, key: S.Key) throws(Forfeit) -> Bytes?
  where Query == RecipientQuery<S>, Answer == RecipientAnswer<S> {
    guard case .message(let message) = try ask(.open(key, tag: tag, sealed)) else { return nil }
    return message
  }
}

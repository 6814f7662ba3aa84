public import Coins
public import GameKit
public import Games
public import KeySecrecyAdversaries
internal import Primitives

/// An attack on key secrecy, end to end: the service encrypts a message for an honest user, and the stolen key opens it.
///
/// In the ideal world it opens to zeros or not at all, so the advantage is the probability of the theft.
public struct ServiceOver<Thief: KeyThief>: ServiceAdversary {
  let thief: Thief

  public init(_ thief: Thief) { self.thief = thief }

  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    let stolen = try oracle.onNetwork { network throws(Forfeit) in try thief.steal(&network, coins: coins) }
    guard let stolen else { return true }
    return try Self.doubts(stolen, &oracle)
  }

  /// Whether a stolen key does not open what the service encrypts under it.
  static func doubts(
    _ stolen: StolenKey, _ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>
  ) throws(Forfeit) -> Bool {
    let (message, data) = (Bytes([UInt8](repeating: 255, count: 16)), Bytes([]))
    // Who may open nothing has no use for a key.
    guard oracle.budget[.openings] > 0 else { return true }
    guard let ciphertext = try oracle.encrypt(message, data: data, stolen.request) else { return true }
    return try oracle.ask(.open(key: stolen.key, ciphertext, data: data)) != .message(message)
  }
}

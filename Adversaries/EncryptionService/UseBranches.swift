public import Coins
public import GameKit
public import Games
internal import KeySecrecyAdversaries
internal import Primitives

/// Uses a domain that has branches: two keys under one handle, a key more in one branch, and a successor; and tries a key that
/// anybody can write down. In both worlds a ciphertext opens in its own branch and where that leads to, and nowhere else.
public struct UseBranches: ServiceAdversary {
  public init() {}

  /// - Returns: whether something failed.
  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    guard oracle.budget[.keys] >= 3, oracle.budget[.encryptions] >= 1, oracle.budget[.decryptions] >= 5 else { return false }
    let (message, data) = (Bytes(Array("attack at dawn".utf8)), Bytes([0]))
    guard let root = try oracle.honestDomain() else { return false }
    var (own, other) = (root, root)
    guard try oracle.add(0, to: &own), try oracle.add(0, to: &other),
      let ciphertext = try oracle.encrypt(message, data: data, own.request(0)),
      try oracle.decrypt(ciphertext, data: data, own.request(0)) == message
    else { return true }
    if try oracle.decrypt(ciphertext, data: data, other.request(0)) != nil { return true }
    if oracle.budget[.openings] > 0, try opens(ciphertext, data, &oracle) { return true }
    guard try oracle.add(1, to: &own), try oracle.decrypt(ciphertext, data: data, own.request(0)) == message,
      let successor = try oracle.succeed(own), try oracle.decrypt(ciphertext, data: data, successor.request(0)) == message
    else { return true }
    // The host has moved on, and the branch that was left is out of date.
    return try oracle.decrypt(ciphertext, data: data, own.request(0)) != nil
  }

  /// Whether the first key that there is opens a ciphertext.
  private func opens(
    _ ciphertext: Bytes, _ data: Bytes, _ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>
  ) throws(Forfeit) -> Bool {
    for length in [8, 32] {
      guard oracle.budget[.openings] > 0 else { return false }
      let key = Bytes([UInt8](repeating: 0, count: length))
      if case .message = try oracle.ask(.open(key: key, ciphertext, data: data)) { return true }
    }
    return false
  }
}

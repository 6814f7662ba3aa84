public import Coins
public import GameKit
public import Games
internal import KeySecrecyAdversaries
internal import Primitives

/// Uses the service as users do, and checks what they rely on: a ciphertext is as long as its message demands, and opens to it,
/// under its own associated data, handle and domain only. In both worlds all of it holds.
public struct UseService: ServiceAdversary {
  public init() {}

  /// - Returns: whether something failed.
  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    let (message, data, otherData) = (Bytes(Array("attack at dawn".utf8)), Bytes([0]), Bytes([1]))
    guard var domain = try oracle.honestDomain(), try oracle.add(0, to: &domain), try oracle.add(1, to: &domain),
      var other = try oracle.honestDomain(), try oracle.add(0, to: &other),
      let ciphertext = try oracle.encrypt(message, data: data, domain.request(0)),
      let second = try oracle.encrypt(message, data: data, domain.request(0)),
      let empty = try oracle.encrypt(Bytes([]), data: data, domain.request(0)),
      ciphertext.array.count == second.array.count, ciphertext.array.count == empty.array.count + message.array.count
    else { return true }
    guard try oracle.decrypt(ciphertext, data: data, domain.request(0)) == message,
      try oracle.decrypt(second, data: data, domain.request(0)) == message
    else { return true }
    if try oracle.decrypt(ciphertext, data: otherData, domain.request(0)) != nil { return true }
    if try oracle.decrypt(ciphertext, data: data, domain.request(1)) != nil { return true }
    return try oracle.decrypt(ciphertext, data: data, other.request(0)) != nil
  }
}

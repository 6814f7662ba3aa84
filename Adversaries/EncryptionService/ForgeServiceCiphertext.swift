public import Coins
public import GameKit
public import Games
internal import KeySecrecyAdversaries
public import Primitives

/// Guesses the tag of an encrypted body under other associated data, `tries` distinct candidates under each of `keys` domain
/// keys: in the real world a forgery opens, in the ideal one the table has no such entry.
///
/// On the calibrated cipher it succeeds with probability exactly 1 − (1 − tries/2ᵗ)^keys, which is what makes q_dom·ε_aead tight.
public struct ForgeServiceCiphertext: ServiceAdversary {
  let cipher: any AEAD
  let keys: Int
  let tries: Int

  public init(cipher: any AEAD, keys: Int, tries: Int) { (self.cipher, self.keys, self.tries) = (cipher, keys, tries) }

  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    guard var domain = try oracle.honestDomain() else { return false }
    for handle in 0..<keys { guard try oracle.add(handle, to: &domain) else { return false } }
    for handle in 0..<keys {
      if try Self.forges(cipher, under: domain.request(handle), tries: tries, &oracle) { return false }
    }
    return true
  }

  /// Whether one of `tries` forgeries opens under the key of a request.
  static func forges(
    _ cipher: any AEAD, under request: KeyRequest, tries: Int,
    _ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>
  ) throws(Forfeit) -> Bool {
    guard let ciphertext = try oracle.encrypt(Bytes([1]), data: Bytes([0]), request) else { return false }
    for index in 0..<UInt64(tries) {
      guard let forged = cipher.candidate(index, for: ciphertext) else { return false }
      if try oracle.decrypt(forged, data: Bytes([1]), request) != nil { return true }
    }
    return false
  }
}

public import Coins
public import GameKit
public import Games
internal import KeySecrecyAdversaries
internal import Primitives

/// Encrypts a key that it knows, of a dishonest domain, and has it decrypted: an HSM that looks for its keys in users' messages
/// refuses, and so tells whoever guesses a key whether the guess is right.
public struct EchoKey: ServiceAdversary {
  public init() {}

  /// - Returns: whether the message came back.
  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    guard case .hsm(let hsm, identity: _, agreementKey: _) = try oracle.network(.newHSM),
      let own = try oracle.dishonestDomain(hsm: hsm)
    else { return false }
    var domain = own.domain
    guard try oracle.add(0, to: &domain), case .keys(let keys) = try oracle.network(.pry(token: domain.token, hsm: own.rogue)),
      let key = keys.first?.key
    else { return false }
    // A domain key is the number of an operation before the bytes of a cipher's key.
    let message = Bytes((0..<16).flatMap { (number: UInt64) in Message(0, number).bytes.suffix(8) + key.array })
    guard let ciphertext = try oracle.encrypt(message, data: Bytes([]), domain.request(0)) else { return false }
    return try oracle.decrypt(ciphertext, data: Bytes([]), domain.request(0)) == message
  }
}

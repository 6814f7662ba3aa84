// Claims: the game of key secrecy under this simulation, when `test` answers real keys, *is* the real service (`service-keys`);
// so whoever tells the service from the same with independent keys in honest domains breaks key secrecy.
public import Coins
public import GameKit
public import Primitives

/// The service out of keys: in honest domains those that `test` answers, elsewhere those of `corrupt`. It encrypts and decrypts
/// itself.
public struct ServiceOverKeys<Base: Suite>: Simulation {
  public typealias Inner = KeySecrecyGame<Base>
  private var user: UserCipher<Base.Cipher>
  private let full: Budget<EncryptionServiceQuery.Kind>

  public init(rules: KeySecrecyRules<Base>, budget: Budget<EncryptionServiceQuery.Kind>) {
    (user, full) = (UserCipher(rules.base.cipher), budget)
  }

  public mutating func restart(coins: Coins) { user.restart(coins: coins) }

  /// The service's own budget: a use costs a `test` or a `corrupt` or both, so the inner budget has to be large enough.
  public func budget(within inner: Budget<KeySecrecyQuery.Kind>) -> Budget<EncryptionServiceQuery.Kind> { full }

  public mutating func answer(
    _ query: EncryptionServiceQuery, asking oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> EncryptionServiceAnswer {
    switch query {
    case .adversary(.network(let query)): return query.isChallenge ? .noQueryOfTheService : .network(try oracle.ask(query))
    case .adversary(let query): return user.compute(query)
    case .environment(.new(let request)): return .network(try request.new { query throws(Forfeit) in try oracle.ask(query) })
    case .environment(.encrypt(let request, let message, let data)):
      switch try request.delivery(asking: { query throws(Forfeit) in try oracle.ask(query) }) {
      case .refused(let answer): return answer
      case .key(let key, let isProtected):
        return user.seal(message, data: data, key: key, isProtected: isProtected).map { .ciphertext($0) } ?? .impossible
      }
    case .environment(.decrypt(let request, let ciphertext, let data)):
      switch try request.delivery(asking: { query throws(Forfeit) in try oracle.ask(query) }) {
      case .refused(let answer): return answer
      case .key(let key, _): return user.open(ciphertext, data: data, key: key)
      }
    }
  }
}

// Claims: the service with independent keys in honest domains *is* the game of authenticated encryption with many keys, left,
// under this simulation (`service-cipher`); and right it *is* the ideal service (`service-ideal`). Between them stands ε_aead for
// q_dom keys.
public import Coins
internal import DomainManagement
public import GameKit
public import Primitives
internal import Records

/// The service out of a cipher game with a key for every key instance of an honest domain. It runs domain management itself; the
/// keys that HSMs hold in honest domains serve nobody.
public struct ServiceOverCipher<Base: Suite>: Simulation {
  public typealias Inner = CipherGame<Base.Cipher>
  private(set) var world: KeySecrecyGame<Base>
  private let full: Budget<EncryptionServiceQuery.Kind>
  private var table = MessageTable()
  private var keys = 0

  /// - Parameter stage: of the domain management that it runs.
  public init(rules: KeySecrecyRules<Base>, stage: KeySecrecyStage = .policy, budget: Budget<EncryptionServiceQuery.Kind>) {
    (world, full) = (KeySecrecyGame(rules: rules, stage: stage, challenge: .random), budget)
  }

  public mutating func restart(coins: Coins) {
    world.restart(coins: coins)
    table.removeAll()
    keys = 0
  }

  /// The service's own budget: what a use costs depends on the domain, so the inner budget has to be large enough.
  public func budget(within inner: Budget<CipherQuery<Base.Cipher>.Kind>) -> Budget<EncryptionServiceQuery.Kind> { full }

  public mutating func answer(
    _ query: EncryptionServiceQuery, asking oracle: inout some Oracle<CipherQuery<Base.Cipher>, CipherAnswer>
  ) throws(Forfeit) -> EncryptionServiceAnswer {
    switch query {
    case .adversary(.network(let query)): return world.relay(query)
    case .environment(.new(let request)): return .network(world.new(request))
    case .environment(.encrypt(let request, let message, let data)):
      switch try key(request, &oracle) {
      case .refused(let answer): return answer
      case .known(let key): return try seal(message, data, key, &oracle)
      case .protected(let number): return try encrypt(message, data, number, &oracle)
      }
    case .environment(.decrypt(let request, let ciphertext, let data)):
      switch try key(request, &oracle) {
      case .refused(let answer): return answer
      case .known(let key): return try open(ciphertext, data, key, &oracle)
      case .protected(let number):
        if let message = table.message(of: CipherTriple(key: number, data: data, ciphertext: ciphertext)) {
          return .message(message)
        }
        return .opened(try oracle.ask(.dec(key: number, data: data, ciphertext)))
      }
    case .adversary(.seal(let key, let message, let data)):
      guard let key = Base.Cipher.Key(bytes: key.array) else { return .noKey }
      return try seal(message, data, key, &oracle)
    case .adversary(.open(let key, let ciphertext, let data)):
      guard let key = Base.Cipher.Key(bytes: key.array) else { return .impossible }
      return try open(ciphertext, data, key, &oracle)
    }
  }

  private enum Key {
    case protected(Int)
    case known(Base.Cipher.Key)
    case refused(EncryptionServiceAnswer)
  }

  private mutating func key(
    _ request: KeyRequest, _ oracle: inout some Oracle<CipherQuery<Base.Cipher>, CipherAnswer>
  ) throws(Forfeit) -> Key {
    guard let named = world.named(request) else { return .refused(.unknown) }
    let reference: KeySecrecyGame<Base>.KeyReference
    do throws(Refusal) {
      reference = try world.reference(named)
    } catch { return .refused(.refused(error)) }
    switch reference {
    case .known(let bytes): return Base.Cipher.Key(bytes: bytes.array).map { .known($0) } ?? .refused(.impossible)
    case .protected(let number):
      if number == keys {
        _ = try oracle.ask(.newKey)
        keys += 1
      }
      return .protected(number)
    }
  }

  private mutating func encrypt(
    _ message: Bytes, _ data: Bytes, _ key: Int, _ oracle: inout some Oracle<CipherQuery<Base.Cipher>, CipherAnswer>
  ) throws(Forfeit) -> EncryptionServiceAnswer {
    let zeros = Bytes([UInt8](repeating: 0, count: message.array.count))
    guard case .ciphertext(let ciphertext) = try oracle.ask(.lor(key: key, message, zeros, data: data)) else {
      return .impossible
    }
    table.record(message, as: CipherTriple(key: key, data: data, ciphertext: ciphertext))
    return .ciphertext(ciphertext)
  }

  private func seal(
    _ message: Bytes, _ data: Bytes, _ key: Base.Cipher.Key, _ oracle: inout some Oracle<CipherQuery<Base.Cipher>, CipherAnswer>
  ) throws(Forfeit) -> EncryptionServiceAnswer {
    guard case .ciphertext(let ciphertext) = try oracle.ask(.seal(key, data: data, message)) else { return .impossible }
    return .ciphertext(ciphertext)
  }

  private func open(
    _ ciphertext: Bytes, _ data: Bytes, _ key: Base.Cipher.Key,
    _ oracle: inout some Oracle<CipherQuery<Base.Cipher>, CipherAnswer>
  ) throws(Forfeit) -> EncryptionServiceAnswer { .opened(try oracle.ask(.open(key, data: data, ciphertext))) }
}

extension EncryptionServiceAnswer {
  fileprivate static func opened(_ answer: CipherAnswer) -> Self {
    if case .message(let message) = answer { .message(message) } else { .impossible }
  }
}

extension HopFacts {
  public static let serviceAEAD = HopFacts(
    "service-aead", "messages or zeros under all domain keys: the assumption on authenticated encryption",
    lemma: "AEAD, by a hybrid over domain keys",
    claim: """
      The cipher game, left or right, under the simulation; by a hybrid over domain keys it costs q_dom times as much as under \
      one key:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ q_dom·ε_aead
      """, bound: "q_dom" * "ε_aead", source: serviceSource)
}

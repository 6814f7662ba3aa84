public import Coins
public import GameKit
public import Primitives

/// The simulator of the proof: domain management runs for the adversary as it is, ciphertexts are zeros under keys of its own for
/// honest domains, and for dishonest ones it does all.
///
/// Of domain management it sees what an adversary against key secrecy sees, its oracle. So functionality, simulator and whoever
/// plays with them are such an adversary together (`SimulatorStep`).
public struct EncryptionSimulator<Base: Suite, Network: Game<KeySecrecyQuery, KeySecrecyAnswer>>: ServiceSimulator {
  public typealias Names = PortedSuite<Base>
  private(set) var world: Network
  private var user: UserCipher<Base.Cipher>
  /// The instances of the functionality that were asked about, in the order in which they were first.
  private var instances = AppendLog<Int>()

  /// - Parameter network: a game of key secrecy. What `test` answers does not matter.
  public init(_ rules: KeySecrecyRules<Base>, running network: Network) {
    (world, user) = (network, UserCipher(rules.base.cipher))
  }

  var cipher: Base.Cipher { user.cipher }

  public mutating func restart(coins: Coins) {
    world.restart(coins: coins)
    user.restart(coins: coins)
    instances.removeAll()
  }

  public mutating func network(_ query: KeySecrecyQuery) -> KeySecrecyAnswer { world.answer(query) }
  public mutating func new(_ request: KeyRequest) -> KeySecrecyAnswer { request.new { world.answer($0) } }

  public mutating func failure(of request: KeyRequest, about instance: Int?) -> EncryptionServiceAnswer? {
    switch request.delivery(asking: { world.answer($0) }) {
    case .refused(let answer): return answer
    case .key(_, isProtected: false): return .impossible
    case .key(_, isProtected: true):
      if let instance { _ = number(of: instance) }
      return nil
    }
  }

  public mutating func ciphertext(length: Int, data: Bytes, instance: Int) -> Bytes? {
    let (number, zeros) = (number(of: instance), Bytes([UInt8](repeating: 0, count: length)))
    return user.seal(zeros, data: data, key: user.newKey(number), isProtected: true)
  }

  public mutating func unprotected(_ query: UserQuery) -> EncryptionServiceAnswer {
    switch query.request.delivery(asking: { world.answer($0) }) {
    case .refused(let answer): answer
    case .key(_, isProtected: true): .impossible
    case .key(let key, isProtected: false):
      switch query {
      case .new: .unknown
      case .encrypt(_, let message, let data): user.seal(message, data: data, knownKey: key)
      case .decrypt(_, let ciphertext, let data): user.open(ciphertext, data: data, key: key)
      }
    }
  }

  public mutating func compute(_ query: AttackQuery) -> EncryptionServiceAnswer { user.compute(query) }

  /// Which of its own keys stands for an instance.
  private mutating func number(of instance: Int) -> Int {
    if let number = instances.firstIndex(of: instance) { return number }
    instances.append(instance)
    return instances.count - 1
  }
}

extension EncryptionSimulator where Network == KeySecrecyGame<Base> {
  /// From now on, whatever the services of the game that it runs answer is written down.
  mutating func overhear() -> Journal<KeySecrecyServices<Base>.Entry> { world.overhear() }
}

extension EncryptionSimulator: WinnableSimulator where Network: WinnableGame {
  public var isWon: Bool { world.isWon }
}

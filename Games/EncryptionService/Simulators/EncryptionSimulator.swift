public import Coins
internal import DomainManagement
import GameKit
public import Primitives

/// The simulator of the proof: it runs domain management for the adversary, makes ciphertexts of zeros under keys of its own for
/// honest domains, and does all for dishonest ones.
public struct EncryptionSimulator<Base: Suite>: ServiceSimulator {
  private(set) var world: KeySecrecyGame<Base>
  private var user: UserCipher<Base.Cipher>
  /// The instances of the functionality that were asked about, in the order in which they were first.
  private var instances = AppendLog<Int>()

  /// - Parameter stage: the game of the sequence that it runs: any will do.
  public init(rules: KeySecrecyRules<Base>, stage: KeySecrecyStage) {
    world = KeySecrecyGame(rules: rules, stage: stage, challenge: .random)
    user = UserCipher(rules.base.cipher)
  }

  public mutating func restart(coins: Coins) {
    world.restart(coins: coins)
    user.restart(coins: coins)
    instances.removeAll()
  }

  public mutating func network(_ query: KeySecrecyQuery) -> KeySecrecyAnswer { world.answer(query) }
  public mutating func new(_ request: KeyRequest) -> KeySecrecyAnswer { world.new(request) }

  public mutating func failure(of request: KeyRequest, about instance: Int?) -> EncryptionServiceAnswer? {
    guard let named = world.named(request) else { return .unknown }
    do throws(Refusal) {
      guard case .protected = try world.reference(named) else { return .impossible }
      if let instance { _ = number(of: instance) }
      return nil
    } catch { return .refused(error) }
  }

  public mutating func ciphertext(length: Int, data: Bytes, instance: Int) -> Bytes? {
    let zeros = Bytes([UInt8](repeating: 0, count: length))
    return user.seal(zeros, data: data, key: world.suite.testKey(number(of: instance)), isProtected: true)
  }

  public mutating func unprotected(_ query: UserQuery) -> EncryptionServiceAnswer {
    guard let named = world.named(query.request) else { return .unknown }
    do throws(Refusal) {
      guard case .known(let key) = try world.reference(named) else { return .impossible }
      return switch query {
      case .new: .unknown
      case .encrypt(_, let message, let data): user.seal(message, data: data, knownKey: key)
      case .decrypt(_, let ciphertext, let data): user.open(ciphertext, data: data, key: key)
      }
    } catch { return .refused(error) }
  }

  public mutating func compute(_ query: AttackQuery) -> EncryptionServiceAnswer { user.compute(query) }

  /// Which of its own keys stands for an instance.
  private mutating func number(of instance: Int) -> Int {
    if let number = instances.firstIndex(of: instance) { return number }
    instances.append(instance)
    return instances.count - 1
  }
}

internal import Coins
internal import DomainManagement
public import Primitives

/// The simulator of the ideal world: it runs domain management for the adversary, makes ciphertexts of zeros under keys of its
/// own for honest domains, and does all for dishonest ones.
public struct EncryptionSimulator<Base: Suite> {
  /// Domain management and its set-up. Which domains are honest is a fact of set-up, and the functionality asks here for it: that
  /// the simulator does not bend it is said by this code, which runs the protocol as it is, and not by the types.
  private(set) var world: KeySecrecyGame<Base>
  private var user: UserCipher<Base.Cipher>

  init(rules: KeySecrecyRules<Base>, stage: KeySecrecyStage) {
    world = KeySecrecyGame(rules: rules, stage: stage, challenge: .random)
    user = UserCipher(rules.base.cipher)
  }

  mutating func restart(coins: Coins) {
    world.restart(coins: coins)
    user.restart(coins: coins)
  }

  // MARK: The set-up, which the functionality asks as well

  func named(_ request: KeyRequest) -> KeySecrecyGame<Base>.NamedRequest? { world.named(request) }
  mutating func isHonest(_ request: KeySecrecyGame<Base>.NamedRequest) -> Bool { world.isProtected(request) }

  // MARK: The functionality's interface, for honest domains

  enum Ciphertext {
    case ciphertext(Bytes, instance: Int)
    case refused(EncryptionServiceAnswer)
  }

  enum Instance {
    case instance(Int)
    case refused(EncryptionServiceAnswer)
  }

  /// A user encrypts so many bytes.
  mutating func encrypt(length: Int, data: Bytes, for request: KeySecrecyGame<Base>.NamedRequest) -> Ciphertext {
    switch instance(for: request) {
    case .refused(let answer): return .refused(answer)
    case .instance(let instance):
      let zeros = Bytes([UInt8](repeating: 0, count: length))
      guard let ciphertext = user.seal(zeros, data: data, key: world.suite.testKey(instance), isProtected: true) else {
        return .refused(.impossible)
      }
      return .ciphertext(ciphertext, instance: instance)
    }
  }

  /// A user asks for something under the key of this request: which instance that is.
  mutating func instance(for request: KeySecrecyGame<Base>.NamedRequest) -> Instance {
    do throws(Refusal) {
      guard case .protected(let instance) = try world.reference(request) else { return .refused(.impossible) }
      return .instance(instance)
    } catch { return .refused(.refused(error)) }
  }

  // MARK: Everything else is the simulator's alone

  /// The adversary's queries, and a user's `new`.
  mutating func answer(_ query: EncryptionServiceQuery) -> EncryptionServiceAnswer {
    switch query {
    case .network(let query): world.relay(query)
    case .new(let request): world.new(request)
    case .encrypt(let request, let message, let data): serve(request) { $0.seal(message, data: data, knownKey: $1) }
    case .decrypt(let request, let ciphertext, let data): serve(request) { $0.open(ciphertext, data: data, key: $1) }
    case .seal(let key, let message, let data): user.seal(message, data: data, knownKey: key)
    case .open(let key, let ciphertext, let data): user.open(ciphertext, data: data, key: key)
    }
  }

  /// A user of a dishonest domain: the key is known.
  private mutating func serve(
    _ request: KeyRequest, _ use: (inout UserCipher<Base.Cipher>, Bytes) -> EncryptionServiceAnswer
  ) -> EncryptionServiceAnswer {
    guard let named = world.named(request) else { return .unknown }
    do throws(Refusal) {
      guard case .known(let key) = try world.reference(named) else { return .impossible }
      return use(&user, key)
    } catch { return .refused(error) }
  }
}

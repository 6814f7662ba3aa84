// Claim to be broken: an environment with its adversary tells the encryption service from an ideal one, where in honest domains
// ciphertexts are encryptions of zeros and decryption is a table.
//
//     |Pr[A = 1 | ideal] − Pr[A = 1 | real]|  ≤  ε_keys + q_dom·ε_aead,   ε_keys the advantage against key secrecy
//
// Source: the paper's main theorem; docs/model.md, section 3.7. Both worlds stand beside the same set-up object, `GlobalSetUp`:
// the operators-only registry and the quorum invariant. The hybrid is the channel between host and HSM (`ServiceRequest`).
public import Coins
internal import DomainManagement
public import GameKit
public import Primitives

/// The real service: users' requests go through hosts, HSMs and tokens, by the protocol's own code.
public struct RealService<Base: Suite>: Game {
  private(set) var world: KeySecrecyGame<Base>
  /// Only names and counts draws: HSMs encrypt.
  private var user: UserCipher<Base.Cipher>

  public init(rules: KeySecrecyRules<Base>) {
    world = KeySecrecyGame(rules: rules, stage: .real, challenge: .real)
    user = UserCipher(rules.base.cipher)
  }

  @_specialize(where Base == CalibratedSuite)
  public mutating func restart(coins: Coins) {
    world.restart(coins: coins)
    user.restart(coins: coins)
  }

  @_specialize(where Base == CalibratedSuite)
  public mutating func answer(_ query: EncryptionServiceQuery) -> EncryptionServiceAnswer {
    switch query {
    case .adversary(.network(let query)): world.relay(query)
    case .adversary(let query): noting(query, user.compute(query))
    case .environment(.new(let request)): .network(world.new(request))
    case .environment(.encrypt(let request, let message, let data)):
      serve(request, .encrypt(message: message.array, associatedData: data.array))
    case .environment(.decrypt(let request, let ciphertext, let data)):
      serve(request, .decrypt(ciphertext: ciphertext.array, associatedData: data.array))
    }
  }

  /// What the adversary seals and opens counts for a ledger as what HSMs do.
  private func noting(_ query: AttackQuery, _ answer: EncryptionServiceAnswer) -> EncryptionServiceAnswer {
    guard world.services.journal != nil else { return answer }
    switch (query, answer) {
    case (.seal(let key, _, let data), .ciphertext(let ciphertext)):
      if let key = Base.Cipher.Key(bytes: key.array) { world.services.note(ciphertext, data.array, key) }
    case (.open(let key, let ciphertext, let data), _):
      guard let key = Base.Cipher.Key(bytes: key.array) else { break }
      let opens = if case .message = answer { true } else { false }
      world.services.note(ciphertext, data.array, key, opens: opens)
    default: break
    }
    return answer
  }

  mutating func overhear() -> Journal<KeySecrecyServices<Base>.Entry> { world.overhear() }

  private mutating func serve(_ request: KeyRequest, _ command: ServiceRequest<PortedSuite<Base>>.Command)
    -> EncryptionServiceAnswer
  {
    guard let named = world.named(request) else { return .unknown }
    let isProtected = world.isProtected(named)
    do throws(Refusal) {
      switch try world.serve(named, command, draw: user.draw(isProtected: isProtected)) {
      case .ciphertext(let ciphertext):
        user.count(isProtected: isProtected)
        return .ciphertext(Bytes(ciphertext))
      case .message(let message): return .message(Bytes(message))
      case .keyToken: return .impossible
      }
    } catch { return .refused(error) }
  }
}

extension EncryptionServiceAnswer {
  static func refused(_ refusal: Refusal) -> Self { refusal.rule.map { .refused($0) } ?? .impossible }
}

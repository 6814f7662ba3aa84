internal import Coins
internal import DomainManagement
public import GameKit
public import Primitives

/// The cryptography of a world as four services, each the game of a hop further down or the oracle of a reduction; and what the
/// challenger keeps beside them.
///
/// It is a reference because the protocol reads its suite and never changes it, while services have a state. `KeySecrecyGame`
/// owns it alone and copies it before a second owner could see a change.
public final class KeySecrecyServices<Base: Suite> {
  public typealias Scheme = ByteStringSigning<Base.Signing>
  public typealias Encryption = MultiRecipientEncryption<Base.Group, Base.Derivation, Base.Cipher>
  public typealias SignaturePort = Port<SignatureQuery<Scheme>, SignatureAnswer<Scheme>>
  public typealias ChainPort = Port<ChainQuery<TrustHash<Base.Hash>>, ChainAnswer<TrustHash<Base.Hash>>>
  public typealias RecipientPort = Port<RecipientQuery<Encryption>, RecipientAnswer<Encryption>>

  /// Whose service draws from the challenger's own coins, and not from a child of them: so a world and the reduction that takes
  /// this service out draw alike.
  public enum Exposed: Sendable { case operators, hsms, chain, recipients }

  /// The child of the coins that another service draws from.
  static func part(of service: Exposed) -> Purpose {
    switch service {
    case .operators: "opsigs"
    case .hsms: "hsmsigs"
    case .chain: "chain"
    case .recipients: "wraps"
    }
  }
  /// The one for what is no service's.
  static var worldPart: Purpose { "world" }

  /// Who generates hosts' identities in a reduction to key collisions; nil where the suite does.
  var hostKeys: Port<UInt64, SignatureAnswer<Scheme>>?

  let base: Base
  var operators: SignaturePort
  var hsms: SignaturePort
  var chain: ChainPort
  var recipients: RecipientPort
  let exposed: Exposed?
  /// For a ledger beside the game.
  var journal: Journal<Entry>?

  /// What is no service's: domain keys, hosts' identities, the adversary's own wrapping.
  var coins = Coins.beforeTheFirstTrial
  /// Users' data and the keys that `test` answers: the challenger's own, as those of the game of authenticated encryption.
  var cipherCoins = Coins.beforeTheFirstTrial
  /// Where signatures by an identity in two roles are made and checked, whatever they are made on.
  private var homes: [(identity: Base.Signing.VerificationKey, service: SigningService)] = []
  enum SigningService { case operators, hsms }

  /// Agreement keys of genuine HSMs.
  var genuine: [Base.Group.PublicKey] = []
  /// The HSMs' own wraps to genuine HSMs; nil where they are decrypted like any other.
  var records: [Record]?
  /// A planted defect.
  let ignoresTags: Bool

  struct Record {
    let recipient: Base.Group.PublicKey
    let tag: [UInt8]
    let share: Encryption.Ciphertext
    let plaintext: [UInt8]
  }

  init(
    base: Base, operators: SignaturePort, hsms: SignaturePort, chain: ChainPort, recipients: RecipientPort, records: Bool,
    ignoresTags: Bool, exposed: Exposed?
  ) {
    (self.base, self.operators, self.hsms, self.chain, self.recipients) = (base, operators, hsms, chain, recipients)
    (self.records, self.ignoresTags, self.exposed) = (records ? [] : nil, ignoresTags, exposed)
  }

  func copy() -> KeySecrecyServices {
    let other = KeySecrecyServices(
      base: base, operators: operators.copy(), hsms: hsms.copy(), chain: chain.copy(), recipients: recipients.copy(),
      records: false,
      ignoresTags: ignoresTags, exposed: exposed)
    (other.coins, other.cipherCoins, other.genuine, other.records, other.hostKeys, other.homes, other.journal) = (
      coins, cipherCoins, genuine, records, hostKeys, homes, journal
    )
    return other
  }

  func restart(coins: Coins) {
    func own(_ service: Exposed) -> Coins { exposed == service ? coins : coins.child(Self.part(of: service)) }
    self.coins = coins.child(Self.worldPart)
    cipherCoins = coins
    operators.restart(own(.operators))
    hsms.restart(own(.hsms))
    chain.restart(own(.chain))
    recipients.restart(own(.recipients))
    homes.removeAll(keepingCapacity: true)
    genuine.removeAll(keepingCapacity: true)
    records?.removeAll(keepingCapacity: true)
  }

  /// From now on, all signatures by this identity are this service's; where it was settled before, it stays.
  func settle(_ identity: Base.Signing.VerificationKey, at service: SigningService) {
    if !homes.contains(where: { $0.identity == identity }) { homes.append((identity, service)) }
  }

  /// Who checks a signature by this identity: operators sign trusts and HSMs tokens, but for identities in two roles.
  func signing(_ identity: Base.Signing.VerificationKey, on context: StatementContext?) -> SignaturePort {
    let home = homes.isEmpty ? nil : homes.first { $0.identity == identity }?.service
    return (home ?? (context == .trust ? .operators : .hsms)) == .operators ? operators : hsms
  }

  /// The fingerprint of a trust, appended to the chain.
  /// - Parameter parent: the one that the encoding names.
  /// - Throws: if an ideal chain makes none, because it belongs to another trust.
  func fingerprint(_ encoding: [UInt8], after parent: Base.Hash.Digest?) throws(Refusal) -> Base.Hash.Digest {
    guard case .fingerprint(let digest) = chain.ask(.append(parent: parent, Bytes(encoding))) else {
      throw .rule("the chain", reason: "the fingerprint belongs to another trust")
    }
    return digest
  }
}

internal import DomainManagement
internal import GameKit
public import Policy
public import Primitives

/// What all games of the sequence have in common: primitives, policy, and the quorum assumption as a set-up object.
public struct KeySecrecyRules<Base: Suite>: Sendable {
  let base: Base
  private(set) var policy: Policy<PortedSuite<Base>>
  /// The global n: any n genuine operators include an honest one.
  public let quorum: Int
  /// Without the assumption any number of genuine operators may be dishonest: outside the theorem.
  let keepsQuorumAssumption: Bool
  /// A planted defect of the later games; nil everywhere but in the tests of the harness.
  let defect: KeySecrecyDefect?

  /// The intact policy, without the run-time watch and the rule about customer keys.
  // Not inlined: version 6.3.1 of the compiler loses track of a suite's lifetime where it is.
  @_specialize(where Base == CalibratedSuite)
  @inline(never)
  public init(base: Base, quorum: Int = 2, keepsQuorumAssumption: Bool = true, defect: KeySecrecyDefect? = nil) {
    (self.base, self.quorum, self.keepsQuorumAssumption, self.defect) = (base, quorum, keepsQuorumAssumption, defect)
    policy = Self.policy(without: Self.leftOut)
  }

  /// `key.never-leaves-unwrapped`, the run-time watch: types guarantee already what it looks for (`DomainKey` is no
  /// `WireMessage`).
  ///
  /// It compares what leaves an HSM with its keys. No game asks it: where a message is a user's own it answers a question about
  /// a secret, since who encrypts a guess of the key, and decrypts it, learns from the refusal whether the guess is right; and
  /// bytes that happen to be a key's are refused where keys are, and answered where zeros are in their place. **[ours]** The twin
  /// `watched-replies` shows the first, a test of the hop `secrecy-keyless` the second.
  public static var watch: String { "key.never-leaves-unwrapped" }

  /// The rules of the intact policy that no game asks: the watch, and `key.tokens-apart-from-data`, which refuses to users the
  /// associated data of key tokens. In the games nobody has a customer key, and users choose what associated data they like:
  /// the ideal service refuses none. **[ours]**
  public static var leftOut: [String] { [watch, customerKeys] }
  private static var customerKeys: String { "key.tokens-apart-from-data" }

  /// The same rules with the watch: a planted defect.
  public var watchingReplies: Self { with(Self.policy(without: [Self.customerKeys])) }

  // Not inlined, as the initialiser is not.
  @inline(never)
  private static func policy(without rules: [String]) -> Policy<PortedSuite<Base>> {
    Policy(Policy.intact.rules.filter { !rules.contains($0.facts.identifier) })
  }

  /// These rules with a policy from which the named rules of the protocol are left out, and in which the named weaker ones stand
  /// in their places.
  /// - Throws: if there is no such rule.
  public func without(_ rules: [String] = [], with weaker: [String] = []) throws(UnknownRule) -> Self {
    with(try policy.without(rules, with: weaker))
  }

  /// The same rules with another policy.
  func with(_ policy: Policy<PortedSuite<Base>>) -> Self {
    var other = self
    other.policy = policy
    return other
  }

  /// The set-ups before anybody is made.
  var setUp: GlobalSetUp<PortedSuite<Base>> { GlobalSetUp(quorum: quorum, keepsQuorumAssumption: keepsQuorumAssumption) }

  typealias Services = KeySecrecyServices<Base>
  var signatures: SignatureIdealization<Services.Scheme> { SignatureIdealization(scheme: ByteStringSigning(base.signing)) }
  var chains: HashChainIdealization<TrustHash<Base.Hash>> { HashChainIdealization(TrustHash(base.hash)) }

  /// The services of a game of the sequence, each real or in the place of the real one.
  @_specialize(where Base == CalibratedSuite)
  func services(of variant: KeySecrecyVariant, exposed: Services.Exposed?) -> Services {
    let (signatures, chains) = (signatures, chains)
    func signing(_ service: KeySecrecyVariant.Service) -> Services.SignaturePort {
      service == .real ? Port(signatures.left) { signatures.badPlaces($0) } : Port(signatures.right)
    }
    return Services(
      base: base, operators: signing(variant.operatorSignatures), hsms: signing(variant.hsmSignatures),
      chain: variant.chain == .real ? Port(chains.left) { chains.badPlaces($0) } : Port(chains.right),
      recipients: Port(recipients(of: variant)),
      records: variant.wraps == .lookedUp, ignoresTags: defect == .taglessRecords, exposed: exposed)
  }

  func recipients(of variant: KeySecrecyVariant) -> RecipientGame<Services.Encryption> {
    RecipientGame(
      scheme: base.encryption, keys: .derived, challenge: variant.wrapped, recipients: 1 << 16,
      opensChallenges: variant.wraps == .decrypted)
  }
}

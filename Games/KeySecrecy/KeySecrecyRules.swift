internal import DomainManagement
internal import GameKit
public import Policy
public import Primitives

/// What all games of the sequence have in common: primitives, policy, and the quorum assumption as a set-up object.
public struct KeySecrecyRules<Base: Suite>: Sendable {
  let base: Base
  let policy: Policy<PortedSuite<Base>>
  /// The global n: any n genuine operators include an honest one.
  public let quorum: Int
  /// Without the assumption any number of genuine operators may be dishonest: outside the theorem.
  let keepsQuorumAssumption: Bool

  public init(base: Base, policy: Policy<PortedSuite<Base>> = .intact, quorum: Int = 2, keepsQuorumAssumption: Bool = true) {
    (self.base, self.policy, self.quorum, self.keepsQuorumAssumption) = (base, policy, quorum, keepsQuorumAssumption)
  }

  /// Whether there may be another dishonest operator.
  func admitsDishonest(after dishonest: Int) -> Bool { !keepsQuorumAssumption || dishonest + 1 < quorum }

  typealias Services = KeySecrecyServices<Base>
  var signatures: SignatureIdealization<Services.Scheme> { SignatureIdealization(scheme: ByteStringSigning(base.signing)) }
  var hashes: HashIdealization<TrustHash<Base.Hash>> { HashIdealization(TrustHash(base.hash)) }

  func recipients(at stage: KeySecrecyStage) -> RecipientGame<Services.Encryption> {
    RecipientGame(
      scheme: base.encryption, keys: .derived, challenge: stage < .encryption ? .left : .right, recipients: 1 << 16,
      opensChallenges: stage < .recordedWraps)
  }

  /// The services of a game of the sequence: this is where the games differ.
  func services(at stage: KeySecrecyStage, exposed: Services.Exposed?) -> Services {
    let (signatures, hashes) = (signatures, hashes)
    func signaturePort(idealFrom first: KeySecrecyStage) -> Services.SignaturePort {
      stage < first ? GamePort(signatures.left) { signatures.isBad($0) } : GamePort(signatures.right)
    }
    return Services(
      base: base, operators: signaturePort(idealFrom: .operatorSignatures), hsms: signaturePort(idealFrom: .hsmSignatures),
      chain: stage < .chain ? GamePort(hashes.left) { hashes.isBad($0) } : GamePort(hashes.right),
      recipients: GamePort(recipients(at: stage)), records: stage >= .recordedWraps, exposed: exposed)
  }
}

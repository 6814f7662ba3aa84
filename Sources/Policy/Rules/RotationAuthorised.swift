public import DomainManagement
internal import Formulas
import Primitives

/// `rotation.authorised`: at least quorum distinct operators of the token's trust signed the order to rotate this key
public struct RotationAuthorised<Suite: DomainSuite>: Rule {
  /// What the weaker rules do not heed.
  public enum Weakness: Sendable { case signaturesCounted, rolesIgnored }

  private let weakness: Weakness?

  public init(_ weakness: Weakness? = nil) { self.weakness = weakness }

  public var facts: RuleFacts {
    switch weakness {
    case nil:
      RuleFacts(
        "rotation.authorised", "at least quorum distinct operators of the token's trust signed the order to rotate this key",
        from: [.paper("rotation among the changes of a domain that a quorum authorises"), .ours("the form of the order")],
        about: [.rotate])
    case .signaturesCounted:
      RuleFacts(
        "rotation.authorised.signatures-counted",
        "operators of the token's trust gave quorum signatures on the order to rotate this key (weaker: one may give them all)",
        from: [.ours("a planted defect")], about: [.rotate], weakens: "rotation.authorised")
    case .rolesIgnored:
      RuleFacts(
        "rotation.authorised.roles-ignored",
        "as many distinct operators of the token's trust signed the order as its quorum takes (weaker: of any role)",
        from: [.ours("a planted defect")], about: [.rotate], weakens: "rotation.authorised", isAboutRoles: true)
    }
  }

  public var meaning: Meaning? {
    let demand: Quorum.Demand =
      weakness == .rolesIgnored ? .number(of: Asked.trust, to: .rotateKey) : .way(of: Asked.trust, to: .rotateKey)
    let quorum = Quorum([demand], countsSignersOnce: weakness != .signaturesCounted)
    let signed = Formula.enough(quorum) { endorsement in
      endorsement.isSubmitted && Asked.trust.lists(operator: endorsement.signer)
        && endorsement.order.equals(Asked.order) && endorsement.isValid
    }
    return .says(Asked.order.trust.equals(Asked.trust.fingerprint) && signed, about: [.rotate])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .rotate(let rotation) = question else { return .allow }
    let (trust, order) = (rotation.trust, rotation.order)
    guard order.trust == trust.fingerprint else { return deny("the order is about another trust") }
    let signatures = rotation.authorisation.filter { endorsement in
      trust.operators.contains(endorsement.signer) && endorsement.order == order
        && suite.verify(endorsement.signature, of: order.signedBytes, by: endorsement.signer) == .valid
    }
    .map(\.signer)
    let signers = weakness == .signaturesCounted ? signatures : Array(Set(signatures))
    let demand = QuorumDemand(.rotateKey, of: trust, heedingRoles: weakness != .rolesIgnored)
    return demand.isMet(by: signers) ? .allow : deny(demand.shortage(of: signers, "signed the order"))
  }
}

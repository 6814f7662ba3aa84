public import DomainManagement
import Primitives

/// `rotation.authorised`: at least quorum distinct operators of the token's trust signed the order to rotate this key
public struct RotationAuthorised<Suite: DomainSuite>: Rule {
  private let countsSignersOnce: Bool

  /// `countingSignersOnce` is false in the weaker rule.
  public init(countingSignersOnce: Bool = true) { countsSignersOnce = countingSignersOnce }

  public var facts: RuleFacts {
    countsSignersOnce
      ? RuleFacts(
        "rotation.authorised", "at least quorum distinct operators of the token's trust signed the order to rotate this key",
        from: [.paper("rotation among the changes of a domain that a quorum authorises"), .ours("the form of the order")],
        about: [.rotate])
      : RuleFacts(
        "rotation.authorised.signatures-counted",
        "operators of the token's trust gave quorum signatures on the order to rotate this key (weaker: one may give them all)",
        from: [.ours("a planted defect")], about: [.rotate], weakens: "rotation.authorised")
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .rotate(let rotation) = question else { return .allow }
    let (trust, order) = (rotation.trust, rotation.order)
    guard order.trust == trust.fingerprint else { return deny("the order is about another trust") }
    let signers = rotation.authorisation.filter { endorsement in
      trust.operators.contains(endorsement.signer) && endorsement.order == order
        && suite.verify(endorsement.signature, of: order.signedBytes, by: endorsement.signer) == .valid
    }
    .map(\.signer)
    let count = countsSignersOnce ? Set(signers).count : signers.count
    return count >= trust.quorum ? .allow : deny("\(count) signed the order and \(trust.quorum) are needed")
  }
}

public import DomainManagement
internal import Formulas
import Primitives

/// `founding.authorised`: at least quorum distinct operators of the founding trust signed it
public struct FoundingAuthorised<Suite: DomainSuite>: Rule {
  private let heedsRoles: Bool

  /// `heedingRoles` is false in the weaker rule.
  public init(heedingRoles: Bool = true) { heedsRoles = heedingRoles }

  public var facts: RuleFacts {
    heedsRoles
      ? RuleFacts(
        "founding.authorised",
        "at least quorum distinct operators of the founding trust signed it",
        from: [.ours()], about: [.found])
      : RuleFacts(
        "founding.authorised.roles-ignored",
        "as many distinct operators of the founding trust signed it as its quorum takes (weaker: of any role)",
        from: [.ours("a planted defect")], about: [.found], weakens: "founding.authorised", isAboutRoles: true)
  }

  public var meaning: Meaning? {
    let demand = heedsRoles ? Quorum.Demand.way(of: Asked.trust, to: .found) : .number(of: Asked.trust, to: .found)
    return .says(
      .enough(Quorum([demand], countsSignersOnce: true)) { endorsement in
        endorsement.authorises(Asked.link) && Asked.trust.lists(operator: endorsement.signer)
          && endorsement.trust.equals(Asked.trust) && endorsement.isOnTrust && endorsement.isValid
      }, about: [.found])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .found(let founding, _) = question else { return .allow }
    let trust = founding.trust
    let valid = founding.authorisation.filter { endorsement in
      trust.operators.contains(endorsement.signer) && endorsement.statement == Statement(authorising: trust)
        && suite.verify(endorsement.signature, of: endorsement.statement.signedBytes, by: endorsement.signer) == .valid
    }
    let signers = Array(Set(valid.map(\.signer)))
    let demand = QuorumDemand(.found, of: trust, heedingRoles: heedsRoles)
    return demand.isMet(by: signers) ? .allow : deny(demand.shortage(of: signers, "of its operators signed it"))
  }
}

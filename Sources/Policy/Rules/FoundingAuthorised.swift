public import DomainManagement
import Primitives

/// `founding.authorised`: at least quorum distinct operators of the founding trust signed it
public struct FoundingAuthorised<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "founding.authorised",
      "at least quorum distinct operators of the founding trust signed it",
      from: [.ours()], about: [.found])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .found(let founding, _) = question else { return .allow }
    let trust = founding.trust
    let valid = founding.authorisation.filter { endorsement in
      trust.operators.contains(endorsement.signer) && endorsement.statement == Statement(authorising: trust)
        && suite.verify(endorsement.signature, of: endorsement.statement.signedBytes, by: endorsement.signer) == .valid
    }
    let count = Set(valid.map(\.signer)).count
    return count >= trust.quorum ? .allow : deny("\(count) of its operators signed it and \(trust.quorum) are needed")
  }
}

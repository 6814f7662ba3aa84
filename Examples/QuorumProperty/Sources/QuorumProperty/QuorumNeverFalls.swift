import DomainManagement
import Scenarios

/// `quorum-never-falls`: no trust in force needs fewer signers than the one that it replaces.
///
/// The intact policy does not promise this much: it keeps the quorum at the global n or above.
public struct QuorumNeverFalls: Invariant {
  public let name = "quorum-never-falls"
  public let words = "no trust in force needs fewer signers than the one that it replaces"

  public init() {}

  public func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    guard case .entered(let trust, after: let parent?, _) = event, trust.quorum < parent.quorum else { return nil }
    return "\(trust.quorum) signers suffice where \(parent.quorum) were needed"
  }
}

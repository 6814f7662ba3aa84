public import DomainManagement
internal import Formulas

/// `host.root-installed-once`: a host installs one founding trust, once
public struct HostRootInstalledOnce<Suite: DomainSuite>: Rule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "host.root-installed-once",
      "a host installs one founding trust, once",
      from: [.ours("after the manual set-up of an initial domain")], about: [.install])
  }

  public var meaning: Meaning? {
    .says(!Asked.isInstalled, about: [.install])
  }

  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision {
    guard case .install(_, let root?) = question else { return .allow }
    return deny("the host already belongs to the domain \(Decision.name(root.fingerprint))")
  }
}

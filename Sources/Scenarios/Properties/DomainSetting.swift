public import DomainManagement

/// What everything that happens is judged against.
public struct DomainSetting<S: DomainSuite>: Sendable {
  /// Who is genuine.
  public internal(set) var registry: Registry<S>
  /// The global n: any n genuine operators are assumed to include an honest one. Or rules in its place: whoever authorises a
  /// command by them.
  public let globalQuorum: QuorumRules

  /// The operators that the adversary does not have: genuine ones, all.
  public internal(set) var honest: Set<S.Identity>

  package init(registry: Registry<S>, globalQuorum: QuorumRules, honest: Set<S.Identity> = []) {
    (self.registry, self.globalQuorum, self.honest) = (registry, globalQuorum, honest)
  }
}

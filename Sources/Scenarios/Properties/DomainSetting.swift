public import DomainManagement

/// What everything that happens is judged against.
public struct DomainSetting<S: DomainSuite>: Sendable {
  /// Who is genuine.
  public internal(set) var registry: Registry<S>
  /// The global n: any n genuine operators are assumed to include an honest one.
  public let globalQuorum: Int

  package init(registry: Registry<S>, globalQuorum: Int) { (self.registry, self.globalQuorum) = (registry, globalQuorum) }
}

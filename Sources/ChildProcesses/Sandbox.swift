/// How a command is confined.
public struct Sandbox: Codable, Hashable, Sendable {
  /// How much of the ladder is asked for.
  public enum Demand: String, CaseIterable, Codable, Sendable {
    /// Every rung; where one does not stand, the command is not started.
    case require
    /// As many as the system has.
    case best
    /// None: the command has its user's rights, environment and working folder. It still ends with whoever started it.
    case none
  }

  public let demand: Demand
  public var limits: Limits
  /// Files and folders that it may read beside those of its interpreter and its own.
  public var readable: [String]
  /// What is added to the few variables of its environment.
  public var environment: [String: String]
  /// The rungs that are tried.
  package let rungs: [Rung]

  public init(
    _ demand: Demand, limits: Limits = Limits(), readable: [String] = [], environment: [String: String] = [:]
  ) {
    self.init(demand, rungs: demand == .none ? [] : Rung.allCases, limits: limits, readable: readable, environment: environment)
  }

  /// Only some of the rungs: what each is for shows without the others.
  package init(
    _ demand: Demand = .best, rungs: [Rung], limits: Limits = Limits(), readable: [String] = [],
    environment: [String: String] = [:]
  ) {
    (self.demand, self.rungs, self.limits) = (demand, rungs, limits)
    (self.readable, self.environment) = (readable, environment)
  }
}

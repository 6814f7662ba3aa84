public import DomainManagement
import Policy
public import Records

/// One scripted attack: who exists, what happens step by step, what is expected of each step, and what is broken at the end.
public struct Scenario: Hashable, Sendable {
  public var name: String
  public var title: String
  public var story: String
  /// The global n: any n genuine operators include an honest one. Or rules in its place: whoever authorises a command by them.
  public var globalQuorum: QuorumRules
  public var entities: [Entity]
  public var trusts: [TrustSketch]
  public var steps: [Step]
  /// The properties broken at the end under the intact policy, ascending.
  public var end: [Property]
  /// The one change that makes it end otherwise; nil if the twin is a scenario of its own.
  public var twin: Twin?
  /// A suite in which wrapped keys can be read by anybody: the defect that only the run-time watch catches.
  public var hasTransparentWrap: Bool

  public init(
    name: String, title: String = "", story: String = "", globalQuorum: QuorumRules, entities: [Entity], trusts: [TrustSketch],
    steps: [Step],
    end: [Property] = [], twin: Twin? = nil, hasTransparentWrap: Bool = false
  ) {
    self.name = name
    self.title = title
    self.story = story
    self.globalQuorum = globalQuorum
    self.entities = entities
    self.trusts = trusts
    self.steps = steps
    self.end = end
    self.twin = twin
    self.hasTransparentWrap = hasTransparentWrap
  }
}

/// The change of policy under which a scenario has another end.
public struct Twin: Hashable, Sendable {
  /// The rules left out.
  public var without: [String]
  /// The weaker rules put in.
  public var with: [String]
  public var end: [Property]

  /// The rules that are not in force as they are in the intact policy.
  var changed: [String] {
    without + RuleCatalogue<SymbolicSuite>.weaker.compactMap { with.contains($0.facts.identifier) ? $0.facts.weakens : nil }
  }

  public init(without: [String], with: [String] = [], end: [Property]) {
    self.without = without
    self.with = with
    self.end = end
  }
}

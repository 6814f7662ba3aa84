/// What was proved of a policy for every size, and what was not.
public struct ProofRecord: Codable, Hashable, Sendable {
  /// What a solver said of one statement.
  public enum Verdict: String, Codable, Hashable, Sendable {
    /// There is no counterexample, of any size.
    case proved
    /// There is one: a state that has the invariant, and a step out of it.
    case refuted
    /// The solver gave up, or ran out of time.
    case unknown
  }

  /// That one lemma survives one operation, or that the operation is as it should be.
  public struct Step: Codable, Hashable, Sendable {
    public var operation: String
    public var lemma: String
    public var words: String
    /// The property that it is part of, if it is no mere step towards others.
    public var property: Property?
    /// What is not said by it of the property.
    public var caveat: Caveat?
    public var verdict: Verdict
    public var milliseconds: Int
    /// What the solver said, if it is no verdict.
    public var remark: String?

    public init(operation: String, lemma: String, words: String, property: Property?, verdict: Verdict, milliseconds: Int) {
      (self.operation, self.lemma, self.words, self.property) = (operation, lemma, words, property)
      (self.verdict, self.milliseconds) = (verdict, milliseconds)
    }
  }

  /// In what sense a property is meant that is proved in one sense only.
  public struct Caveat: Codable, Hashable, Sendable {
    public var words: String
    /// The shipped scenario that breaks the property in another sense, under the intact policy.
    public var attack: String

    public init(words: String, attack: String) { (self.words, self.attack) = (words, attack) }
  }

  /// A state that has the whole invariant, and a step after which it has not: no run of the protocol by itself.
  public struct Counterexample: Codable, Hashable, Sendable {
    public var operation: String
    public var words: String
    public var lemma: String
    public var trusts: [Trust]
    /// What else is so.
    public var remarks: [String]

    public init(operation: String, words: String, lemma: String, trusts: [Trust], remarks: [String]) {
      (self.operation, self.words, self.lemma) = (operation, words, lemma)
      (self.trusts, self.remarks) = (trusts, remarks)
    }

    /// A trust with what it lists, in the names of a search.
    public struct Trust: Codable, Hashable, Sendable {
      public var name: String
      /// The trust that it names as its parent, if it is one of these.
      public var parent: String?
      /// Where it stands: that it is a founding trust, or whom it succeeds.
      public var place: String
      public var operators, hsms, hosts: [Entity]
      /// What else is so of it.
      public var remarks: [String]

      public init(
        _ name: String, parent: String?, place: String, operators: [Entity], hsms: [Entity], hosts: [Entity], remarks: [String]
      ) {
        (self.name, self.parent, self.place, self.remarks) = (name, parent, place, remarks)
        (self.operators, self.hsms, self.hosts) = (operators, hsms, hosts)
      }
    }

    public struct Entity: Codable, Hashable, Sendable {
      public var name: String
      /// As what it is listed.
      public var side: ScenarioRecord.Actor.Side

      public init(_ name: String, _ side: ScenarioRecord.Actor.Side) { (self.name, self.side) = (name, side) }
    }
  }

  /// What the explorer made of a counterexample.
  public struct Pursuit: Codable, Hashable, Sendable {
    /// Where it was looked for.
    public var scopes: [String]
    /// What falls, in the order in which it was found, and the run of the first, as played.
    public var broken: [Property]
    public var attack: ScenarioRecord?
    public var scenario: String?
    /// Whether that run breaks the very property that the counterexample breaks. Otherwise it is another attack, and nobody
    /// knows whether such a state comes about.
    public var isReached: Bool

    public init(scopes: [String], broken: [Property], attack: ScenarioRecord?, scenario: String?, isReached: Bool = false) {
      (self.scopes, self.broken, self.attack, self.scenario) = (scopes, broken, attack, scenario)
      self.isReached = isReached
    }
  }

  public var policy: PolicySelection
  public var solver: String
  /// Operations that cannot happen under this policy, in any state: what is proved of these says nothing more.
  public var impossible: [String] = []
  public var steps: [Step]
  public var counterexample: Counterexample?
  public var pursuit: Pursuit?

  public init(policy: PolicySelection, solver: String, steps: [Step]) {
    (self.policy, self.solver, self.steps) = (policy, solver, steps)
  }

  public var isProved: Bool { steps.allSatisfy { $0.verdict == .proved } }
  public var refuted: [Step] { steps.filter { $0.verdict == .refuted } }
  public var unknown: [Step] { steps.filter { $0.verdict == .unknown } }
  /// What the counterexample breaks, if that is a property, and no mere step towards others.
  public var counterexampleProperty: Property? {
    counterexample.flatMap { lost in steps.first { $0.operation == lost.operation && $0.lemma == lost.lemma }?.property }
  }
  public var milliseconds: Int { steps.reduce(0) { $0 + $1.milliseconds } }

  public var exitStatus: RunStatus { !refuted.isEmpty ? .notMet : unknown.isEmpty ? .met : .inconclusive }
}

/// One trial, step by step, in both worlds where there are two.
public struct TrialRecord: Hashable, Codable, Sendable {
  public struct Step: Hashable, Codable, Sendable {
    public let query: String
    /// The left world's answer, or the only one.
    public let left: String?
    /// What the adversary asked in the right world at this step, when that differs.
    public let rightQuery: String?
    public let right: String?

    public init(query: String, left: String?, rightQuery: String?, right: String?) {
      (self.query, self.left, self.rightQuery, self.right) = (query, left, rightQuery, right)
    }
  }

  /// What a reduction made of one query of its adversary, or did by itself.
  public struct Relayed: Hashable, Codable, Sendable {
    /// What it asked its own challenger.
    public struct Asked: Hashable, Codable, Sendable {
      public let query, answer: String

      public init(query: String, answer: String) { (self.query, self.answer) = (query, answer) }
    }

    /// Nil if nobody had asked it.
    public let query: String?
    /// The first ones.
    public var asked: [Asked] = []
    /// How many there were, written down or not.
    public var allAsked = 0
    /// Nil if nobody had asked it, or the trial ended before.
    public var answer: String?

    public init(query: String? = nil) { self.query = query }

    package var texts: [String?] { [query, answer] + asked.flatMap { [$0.query, $0.answer] } }
  }

  public struct Draw: Hashable, Codable, Sendable {
    public let name: String
    /// Big-endian hexadecimal.
    public let value: String

    public init(name: String, value: String) { (self.name, self.value) = (name, value) }
  }

  /// A comparison of a sealed coin.
  public struct Move: Hashable, Codable, Sendable {
    public let kind: String
    /// A fraction.
    public let chance: String
    public let succeeds: Bool

    public init(kind: String, chance: String, succeeds: Bool) {
      (self.kind, self.chance, self.succeeds) = (kind, chance, succeeds)
    }
  }

  /// How many steps may be written down: a million of them take some 700 MB as JSON. [ours]
  public static let mostSteps = 0...1_000_000

  @ExactNumber public private(set) var trial: UInt64
  public var worlds: [String]
  /// The first steps, as many as were asked for.
  public private(set) var steps: [Step]
  /// How many steps there were, written down or not.
  public let allSteps: Int
  /// How the adversary ended in each world.
  public var endings: [String]
  /// The query at which the bad event occurred or the game was won, counted from 1; or nil.
  public let badAt: Int?
  public var violation: String?
  /// The moves up to the first that succeeds, where they were asked for and chances are known.
  public var moves: [Move]?
  /// What passed on the wire of the reduction, where that was asked for and a hop has one.
  public var relayed: [Relayed]?
  /// What refutes the account of chances.
  public var chanceViolation: String?
  /// The coins that were drawn, each under its name: those of about as many steps as are written down.
  public let coins: [Draw]
  /// Whether more coins were drawn.
  public let areCoinsCut: Bool

  /// - Parameter allSteps: nil where all of them are in `steps`.
  public init(
    trial: UInt64, worlds: [String], steps: [Step], allSteps: Int? = nil, endings: [String], badAt: Int?, violation: String?,
    coins: [Draw],
    areCoinsCut: Bool = false
  ) {
    (self.trial, self.worlds, self.steps, self.allSteps, self.endings) = (trial, worlds, steps, allSteps ?? steps.count, endings)
    (self.badAt, self.violation, self.coins, self.areCoinsCut) = (badAt, violation, coins, areCoinsCut)
  }

  /// The same with its steps in other words.
  public func with(steps: [Step], relayed: [Relayed]?) -> Self {
    var record = self
    (record.steps, record.relayed) = (steps, relayed)
    return record
  }

  /// What is not written down, in words; nil if nothing is missing.
  public var cut: String? {
    guard allSteps > steps.count else { return nil }
    return "\(allSteps - steps.count) more steps of \(allSteps)"
      + (badAt.map { $0 > steps.count ? ", the bad event at \($0)" : "" } ?? "")
  }
}

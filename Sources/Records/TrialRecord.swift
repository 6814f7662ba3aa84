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

  public struct Draw: Hashable, Codable, Sendable {
    public let name: String
    /// Big-endian hexadecimal.
    public let value: String

    public init(name: String, value: String) { (self.name, self.value) = (name, value) }
  }

  @ExactNumber public private(set) var trial: UInt64
  public let worlds: [String]
  public let steps: [Step]
  /// How the adversary ended in each world.
  public let endings: [String]
  /// The query at which the bad event occurred or the game was won, counted from 1; or nil.
  public let badAt: Int?
  public let violation: String?
  /// Every coin that was drawn, under its name.
  public let coins: [Draw]

  public init(
    trial: UInt64, worlds: [String], steps: [Step], endings: [String], badAt: Int?, violation: String?, coins: [Draw]
  ) {
    (self.trial, self.worlds, self.steps, self.endings) = (trial, worlds, steps, endings)
    (self.badAt, self.violation, self.coins) = (badAt, violation, coins)
  }
}

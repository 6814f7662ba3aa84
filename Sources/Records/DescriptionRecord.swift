/// What a name of the catalogue stands for.
public struct DescriptionRecord: Hashable, Codable, Sendable {
  public struct Fact: Hashable, Codable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  public struct Parameter: Hashable, Codable, Sendable {
    public let name: String
    public let value: Int
    public let least: Int
    public let most: Int
    public let meaning: String

    /// - Parameter value: the default.
    public init(name: String, value: Int, least: Int, most: Int, meaning: String) {
      (self.name, self.value, self.least, self.most, self.meaning) = (name, value, least, most, meaning)
    }
  }

  /// `game`, `hop`, `adversary`, `suite`, `rule`, `scenario`, `property` or `quorum`.
  public let kind: String
  public let name: String
  /// What there is to say in words: the claim of a hop, the story of a scenario.
  public let words: String
  public let facts: [Fact]
  public let parameters: [Parameter]
  /// What an adversary may use at the default parameters, game by game; nil where nothing is played.
  public let allowances: [GameAllowance]?

  public struct GameAllowance: Hashable, Codable, Sendable {
    public let game: String
    public let allowance: Allowance

    public init(_ game: String, _ allowance: Allowance) { (self.game, self.allowance) = (game, allowance) }
  }

  public init(
    kind: String, name: String, words: String, facts: [Fact] = [], parameters: [Parameter] = [],
    allowances: [GameAllowance]? = nil
  ) {
    (self.kind, self.name, self.words, self.facts, self.parameters) = (kind, name, words, facts, parameters)
    self.allowances = allowances
  }
}

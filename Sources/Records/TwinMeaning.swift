/// What a twin makes of the claim that it is a twin of.
public enum TwinMeaning: String, Codable, Sendable {
  /// The claim is about the intact game: here it must be seen to fail.
  case plantedDefect
  /// What the claim assumes does not hold, so that its bound says nothing.
  case outsideAssumption

  /// For people.
  public var words: String {
    switch self {
    case .plantedDefect: "a planted defect"
    case .outsideAssumption: "outside the theorem's assumption, its bound says nothing here"
    }
  }
}

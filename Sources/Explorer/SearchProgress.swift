/// How far a search is.
public struct SearchProgress: Sendable {
  public let states: Int
  public let transitions: Int
  public let depth: Int
}

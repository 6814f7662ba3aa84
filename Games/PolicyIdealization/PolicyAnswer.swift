/// What the game answers.
public enum PolicyAnswer: Hashable, Codable, Sendable, CustomStringConvertible {
  case trust(Int)
  case endorsement(Int)
  case accepted
  /// The rule that refused; in the ideal game `registry` refuses what is not genuine.
  case refused(String)
  /// The query names something that does not exist.
  case unknown

  public var description: String {
    switch self {
    case .trust(let number): "trust \(number)"
    case .endorsement(let number): "endorsement \(number)"
    case .accepted: "accepted"
    case .refused(let rule): "refused by \(rule)"
    case .unknown: "unknown"
    }
  }
}

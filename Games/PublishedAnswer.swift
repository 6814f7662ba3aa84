/// What an oracle of the published files answers. None of them ends a trial: past its budget it answers nothing, or a constant,
/// and plays on.
public enum PublishedAnswer<Answer: Hashable & Codable & Sendable & CustomStringConvertible>: Hashable, Codable, Sendable,
  CustomStringConvertible
{
  case some(Answer)
  /// `None`.
  case none
  /// `witness`: one fixed value of the type, of which nothing is known.
  case witness

  public var description: String {
    switch self {
    case .some(let answer): answer.description
    case .none: "None"
    case .witness: "witness"
    }
  }
}

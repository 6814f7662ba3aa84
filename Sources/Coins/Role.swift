/// Who draws. Each role of a trial has a key of its own, so that no draw of one is a draw of another.
///
/// That keeps roles apart, and nobody out: adversaries are cooperative code (docs/model.md, section 2.1). The generators are
/// public, so code that knows or guesses the seed can compute every role's coins; it cannot where the source has a `CoinSecret`.
public enum Role: UInt64, Sendable, CaseIterable, CustomStringConvertible {
  case challenger, adversary, reduction, environment
  /// Whoever judges: it draws which success to force, and no game sees its coins.
  case referee

  public var description: String {
    switch self {
    case .challenger: "challenger"
    case .adversary: "adversary"
    case .reduction: "reduction"
    case .environment: "environment"
    case .referee: "referee"
    }
  }
}

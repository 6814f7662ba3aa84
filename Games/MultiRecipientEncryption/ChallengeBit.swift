import Coins

/// Which of two messages a left-or-right oracle encrypts.
public enum ChallengeBit: Sendable {
  case left, right
  /// Drawn anew for each trial, as in the published games; the draw is named, so two games see the same bit.
  case drawn

  func isRight(_ coins: Coins) -> Bool {
    switch self {
    case .left: false
    case .right: true
    case .drawn: coins.bits(1, for: Label("bit")) == 1
    }
  }
}

internal import Coins

/// How the coins of the two worlds of a distinguishing game are related.
public enum Coupling: String, Sendable, CaseIterable {
  /// The same coins under the same names: the trial-by-trial check is possible, and the estimate is far sharper.
  case coupled
  /// Unrelated coins: the textbook experiment, for comparison.
  case independent
}

extension CoinSource {
  /// The source of the right world's coins: with independent coupling, that of a campaign of its own.
  func right(_ coupling: Coupling) -> CoinSource {
    coupling == .coupled ? self : with(campaign: campaign ^ (1 << 63))
  }
}

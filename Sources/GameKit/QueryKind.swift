/// The budgets of a game, numbered from zero. Queries that share a budget (such as `hash` and `check`) share a kind.
public protocol QueryKind: CaseIterable, RawRepresentable<Int>, Sendable {
  /// The budget's symbol in the bound, for example `q_sig`.
  var symbol: String { get }
}

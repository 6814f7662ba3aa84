public import Records

/// The budgets of a game, numbered from zero. Queries that share a budget (such as `hash` and `check`) share a kind.
public protocol QueryKind: CaseIterable, RawRepresentable<Int>, Sendable {
  /// The budget's symbol in the bound, for example `q_sig`.
  var symbol: String { get }

  /// What such a query uses up beside itself; nil where it is a query and nothing more.
  var resource: Resource? { get }
}

extension QueryKind {
  public var resource: Resource? { nil }
}

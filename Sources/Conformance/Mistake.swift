/// A mistake that can be planted in the published games, so that the ledger is seen to object.
public enum Mistake: String, CaseIterable, Sendable {
  /// Budgets of one query more than the file's.
  case oneMore = "one-more"
  /// `≤` where the file has `<`.
  case inclusiveBound = "inclusive-bound"

  public var words: String {
    switch self {
    case .oneMore: "the published games allow one query more than the files do"
    case .inclusiveBound: "the published games have ≤ where the files have <"
    }
  }
}

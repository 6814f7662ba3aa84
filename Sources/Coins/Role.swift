/// Who draws. Each role of a trial has a key of its own, so an adversary that holds its `Coins` cannot compute the challenger's.
public enum Role: UInt64, Sendable, CaseIterable, CustomStringConvertible {
  case challenger, adversary, reduction, environment

  public var description: String {
    switch self {
    case .challenger: "challenger"
    case .adversary: "adversary"
    case .reduction: "reduction"
    case .environment: "environment"
    }
  }
}

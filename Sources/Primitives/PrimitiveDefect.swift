/// A planted defect of the primitives themselves, by the name of its twin: whatever game is played on them has it.
public enum PrimitiveDefect: String, CaseIterable, Sendable {
  /// The hash function has one bit less than the bound is told.
  case truncated
  /// It is not checked that an element belongs to the group.
  case unchecked
  case ephemeralReused = "ephemeral-reused"
  case ephemeralNotBound = "ephemeral-not-bound"
  case tagNotAuthenticated = "tag-not-authenticated"

  /// What it leaves out of encryption to many.
  public var ofEncryption: MultiRecipientDefects {
    switch self {
    case .truncated, .unchecked: []
    case .ephemeralReused: .ephemeralReused
    case .ephemeralNotBound: .ephemeralNotBound
    case .tagNotAuthenticated: .tagNotAuthenticated
    }
  }
}

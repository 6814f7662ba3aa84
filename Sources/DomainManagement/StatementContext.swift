/// Keeps a signature on a trust from being read as one on a token (docs/model.md, section 1.2).
public enum StatementContext: String, Sendable, CaseIterable {
  case trust = "gamekeeper/trust/1"
  case token = "gamekeeper/token/1"

  /// The context that signed bytes begin with; nil if they are no statement.
  public init?(of signedBytes: [UInt8]) {
    guard let context = Self.names.first(where: { signedBytes.dropFirst().starts(with: $0.bytes) })?.context else { return nil }
    self = context
  }

  private static let names = allCases.map { (context: $0, bytes: Array($0.rawValue.utf8)) }
}

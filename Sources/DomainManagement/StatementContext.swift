/// Keeps a signature on a trust from being read as one on a token (docs/model.md, section 1.2).
public enum StatementContext: String, Sendable, CaseIterable {
  case trust = "gamekeeper/trust/1"
  case token = "gamekeeper/token/1"

  /// The context that signed bytes begin with; nil if they are no statement.
  public init?(of signedBytes: [UInt8]) {
    let named = Self.names.first { name in
      signedBytes.count > name.bytes.count && name.bytes.indices.allSatisfy { signedBytes[$0 + 1] == name.bytes[$0] }
    }
    guard let named else { return nil }
    self = named.context
  }

  private static let names = allCases.map { (context: $0, bytes: Array($0.rawValue.utf8)) }
}

import Primitives

/// A policy's judgement of one question.
public enum Decision {
  case allow
  case deny(Denial)

  /// Which rule refuses, and why. Each is found out only when somebody reads it: a search asks millions of questions.
  public struct Denial {
    /// The identifier of the rule (docs/model.md, section 1.4).
    public var rule: String { identify() }
    /// Keys stand in the reason as `Decision.name` writes them.
    public var reason: String { explain() }
    private let identify: () -> String
    private let explain: () -> String

    public init(rule: @escaping () -> String, reason: @escaping () -> String) {
      identify = rule
      explain = reason
    }
  }

  public var denial: Denial? {
    guard case .deny(let denial) = self else { return nil }
    return denial
  }

  /// A key in a reason: hexadecimal in angle brackets, for a teller to replace by the entity's name.
  public static func name(_ value: some WireValue) -> String {
    "⟨" + value.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "⟩"
  }
}

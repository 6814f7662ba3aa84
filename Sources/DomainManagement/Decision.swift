import Primitives

/// A policy's judgement of one question.
public enum Decision {
  case allow
  case deny(Denial)

  /// Which rule refuses, and why. Both are found out only when somebody reads them: a search asks millions of questions.
  public struct Denial {
    /// The identifier of the rule (model, section 1.4), and its reason. Keys stand in the reason as `Decision.name` writes them.
    public var explanation: (rule: String, reason: String) { explain() }
    private let explain: () -> (rule: String, reason: String)

    public init(explain: @escaping () -> (rule: String, reason: String)) { self.explain = explain }
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

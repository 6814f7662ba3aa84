internal import Words

/// The solvers that are asked, each a program of its own.
public enum SolverName: String, CaseIterable, Codable, Sendable {
  case z3, cvc5

  /// The Debian package that has it.
  public var package: String { rawValue }

  /// - Parameter milliseconds: for one question.
  func words(milliseconds: Int) -> [String] {
    switch self {
    case .z3: ["z3", "-in", "-smt2", "-t:\(milliseconds)"]
    case .cvc5:
      ["cvc5"]
        + ["lang=smt2", "incremental", "produce-models", "finite-model-find", "tlimit-per=\(milliseconds)"].map {
          CommandWords.option($0)
        }
    }
  }
}

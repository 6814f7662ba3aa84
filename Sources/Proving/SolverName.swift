internal import Words

/// The solvers that are asked, each a program of its own.
public enum SolverName: String, CaseIterable, Codable, Sendable {
  case z3, cvc5

  /// The Debian package that has it.
  public var package: String { rawValue }

  /// The commands by which it is asked, one after another until one decides.
  ///
  /// One way of cvc5 finds contradictions at once, and is soon at its end where there is none; the other finds finite models.
  /// Both do without the prenex form: with quantifiers pulled to the front, the instances that matter are not made.
  /// - Parameter milliseconds: for one question.
  func ways(milliseconds: Int) -> [[String]] {
    switch self {
    case .z3: return [["z3", "-in", "-smt2", "-t:\(milliseconds)"]]
    case .cvc5:
      let common = ["lang=smt2", "incremental", "produce-models", "prenex-quant=none", "tlimit-per=\(milliseconds)"]
      return [common, common + ["finite-model-find"]].map { ["cvc5"] + $0.map { CommandWords.option($0) } }
    }
  }
}

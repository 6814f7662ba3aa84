internal import Words

extension Bound: CustomStringConvertible {
  /// The expression as plain text, for example `q_gen·ε_sig`.
  public var description: String { text(within: .sum, latex: false) }

  /// The expression as LaTeX.
  public var latex: String { text(within: .sum, latex: true) }

  /// The definitions of all symbols that the suite defines, for example `ε_sig = tries/2^signatureBits`, each once.
  public var definitions: [String] { allDefinitions.eachOnce }

  private var allDefinitions: [String] {
    let inner = parts.flatMap(\.allDefinitions)
    return if case .defined(let name, let formula) = self { ["\(name) = \(formula)"] + inner } else { inner }
  }

  private enum Precedence: Int, Comparable {
    case sum, product, power, atom
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  private func text(within outer: Precedence, latex: Bool) -> String {
    let (text, own): (String, Precedence) =
      switch self {
      case .number(let number):
        (number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)", number < 0 ? .sum : .atom)
      case .symbol(let name), .defined(let name, _): (latex ? Self.latex(name) : name, .atom)
      case .sum(let terms): (terms.map { $0.text(within: .sum, latex: latex) }.joined(separator: " + "), .sum)
      case .difference(let a, let b):
        (a.text(within: .sum, latex: latex) + (latex ? " - " : " − ") + b.text(within: .product, latex: latex), .sum)
      case .product(let factors):
        (factors.map { $0.text(within: .product, latex: latex) }.joined(separator: latex ? " \\cdot " : "·"), .product)
      case .quotient(let a, let b):
        latex
          ? ("\\frac{\(a.text(within: .sum, latex: true))}{\(b.text(within: .sum, latex: true))}", .product)
          : ("\(a.text(within: .product, latex: false))/\(b.text(within: .power, latex: false))", .product)
      case .power(let base, let exponent):
        latex
          ? ("\(base.text(within: .atom, latex: true))^{\(exponent.text(within: .sum, latex: true))}", .power)
          : ("\(base.text(within: .atom, latex: false))^\(exponent.text(within: .atom, latex: false))", .power)
      case .birthday(let count, let bits):
        latex
          ? ("1-\\prod_{i<\(count.text(within: .sum, latex: true))}(1-i/2^{\(bits.text(within: .sum, latex: true))})", .sum)
          : ("1 − ∏(1 − i/2^\(bits.text(within: .atom, latex: false))), i < \(count.text(within: .sum, latex: false))", .sum)
      case .paid(let term, by: _): (term.text(within: outer, latex: latex), .atom)
      }
    return own < outer ? "(\(text))" : text
  }

  private static func latex(_ name: String) -> String {
    let parts = name.split(separator: "_", maxSplits: 1).map(String.init)
    let base = parts[0] == "ε" ? "\\varepsilon" : parts[0].count == 1 ? parts[0] : "\\mathrm{\(parts[0])}"
    return parts.count == 1 ? base : "\(base)_{\\mathrm{\(parts[1])}}"
  }
}

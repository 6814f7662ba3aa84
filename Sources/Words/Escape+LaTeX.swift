extension Escape {
  /// For running text in LaTeX: nothing in it is a command, no two signs become another one, and all of it is ASCII. What is
  /// neither ASCII nor known here is shown by its number.
  public static func latex(_ text: some StringProtocol) -> String {
    rewritten(text) { scalar in
      switch scalar {
      case "\\": "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "%", "_": "\\\(scalar)"
      case "^": "\\textasciicircum{}"
      case "~": "\\textasciitilde{}"
      case "<": "\\textless{}"
      case ">": "\\textgreater{}"
      case "|": "\\textbar{}"
      case "`": "\\textasciigrave{}"
      case "\"": "{''}"
      // Two hyphens are a dash, and two apostrophes are a quotation mark.
      case "-", "'": "\(scalar){}"
      case "\n", "\t": " "
      default:
        if scalar.isASCII, !scalar.isUnseen { nil } else { signs[scalar] ?? "\\texttt{U+\(hexadecimal(scalar))}" }
      }
    }
  }

  /// As code: in the typewriter's letters, blanks kept; a line may end behind a slash or a comma.
  public static func latexCode(_ text: some StringProtocol) -> String {
    let words = latex(text).replacing("  ", with: "\\ \\ ").replacing("/", with: "/\\allowbreak{}").replacing(
      ",", with: ",\\allowbreak{}")
    return "\\texttt{\(words)}"
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static let signs: [Unicode.Scalar: String] = {
    var signs: [Unicode.Scalar: String] = [
      "–": "{--}", "—": "{---}", "‘": "{`}", "’": "{'}", "“": "{``}", "”": "{''}", "…": "\\ldots{}", "\u{A0}": "~",
      "ä": "\\\"{a}", "ö": "\\\"{o}", "ü": "\\\"{u}", "Ä": "\\\"{A}", "Ö": "\\\"{O}", "Ü": "\\\"{U}", "ß": "\\ss{}",
      "é": "\\'{e}", "è": "\\`{e}", "│": "\\textbar{}", "─": "{--}",
    ]
    let mathematics: [Unicode.Scalar: String] = [
      "ε": "\\varepsilon", "α": "\\alpha", "β": "\\beta", "δ": "\\delta", "λ": "\\lambda", "π": "\\pi", "Δ": "\\Delta",
      "Σ": "\\Sigma", "·": "\\cdot", "×": "\\times", "±": "\\pm", "−": "-", "∏": "\\prod", "∑": "\\sum", "√": "\\surd",
      "≤": "\\leq", "≥": "\\geq", "≠": "\\neq", "≈": "\\approx", "∈": "\\in", "∞": "\\infty", "→": "\\rightarrow",
      "←": "\\leftarrow", "⇒": "\\Rightarrow", "′": "{}'", "✗": "\\times", "✓": "\\surd", "¹": "{}^{1}", "²": "{}^{2}",
      "³": "{}^{3}", "⁻": "{}^{-}", "ˣ": "{}^{x}", "ʸ": "{}^{y}", "ⁿ": "{}^{n}",
    ]
    for (sign, command) in mathematics { signs[sign] = "\\ensuremath{\(command)}" }
    for (digit, scalars) in zip(0..., zip("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars, "₀₁₂₃₄₅₆₇₈₉".unicodeScalars)) {
      signs[scalars.0] = "\\ensuremath{{}^{\(digit)}}"
      signs[scalars.1] = "\\ensuremath{{}_{\(digit)}}"
    }
    return signs
  }()
}

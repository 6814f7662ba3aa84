import Testing
import Words

/// No text is markup in LaTeX.
@Suite struct LaTeXTests {
  /// What is left of a text once the commands that an escape writes are taken away.
  private func rest(_ text: String) -> String {
    var rest = text
    for command in [
      #/\\ensuremath\{(?:[^{}]|\{[^{}]*\})*\}/#, #/\\texttt\{U\+[0-9A-F]+\}/#, #/\\[a-zA-Z]+\{[a-zA-Z]?\}/#,
      #/\\["'`]\{[a-zA-Z]\}/#,
      #/\{(?:``|''|--|---|`|')\}/#, #/[-']\{\}/#, #/\\[{}$&#%_]/#,
    ] as [Regex<Substring>] { rest = rest.replacing(command, with: "") }
    return rest
  }

  @Test(arguments: Nasty.texts) func nothingInATextIsACommand(_ text: String) {
    let latex = Escape.latex(text)
    #expect(latex.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }, "\(latex)")
    #expect(!rest(latex).contains { #"\{}$&#%^_~<>|`"'"#.contains($0) }, "\(latex): \(rest(latex))")
  }

  @Test func scalarsAreEscapedOneByOne() {
    for value in Array(0..<UInt32(0x180)) + Array(stride(from: UInt32(0x180), to: 0x3000, by: 37)) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let latex = Escape.latex(String(scalar))
      #expect(latex.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }, "\(latex)")
      #expect(!rest(latex).contains { #"\{}$&#%^_<>|`"'"#.contains($0) } || latex == "~", "\(value): \(latex)")
    }
  }

  @Test func whatItWritesIsWhatIsSeen() {
    #expect(
      Escape.latex("q_gen·ε_sig ≤ {a} 5 %")
        == #"q\_gen\ensuremath{\cdot}\ensuremath{\varepsilon}\_sig \ensuremath{\leq} \{a\} 5 \%"#)
    #expect(Escape.latex("2^−10") == #"2\textasciicircum{}\ensuremath{-}10"#)
    #expect(Escape.latex("--set a\nb \u{1B}") == #"-{}-{}set a b \texttt{U+001B}"#)
    #expect(Escape.latexCode("a  b/c") == #"\texttt{a\ \ b/\allowbreak{}c}"#)
  }
}

import Reports
import Testing

/// What is printed compiles: groups and environments end where they should.
@Suite struct LaTeXDocumentTests {
  @Test func markdownBecomesALaTeXTextOfTheSameParts() {
    let latex = LaTeX.text(
      markdown: """
        # A & B

        A *game* has `two_worlds`, **and** [a link](x.md).

        - one
        - two

        | a | b |
        | --- | --- |
        | 1 % | `x_y` |

        ```
        $ run --set a=1
          deep
        ```
            |Pr[a]|
        """)
    for part in [
      #"\section*{A \& B}"#, #"\emph{game}"#, #"\texttt{two\_worlds}"#, #"\textbf{and}"#, "a link.", #"1 \% & \texttt{x\_y} \\"#,
      #"\textbullet~"#, #"\$ run -{}-{}set a=1"#, #"\texttt{~~}"#, #"\textbar{}Pr"#,
    ] { #expect(latex.contains(part), "\(part): \(latex)") }
    #expect(!latex.contains("x.md"))
  }
}

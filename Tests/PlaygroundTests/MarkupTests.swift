import Pages
import Records
import Reports
import Testing

@Suite struct MarkupTests {
  @Test func whatIsPutIntoMarkupIsText() {
    let name = "<b>\"&'"
    #expect(("<td>\(name)</td>" as HTML).text == "<td>&lt;b&gt;&quot;&amp;&#39;</td>")
    let cell: HTML = "<b>x</b>"
    #expect(("<td>\(cell)\([cell, cell])\(7)</td>" as HTML).text == "<td><b>x</b><b>x</b><b>x</b>7</td>")
  }

  @Test(arguments: [
    ("a `b<` *c* **d**", "<p>a <code>b&lt;</code> <em>c</em> <strong>d</strong></p>\n"),
    ("# t\n\nx\ny", "<h1>t</h1><p>x&#10;y</p>\n"), ("- a\n  b\n- c", "<ul><li>a&#10;b</li><li>c</li></ul>\n"),
    ("1. a", "<ol><li>a</li></ol>\n"), ("[a](b.md) [c](d)", "<p><a href=\"/b\">a</a> c</p>\n"),
    ("<script>", "<p>&lt;script&gt;</p>\n"), ("    a\n    b", "<pre tabindex=\"0\"><code>a\nb</code></pre>\n"),
    ("```text\n<x>\n```", "<pre tabindex=\"0\"><code>&lt;x&gt;</code></pre>\n"),
  ]) func markdownBecomesMarkup(_ text: String, _ html: String) {
    #expect(Markdown { $0 == "b.md" ? "/b" : nil }.html(text).text == html)
  }

  @Test func aTableKeepsItsBars() {
    let html = Markdown().html("| a | b |\n|---|---|\n| x \\| y | `z` |").text
    #expect(html.contains("<th scope=\"col\">a</th>") && html.contains("<td>x | y</td><td><code>z</code></td>"))
  }

  @Test func aBoundIsMathematics() {
    let bound: Bound = 2 * ("q_gen" * "ε_sig" + "a" / "b")
    #expect(
      bound.mathML == """
        <math><mrow><mrow><mn>2</mn></mrow><mo>·</mo><mrow><mo stretchy="false">(</mo><mrow><mrow><msub><mi>q</mi>\
        <mi mathvariant="normal">gen</mi></msub></mrow><mo>·</mo><mrow><msub><mi mathvariant="normal">ε</mi>\
        <mi mathvariant="normal">sig</mi></msub></mrow></mrow><mo>+</mo><mrow><mfrac><mrow><mrow><mi>a</mi></mrow></mrow><mrow>\
        <mrow><mi>b</mi></mrow></mrow></mfrac></mrow><mo stretchy="false">)</mo></mrow></mrow></math>
        """)
    #expect(Bound.symbol("<x>").mathML == "<math><mrow><mi mathvariant=\"normal\">&lt;x&gt;</mi></mrow></math>")
  }
}

public import Records
internal import Words

extension Bound {
  /// The bound as MathML, which browsers render by themselves.
  public var mathML: String { "<math>\(mathML(within: .sum, nil))</math>" }

  /// The same with what each part comes to as its `data-value`: whoever changes a number can show which parts have moved.
  public func mathML(under assignment: [String: Double]) -> String { "<math>\(mathML(within: .sum, assignment))</math>" }

  /// How tightly something binds; what binds less than the place it stands in is put between brackets.
  private enum Binding: Int { case sum, product, power, atom }

  private func mathML(within outer: Binding, _ values: [String: Double]?) -> String {
    let (text, own): (String, Binding) =
      switch self {
      case .number(let number):
        ("<mn>\(number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)")</mn>", .atom)
      case .symbol(let name), .defined(let name, _): (Self.name(name), .atom)
      case .sum(let terms): (terms.map { $0.mathML(within: .sum, values) }.joined(separator: "<mo>+</mo>"), .sum)
      case .difference(let a, let b): ("\(a.mathML(within: .sum, values))<mo>−</mo>\(b.mathML(within: .product, values))", .sum)
      case .product(let factors): (factors.map { $0.mathML(within: .product, values) }.joined(separator: "<mo>·</mo>"), .product)
      case .quotient(let a, let b):
        ("<mfrac><mrow>\(a.mathML(within: .sum, values))</mrow><mrow>\(b.mathML(within: .sum, values))</mrow></mfrac>", .product)
      case .power(let base, let exponent):
        (
          "<msup><mrow>\(base.mathML(within: .atom, values))</mrow><mrow>\(exponent.mathML(within: .sum, values))</mrow></msup>",
          .power
        )
      case .birthday(let count, let bits):
        (
          "<mn>1</mn><mo>−</mo><munder><mo>∏</mo><mrow><mi>i</mi><mo>&lt;</mo>"
            + "\(count.mathML(within: .sum, values))</mrow></munder>"
            + "<mrow><mo stretchy=\"false\">(</mo><mn>1</mn><mo>−</mo><mfrac><mi>i</mi><msup><mn>2</mn><mrow>"
            + "\(bits.mathML(within: .sum, values))</mrow></msup></mfrac><mo stretchy=\"false\">)</mo></mrow>",
          .sum
        )
      case .paid(let term, by: _): (term.mathML(within: outer, values), .atom)
      }
    let value = values.flatMap { self.value($0) }.map { " data-value=\"\($0)\"" } ?? ""
    return own.rawValue < outer.rawValue
      ? "<mrow\(value)><mo stretchy=\"false\">(</mo>\(text)<mo stretchy=\"false\">)</mo></mrow>" : "<mrow\(value)>\(text)</mrow>"
  }

  /// `q_gen` is q with the index gen.
  private static func name(_ name: String) -> String {
    func word(_ text: Substring) -> String {
      // Greek letters are upright where no mathematical font is installed.
      "<mi\(text.count > 1 || text.contains { !$0.isASCII } ? " mathvariant=\"normal\"" : "")>\(Escape.xml(text))</mi>"
    }
    let parts = name.split(separator: "_", maxSplits: 1)
    guard parts.count == 2 else { return word(name[...]) }
    return "<msub>\(word(parts[0]))\(word(parts[1]))</msub>"
  }
}

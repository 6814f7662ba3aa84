import Foundation
import Testing

/// `theorem --hierarchy`: what it adds up to, and where it is not played.
@Suite struct HierarchyVerbTests {
  /// Sums and products over symbols, computed from their text.
  private struct Arithmetic {
    private var rest: Substring
    private let value: (String) -> Double

    private init(_ text: String, _ value: @escaping (String) -> Double) { (rest, self.value) = (text[...], value) }

    static func value(of text: String, _ value: @escaping (String) -> Double) -> Double {
      var arithmetic = Arithmetic(text, value)
      let sum = arithmetic.sum()
      return arithmetic.rest.isEmpty ? sum : .nan
    }

    private mutating func sum() -> Double {
      var sum = product()
      while takes("+") { sum += product() }
      return sum
    }

    private mutating func product() -> Double {
      var product = factor()
      while takes("·") { product *= factor() }
      return product
    }

    private mutating func factor() -> Double {
      if takes("(") {
        let inner = sum()
        return takes(")") ? inner : .nan
      }
      let word = rest.prefix { !" +·()".contains($0) }
      rest = rest.dropFirst(word.count)
      return Double(word) ?? value(String(word))
    }

    private mutating func takes(_ sign: Character) -> Bool {
      rest = rest.drop { $0 == " " }
      guard rest.first == sign else { return false }
      rest = rest.dropFirst()
      return true
    }
  }

  /// Every symbol has a value of its own; one that the record defines has its formula's.
  private func value(of text: String, _ definitions: [String]) -> Double {
    Arithmetic.value(of: text) { symbol in
      guard let definition = definitions.first(where: { $0.hasPrefix("\(symbol) = ") }) else {
        return Double(symbol.utf8.reduce(1) { ($0 * 31 + Int($1)) % 1009 } + 1)
      }
      return value(of: String(definition.dropFirst(symbol.count + 3)), definitions)
    }
  }

  /// The last line is the bound from operators to a user's file. Its formula and its terms come to the same, and every row is in
  /// it: as a term, in whose place the theorem stands, or as a part of an ε_aead.
  @Test(arguments: ["calibrated", "kms"]) func theTableEndsInTheSumOfItsTerms(_ suite: String) throws {
    let few = ["theorem", "--hierarchy", "--suite", suite, "--trials", "10"]
    let record = try Gamekeeper.run(few + ["--format", "json"]).json()
    let sum = try #require(record["sum"]), rows = try #require(record["rows"]?.items)
    let expression = try #require(sum["expression"]?.text), definitions = try #require(sum["definitions"]?.items?.map(\.text))
    let defined = definitions.compactMap(\.self)
    let last = (["Adv ≤ \(expression)"] + defined).joined(separator: ",   ")
    #expect(try Gamekeeper.run(few).output.hasSuffix("\nFrom operators to a user's file: \(last)\n"))

    let terms = try #require(sum["terms"]?.items)
    let values = terms.map { value(of: $0["term"]?.text ?? "", defined) }
    #expect(terms.count > 8 && values.allSatisfy { $0 > 0 })
    #expect(values.reduce(0, +) == value(of: expression, defined))
    #expect(values.dropLast().reduce(0, +) != value(of: expression, defined), "a term is missed")

    func hops(_ term: Value?) -> [String] { term?["hops"]?.items?.compactMap(\.text) ?? [] }
    let below = terms.suffix(2)
    #expect(below.flatMap(hops) == ["envelope-customers", "envelope-files"])
    for term in below {
      let hop = try #require(hops(term).first), stated = try #require(term["term"])
      let row = try #require(rows.first { $0["hop"]?.text == hop })
      #expect(row["bound"]?["expression"] == stated, "the term is the row's bound")
    }
    let named = below.flatMap(hops) + [sum["replaced"]?.text].compactMap(\.self) + hops(sum["nonces"]) + hops(sum["derivedKeys"])
    #expect(Set(named) == Set(rows.compactMap { $0["hop"]?.text }))
  }

  @Test func theHopsOfThePrimitivesAddUpToNothing() throws {
    let run = try Gamekeeper.run("theorem", "--all-hops", "--trials", "2", "--format", "json")
    #expect(try run.json()["sum"] == nil && run.output.contains("\"rows\""))
  }

  /// With real nonces chances are a closed formula's, and that is the bound; to add them up is refused, with the reason.
  @Test(arguments: [("nonce-collision", 96.0), ("derived-key", 224)])
  func noncesOfRealLengthsHaveAFormulaAndNoSealedCoin(_ hop: String, _ bits: Double) throws {
    let run = try Gamekeeper.run("hop", hop, "--suite", "kms", "--trials", "2", "--format", "json").json()
    let bound = try #require(run["bound"]?["value"]?.number)
    #expect(abs(log2(bound) - log2(16 * 15 / 2) + bits) < 1e-9, "16 messages have 120 pairs")
    let refused = try Gamekeeper.run("hop", hop, "--suite", "kms", "--trials", "2", "--chances", "required")
    #expect(refused.status == 64 && refused.output == "")
    let reason = "`--chances required` cannot be met: a sealed coin has 64 bits at most, and for a message \(Int(bits)) are drawn"
    #expect(refused.error.hasPrefix("gamekeeper: error: \(reason)"), "\(refused.error)")
    let other = try Gamekeeper.run("hop", "envelope-files", "--suite", "kms", "--trials", "2", "--chances", "required")
    #expect(other.status == 64 && other.error.contains("nobody knows the chances of real primitives"), "its twin: a real cipher")
  }

  @Test(arguments: [
    (["hop", "nonce-collision", "--set", "nonceBits=0"], "`nonceBits=0`", "1 to 64"),
    (["hop", "nonce-collision", "--set", "nonceBits=65"], "`nonceBits=65`", "1 to 64"),
    (["hop", "nonce-collision", "--set", "q_uses=0"], "`q_uses=0`", "1 to 1000000"),
    (["hop", "derived-key", "--set", "contextBits=33"], "`contextBits=33`", "1 to 32"),
    (["hop", "derived-key-prf", "--set", "q_derive=0"], "`q_derive=0`", "1 to 1000000"),
    (["hop", "envelope-files", "--set", "q_dek=0"], "`q_dek=0`", "1 to 10000"),
    (["play", "gcm-reuse", "-a", "recover-authentication-key", "--set", "blocks=8"], "`blocks=8`", "1 to 7"),
    (["theorem", "--hierarchy", "--set", "nonceBits=99"], "`nonceBits=99`", "1 to 64"),
  ]) func whatIsOutOfRangeIsNamedWithItsRange(_ arguments: [String], _ named: String, _ range: String) throws {
    let run = try Gamekeeper.run(arguments)
    let lines = run.error.split(separator: "\n")
    #expect(run.status == 64 && run.output == "" && lines.count == 2, "\(run)")
    #expect(lines.first == "gamekeeper: error: parameter \(named) is out of range", "\(run.error)")
    #expect(lines.last?.hasPrefix("gamekeeper: hint: ") == true && lines.last?.hasSuffix(range) == true, "\(run.error)")
  }

  @Test func aSuiteOnWhichNothingIsPlayedIsRefused() throws {
    let run = try Gamekeeper.run("theorem", "--hierarchy", "--suite", "modern")
    #expect(run.status == 64 && run.output == "")
    #expect(
      run.error
        == "gamekeeper: error: no hop of this table is played on suite `modern`\ngamekeeper: hint: one of: calibrated, kms\n")
  }
}

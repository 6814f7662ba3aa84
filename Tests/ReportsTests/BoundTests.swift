import Records
import Testing

@Suite struct BoundTests {
  private let epsilon = Bound.defined("ε_sig", "tries" / .two(to: "signatureBits") + "q_own" / .two(to: "keyBits"))
  private let assignment: [String: Double] = ["tries": 4, "signatureBits": 10, "q_own": 8, "keyBits": 6, "q_gen": 3]

  @Test func printsAsMathematics() {
    #expect(("q_gen" * epsilon).description == "q_gen·ε_sig")
    #expect((2 * ("a" + "b")).description == "2·(a + b)")
    #expect((2 * "a" + "b").description == "2·a + b")
    #expect(("a" / ("b" * "c")).description == "a/(b·c)")
    #expect(("a" / .two(to: "t")).description == "a/2^t")
    #expect(Bound.power("a" + 1, "b" + 1).description == "(a + 1)^(b + 1)")
    #expect(Bound.number(0.25).description == "0.25")
  }

  @Test func aProductOfQuotientsKeepsItsMeaning() {
    #expect(("a" * ("b" / "c")).description == "a·b/c", "equal to (a·b)/c")
    #expect((("a" / "b") / "c").description == "a/b/c", "division associates to the left")
    #expect(("a" / ("b" / "c")).description == "a/(b/c)")
    #expect(Bound.power(.power("a", "b"), "c").description == "(a^b)^c", "powers associate to the right")
  }

  @Test func printsAsLaTeX() {
    #expect(("q_gen" * epsilon).latex == #"q_{\mathrm{gen}} \cdot \varepsilon_{\mathrm{sig}}"#)
    #expect(("tries" / .two(to: "t")).latex == #"\frac{\mathrm{tries}}{2^{t}}"#)
    #expect((2 * ("a" + "b")).latex == #"2 \cdot (a + b)"#)
    #expect(Bound.power("a" + 1, "b" + 1).latex == "(a + 1)^{b + 1}")
    #expect(Bound.power(.power("a", "b"), "c").latex == "(a^{b})^{c}")
    #expect(Bound.power("a" / "b", "c").latex == #"(\frac{a}{b})^{c}"#)
  }

  @Test func aTermThatAHopPaysPrintsAndEvaluatesAsItself() {
    let paid = 2 * Bound.paid("a" + "b", by: "ind_uf")
    #expect(paid.description == "2·(a + b)")
    #expect(paid.value(["a": 1, "b": 2]) == 6)
    #expect(Bound.paid(epsilon, by: "x").definitions == epsilon.definitions)
  }

  @Test func evaluatesUnderAnAssignment() {
    #expect(("q_gen" * epsilon).value(assignment) == 3 * (4.0 / 1024 + 8.0 / 64))
    #expect((2 * "q_gen" + 1).value(assignment) == 7)
  }

  @Test func anAssumedSymbolHasNoValueAndSoHasTheWhole() {
    let assumed = "q_gen" * Bound.symbol("ε_sig")
    #expect(assumed.value(assignment) == nil)
    #expect(assumed.value(assignment.merging(["ε_sig": 0.5]) { $1 }) == 1.5)
    for bound in [1 + assumed, assumed / 2, 2 / assumed, .power(assumed, 2), .power(2, assumed), .paid(assumed, by: "x")] {
      #expect(bound.value(assignment) == nil, "\(bound)")
    }
  }

  @Test func definitionsTellWhatSymbolsStandFor() {
    #expect(("q_gen" * epsilon).definitions == ["ε_sig = tries/2^signatureBits + q_own/2^keyBits"])
    #expect(("q_gen" * Bound.symbol("ε_sig")).definitions.isEmpty)
    #expect(Bound.defined("a", .defined("b", 1)).definitions == ["a = b", "b = 1"])
    #expect(("q_ops" * epsilon + "q_hid" * epsilon).definitions == epsilon.definitions, "each once")
  }

  @Test func sumsAndProductsAreFlat() {
    #expect(("a" + "b" + "c" as Bound).terms == ["a", "b", "c"])
    #expect(("a" * "b" * "c" as Bound) == .product(["a", "b", "c"]))
    #expect(Bound.symbol("a").terms == ["a"])
  }

  @Test func aDifferenceKeepsItsMeaning() {
    #expect(("q" * ("q" - 1) / .two(to: "n" + 1) as Bound).description == "q·(q − 1)/2^(n + 1)")
    #expect(("a" - ("b" - "c") as Bound).description == "a − (b − c)")
    #expect(("a" - "b" - "c" as Bound).description == "a − b − c")
    #expect(("a" - ("b" + "c") as Bound).latex == "a - (b + c)")
    #expect(("a" - "b" as Bound).value(["a": 5, "b": 2]) == 3)
    #expect(("a" - "b" as Bound).value(["a": 5]) == nil)
  }

  @Test func whatAHopIsPaidIsMultipliedOutAndAddedUp() {
    let inner = Bound.paid(2 * .paid("ε_a", by: "deep") + .paid("ε_b", by: "other"), by: "outer")
    let bound: Bound = 2 * (.paid("q" * "ε_a", by: "first") + inner)
    #expect(bound.payments.map(\.hops) == [["first"], ["outer", "deep"], ["outer", "other"]])
    #expect(bound.paid(by: "first").description == "2·q·ε_a")
    #expect(bound.paid(by: "deep").description == "4·ε_a")
    #expect(bound.paid(by: "outer").description == "4·ε_a + 2·ε_b")
    #expect(bound.paid(by: "nobody") == 0)
  }

  @Test func whatIsTakenAwayIsPaidBack() {
    let bound: Bound = .paid("a", by: "x") - .paid("b", by: "x")
    #expect(bound.paid(by: "x").value(["a": 5, "b": 2]) == 3)
  }

  @Test func termsWithACommonFactorAreGathered() {
    #expect(("q" * "e" + "r" * "e" + "f" as Bound).gathered.description == "(q + r)·e + f")
    #expect(("q" * "e" + "f" + "e" as Bound).gathered.description == "(q + 1)·e + f")
    #expect((2 * "e" + "q" * "f" as Bound).gathered.description == "2·e + q·f")
  }

  @Test func aSuiteDefinesSymbolsAndWritesOutWhatHopsDefine() {
    let bound: Bound = .paid(.defined("ε_all", 2 * "ε_a" + "ε_b"), by: "x")
    #expect(bound.description == "ε_all")
    let suite = bound.defining(["ε_a": "tries" / .two(to: "bits")])
    #expect(suite.description == "2·ε_a + ε_b")
    #expect(suite.definitions == ["ε_a = tries/2^bits"])
    #expect(suite.symbols == ["tries", "bits", "ε_b"])
  }
}

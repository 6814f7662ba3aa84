import BigInt
import Arena
import Catalog
import Enumeration
import Testing

@Suite struct ExactTests {
  private func exact(_ selection: Selection, limit: Int = 1_000_000) throws -> ExactProbabilities {
    try ExactProbabilities(selection.experiment, limit: limit)
  }

  private func fraction(_ top: Int, _ bottom: Int) -> Rational { Rational(BigInt(top), over: BigInt(bottom)) }

  /// Reference vectors `exact_birthday`, with their number of leaves.
  @Test(arguments: [(1, 2, 1, 2, 4), (2, 2, 1, 4, 16), (2, 3, 5, 8, 52), (3, 4, 151, 256, 2808)])
  func aBirthdaySearchIsExact(_ bits: Int, _ queries: Int, _ top: Int, _ bottom: Int, _ leaves: Int) throws {
    let exact = try exact(select("ind_cr", "birthday", [("hashBits", bits), ("q_work", queries)]))
    #expect(exact.bad == fraction(top, bottom) && exact.advantage == exact.bad && exact.reduction == exact.bad)
    #expect(exact.paths == leaves)
    #expect(exact.violation == 0 && exact.disagreement == 0 && exact.forfeit == 0)
  }

  /// Reference vectors `exact_forge_fresh`: every try meets a fresh digest.
  @Test(arguments: [(1, 1, 1, 2), (2, 1, 1, 4), (2, 3, 37, 64), (3, 4, 1695, 4096)])
  func aSearchForASecondPreimageIsExact(_ bits: Int, _ tries: Int, _ top: Int, _ bottom: Int) throws {
    #expect(try exact(select("ind_cr", "second-preimage", [("hashBits", bits), ("q_work", tries)])).bad == fraction(top, bottom))
    #expect(
      try exact(select("hash-chain", "splice-chain", [("hashBits", bits), ("q_work", tries), ("q_node", 1)])).violation == 0)
  }

  /// Reference vectors `exact_optimal_forge_same_message`: tries on one message are distinct.
  @Test(arguments: [(2, 3, 3, 4), (3, 2, 1, 4)])
  func guessingASignatureIsExact(_ bits: Int, _ tries: Int, _ top: Int, _ bottom: Int) throws {
    let selection = try select(
      "ind_uf", "guess", [("signatureBits", bits), ("tries", tries), ("keyBits", 1), ("q_own", 1)])
    let exact = try exact(selection)
    #expect(exact.bad == fraction(top, bottom) && exact.violation == 0 && exact.disagreement == 0)
  }

  @Test func keysRepeatWithTheBirthdayProbability() throws {
    let exact = try exact(select("key-distinctness", "repeat-keys", [("keyBits", 3), ("q_gen", 2), ("q_own", 2)]))
    #expect(exact.bad == fraction(151, 256) && exact.advantage == exact.bad)
  }

  private static let tiny = [
    ("groupBits", 4), ("cipherKeyBits", 1), ("nonceBits", 1), ("tagBits", 1), ("length", 0), ("work", 4),
  ]

  @Test(arguments: ["hop1false", "hop1true", "hop2"], ["transplant-tag", "guess-exponent"])
  func thePerfectHopsHaveEqualDistributions(_ hop: String, _ adversary: String) throws {
    let selection = try select(hop, adversary, Self.tiny.map { (name: $0.0, value: $0.1) })
    #expect(try exact(selection).violation == 0)
    let worlds = try #require(try ExactDistributions(selection.experiment, limit: 1_000_000))
    #expect(worlds.distance == 0 && worlds.leftViews == worlds.rightViews && worlds.leftViews > 100)
  }

  /// The other adversaries against them, in the group of order 3: every draw of theirs is narrow.
  @Test(arguments: ["hop1false", "hop1true", "hop2"], ["forge-tag", "maul-ciphertext", "odd-sets", "repeated-nonce"])
  func soTheyHaveWithOtherAdversaries(_ hop: String, _ adversary: String) throws {
    let more = adversary == "odd-sets" ? 5 : 2
    let tiny =
      Self.tiny.filter { !["groupBits", "work"].contains($0.0) } + [("groupBits", 2), ("work", 1), ("q_lor", more), ("q_dec", 2)]
    let selection = try select(hop, adversary, tiny.map { (name: $0.0, value: $0.1) })
    #expect(try exact(selection).violation == 0)
    let worlds = try #require(try ExactDistributions(selection.experiment, limit: 1_000_000))
    #expect(worlds.distance == 0 && worlds.leftViews == worlds.rightViews && worlds.leftViews > 1)
    // The twin: an answer that names another reason, or the parts in another order, is seen by an adversary that gets there.
    if adversary == "forge-tag" || adversary == "maul-ciphertext" {
      let planted = try select(hop, adversary, tiny.map { (name: $0.0, value: $0.1) }, twin: "tagless-record")
      let worlds = try #require(try ExactDistributions(planted.experiment, limit: 1_000_000))
      #expect((worlds.distance > 0) == (adversary == "forge-tag"))
    }
  }

  /// A fuzzer draws wide coins; the message says so, and the hint does not advise what cannot help.
  @Test func aFuzzerIsRefusedWithTheReason() throws {
    let fuzzer = try select("hop2", "fuzz-recipients", Self.tiny.map { (name: $0.0, value: $0.1) })
    #expect { try exact(fuzzer) } throws: { error in
      "\(error)".contains("fuzzer") && (error as? EnumerationError)?.hint.contains("--limit") == false
    }
  }

  @Test func anInterruptGivesNoPartialResult() throws {
    let selection = try select("ind_cr", "birthday", [("hashBits", 4), ("q_work", 4)])
    var asked = 0
    #expect(throws: EnumerationError.interrupted(paths: 256)) {
      try ExactProbabilities(selection.experiment, limit: 1_000_000) { _ in
        asked += 1
        return asked < 2
      }
    }
  }

  /// In the group of order 3, with messages of one byte.
  private static let tiniest = [
    ("groupBits", 2), ("cipherKeyBits", 1), ("nonceBits", 1), ("tagBits", 1), ("length", 1), ("work", 1), ("q_dec", 1),
    ("q_open", 1),
  ].map { (name: $0.0, value: $0.1) }

  @Test(arguments: ["hop1false", "hop1true", "hop2"]) func soTheyHaveWithMessages(_ hop: String) throws {
    let selection = try select(hop, "transplant-tag", Self.tiniest)
    #expect(try exact(selection).violation == 0)
    let worlds = try #require(try ExactDistributions(selection.experiment, limit: 1_000_000))
    #expect(worlds.distance == 0 && worlds.leftViews == worlds.rightViews && worlds.leftViews > 10_000)
  }

  /// Adv(mrpke) = 2·Adv(odh, B₁) + Adv(aead-multi, B₂) with signs, as fractions: the reduction's proof for these parameters.
  @Test(arguments: ["guess-exponent", "transplant-tag", "forge-tag"])
  func theTermsOfTheReductionAddUpExactly(_ adversary: String) throws {
    let whole = try exact(select("reduction", adversary, Self.tiniest))
    let group = try exact(select("odh", "b1-\(adversary)", Self.tiniest), limit: 3_000_000)
    let cipher = try exact(select("aead-multi", "b2-\(adversary)", Self.tiniest), limit: 3_000_000)
    #expect(whole.right - whole.left == Rational(2) * (group.left - group.right) + (cipher.right - cipher.left))
    if adversary == "guess-exponent" {
      #expect(whole.advantage == fraction(1, 2) && group.advantage == fraction(1, 8) && cipher.advantage == fraction(1, 4))
    }
    #expect(whole.advantage > 0 && whole.forfeit == 0 && group.forfeit == 0 && cipher.forfeit == 0)
  }

  @Test func aPlantedDefectShowsAsADistance() throws {
    let selection = try select("hop2", "transplant-tag", Self.tiny.map { (name: $0.0, value: $0.1) }, twin: "tagless-record")
    let worlds = try #require(try ExactDistributions(selection.experiment, limit: 1_000_000))
    #expect(worlds.distance == 1, "one answer names another reason in every trial")
    #expect(try exact(selection).violation == 1)
  }

  @Test func guessedExponentsAreExact() throws {
    // 4 of the 12 exponents of the group of order 13, without a cipher's coins: the adversary against ODH.
    let settings = [("groupBits", 4), ("work", 4), ("cipherKeyBits", 2)].map { (name: $0.0, value: $0.1) }
    let exact = try exact(select("odh", "solve-odh", settings))
    // Baby steps and giant steps find 3 of 12; a random key of 2 bits is the derived one in a quarter of the trials.
    #expect(exact.advantage == fraction(3, 12) * fraction(3, 4))
  }

  @Test func whatCannotBeEnumeratedIsRefusedByName() throws {
    let wide = try select("ind_cr", "birthday", [("hashBits", 64)])
    #expect { try exact(wide) } throws: { "\($0)".contains("hash(") && "\($0)".contains("too many values") }
    let many = try select("ind_cr", "birthday", [("hashBits", 12), ("q_work", 8)])
    #expect(throws: EnumerationError.tooManyPaths(limit: 1_000_000)) { try exact(many) }
  }

  @Test func fractionsAreInLowestTerms() {
    #expect("\(fraction(2, 8) + fraction(1, 4))" == "1/2" && "\(fraction(1, 2) - fraction(1, 2))" == "0")
    #expect(fraction(1, 3) < fraction(1, 2) && (fraction(1, 3) - fraction(1, 2)).magnitude == fraction(1, 6))
    #expect(fraction(3, 4).value == 0.75)
  }
}

import Arena
import Catalog
import Referee
import Testing

/// What is refused, and in which words.
@Suite struct SelectionTests {
  private func select(
    _ name: String = "signature-idealization", adversary: String? = "guess", suite: String = "calibrated",
    settings: [(name: String, value: Int)] = [], twin: String? = nil
  ) throws(CatalogError) -> Selection {
    try Catalog.registry.select(
      try Catalog.registry.entry(name, kind: .game), adversary: adversary, suite: suite, settings: settings, twin: twin)
  }

  private func refusal(_ body: () throws(CatalogError) -> Selection) -> CatalogError? {
    do throws(CatalogError) { _ = try body(); return nil } catch { return error }
  }

  @Test func aCompleteRequestIsAcceptedWithDefaults() throws {
    let selection = try select(settings: [("tries", 7)])
    #expect(selection["tries"] == 7 && selection["signatureBits"] == 10)
    #expect(selection.assignment["tries"] == 7)
  }

  @Test func theFirstAdversaryIsTheDefault() throws {
    let selection = try select(adversary: nil)
    #expect(selection.adversary == selection.entry.adversaries[0])
  }

  @Test func aSlipInANameIsAnsweredWithTheNearestOne() {
    #expect(
      refusal { () throws(CatalogError) in try select("signature-idealisation") }
        == CatalogError("unknown game `signature-idealisation`", hint: "did you mean `signature-idealization`?"))
    #expect(
      refusal { () throws(CatalogError) in try select(adversary: "gess") }
        == CatalogError("unknown adversary of signature-idealization `gess`", hint: "did you mean `guess`?"))
    #expect(
      refusal { () throws(CatalogError) in try select(suite: "moden") }
        == CatalogError("unknown suite `moden`", hint: "did you mean `modern`?"))
    #expect(
      refusal { () throws(CatalogError) in try select(settings: [("signaturebits", 4)]) }
        == CatalogError("unknown parameter of signature-idealization `signaturebits`", hint: "did you mean `signatureBits`?"))
    #expect(refusal { () throws(CatalogError) in try select(twin: "forgetfull") }?.hint == "did you mean `forgetful`?")
  }

  @Test func aNameFarFromAllIsAnsweredWithTheList() {
    #expect(
      refusal { () throws(CatalogError) in try select(suite: "zzzzzzzzzz") }?.hint == "one of: calibrated, kms, kms-low-s, modern"
    )
  }

  @Test(arguments: [("q_gen", 0), ("q_gen", -1), ("signatureBits", 0), ("signatureBits", 65), ("tries", 1_000_001)])
  func aParameterOutOfRangeIsRefusedWithItsRange(_ name: String, _ value: Int) {
    let error = refusal { () throws(CatalogError) in try select(settings: [(name, value)]) }
    #expect(error?.message == "parameter `\(name)=\(value)` is out of range")
    #expect(error?.hint?.contains(" to ") == true)
  }

  @Test(arguments: [("q_gen", 1), ("signatureBits", 1), ("signatureBits", 64), ("tries", 1_000_000)])
  func theEndsOfARangeAreInIt(_ name: String, _ value: Int) throws {
    #expect(try select(settings: [(name, value)])[name] == value)
  }

  @Test func aParameterThatTheAdversaryDoesNotReadIsRefused() throws {
    #expect(
      refusal { () throws(CatalogError) in try select(adversary: "guess", settings: [("queries", 8)]) }
        == CatalogError("parameter `queries` means nothing to adversary `guess`", hint: "it belongs to: fuzz"))
    #expect(try select(adversary: "fuzz", settings: [("queries", 8)])["queries"] == 8)
    #expect(try select(adversary: "guess").parameters["queries"] == nil)
  }

  @Test func couplingIsRefusedWhereThereIsOneWorld() throws {
    for entry in Catalog.registry.entries {
      let selection = try Catalog.registry.select(entry, adversary: nil, suite: entry.suites[0].rawValue, settings: [])
      let asked = refusal { () throws(CatalogError) in
        try Catalog.registry.select(entry, adversary: nil, suite: entry.suites[0].rawValue, settings: [], coupling: .independent)
      }
      #expect((asked == nil) == selection.hasTwoWorlds, "\(entry.name)")
    }
    let forgery = try Catalog.registry.entry("signature-forgery", kind: .game)
    #expect(
      refusal { () throws(CatalogError) in
        try Catalog.registry.select(forgery, adversary: "guess", suite: "calibrated", settings: [], coupling: .coupled)
      }
        == CatalogError(
          "`--coupling` means nothing for game `signature-forgery`", hint: "it is won or lost in one world; leave it out"))
  }

  /// Twin of the above: where it is accepted it does something.
  @Test func independentCoinsAreOtherCoins() throws {
    for (name, adversary) in [
      ("mrpke", "solve-key"), ("odh", "b1-solve-key"), ("aead", "guess-cipher-key"), ("hash-chain", "fuzz-chain"),
      ("ind_cr", "fuzz-hashes"),
    ] {
      let entry = try #require(Catalog.registry.entries.first { $0.name == name })
      let settings = ["hashBits": 4, "groupBits": 11, "cipherKeyBits": 4].filter { setting in
        entry.parameters.contains { $0.name == setting.key }
      }.map { (name: $0.key, value: $0.value) }
      func tally(_ coupling: Coupling?) throws -> Tally {
        let selection = try Catalog.registry.select(
          entry, adversary: adversary, suite: "calibrated", settings: settings, coupling: coupling)
        return selection.experiment.run(0..<4000, source: .init(seed: 6))
      }
      let (coupled, independent) = (try tally(nil), try tally(.independent))
      #expect(coupled.bits != independent.bits && coupled.bad == independent.bad, "\(name): the left world is the same")
      #expect(coupled.bits.first == independent.bits.first)
    }
  }

  /// Accepted and ignored it would be a lie: wherever there are two worlds, the right one has other coins.
  @Test func independentCoinsAreSeenInEveryEntryWithTwoWorlds() throws {
    for entry in Catalog.registry.entries {
      func replays(_ coupling: Coupling) throws -> [String] {
        let selection = try Catalog.registry.select(entry, adversary: nil, suite: "calibrated", settings: [], coupling: coupling)
        let experiment = selection.experiment
        return (0..<3 as Range<UInt64>).map { trial in
          let record = experiment.replay(trial: trial, source: .init(seed: 6))
          return "\(record.steps.map { $0.right ?? "" }) \(record.coins)"
        }
      }
      let selection = try Catalog.registry.select(entry, adversary: nil, suite: "calibrated", settings: [])
      guard selection.hasTwoWorlds, entry.suites != [.symbolic] else { continue }
      #expect(try replays(.coupled) != replays(.independent), "\(entry.name)")
    }
  }

  @Test func theLastOfTwoSettingsCounts() throws {
    #expect(try select(settings: [("tries", 2), ("tries", 3)])["tries"] == 3)
  }

  @Test func theNearestNameIsTheOneWithTheFewestChanges() {
    #expect(CatalogError.unknown("x", "replai", among: ["replay", "relay"]).hint == "did you mean `replay`?")
    #expect(
      CatalogError.unknown("x", "plya", among: ["help", "play"]).hint == "did you mean `play`?",
      "neighbours exchanged are one change")
    #expect(CatalogError.unknown("x", "abcdef", among: ["abcxyf"]).hint == "did you mean `abcxyf`?", "a third of the letters")
    #expect(CatalogError.unknown("x", "abcdef", among: ["abxyzf"]).hint == "one of: abxyzf", "half of them")
    #expect(CatalogError.unknown("x", "nope", among: ["open", "operator"]).hint == "one of: open, operator")
    #expect(CatalogError.unknown("x", "", among: ["ab"]).hint == "one of: ab")
    #expect(CatalogError.unknown("x", "abc", among: []).hint == "there is none")
    #expect(CatalogError.unknown("x", "q", among: (0..<51).map { "name\($0)" }).hint == "`gamekeeper list` names them")
  }
}

import Catalog
import Referee
import Testing

/// What is refused, and in which words.
@Suite struct SelectionTests {
  private func select(
    _ name: String = "signature-idealization", adversary: String? = "guess", suite: String = "calibrated",
    settings: [(name: String, value: Int)] = [], twin: String? = nil
  ) throws(CatalogError) -> Selection {
    try Catalog.select(try Catalog.entry(name, kind: .game), adversary: adversary, suite: suite, settings: settings, twin: twin)
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
    #expect(refusal { () throws(CatalogError) in try select(suite: "zzzzzzzzzz") }?.hint == "one of: calibrated, kms, kms-low-s, modern")
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

  @Test func theLastOfTwoSettingsCounts() throws {
    #expect(try select(settings: [("tries", 2), ("tries", 3)])["tries"] == 3)
  }

  @Test func theNearestNameIsTheOneWithTheFewestChanges() {
    #expect(CatalogError.unknown("x", "replai", among: ["replay", "relay"]).hint == "did you mean `replay`?")
    #expect(CatalogError.unknown("x", "", among: ["ab"]).hint == "did you mean `ab`?")
    #expect(CatalogError.unknown("x", "abc", among: []).hint == "one of: ")
  }
}

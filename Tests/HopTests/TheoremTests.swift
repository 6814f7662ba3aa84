import Arena
import Catalog
import Families
import Foundation
import GameKit
import Games
import Records
import Testing

/// The theorem is what its hops are paid, wherever it stands.
@Suite struct TheoremTests {
  private let published = "2·( (q_ops + q_hid)·ε_sig + q_dom·ε_aead + ε_cr + ε_mrpke + ε_coll )"

  @Test func itIsThePublishedFormula() {
    #expect(MainTheorem.formula == published)
    #expect(MainTheorem.statement == "Adv ≤ \(published),   ε_mrpke = 2·ε_odh + ε_aead-multi")
  }

  @Test func theModelStatesTheSame() throws {
    let model = try String(contentsOf: root.appending(path: "docs/model.md"), encoding: .utf8)
    #expect(model.contains("\nAdv ≤ \(MainTheorem.formula)\n"))
  }

  @Test func everyTermHasAnAttackAndAPayer() throws {
    let bound = try entry("end-to-end").bound(.calibrated)
    let terms = TheoremTerm.all.flatMap { (2 * $0.bound(.calibrated)).payments.map { "\($0.term)" } }
    let payments = bound.payments.map { "\($0.term)" }
    #expect(terms.sorted() == payments.sorted())
    #expect(TheoremTerm.all.count == bound.payments.count)
    for term in TheoremTerm.all { #expect(bound.payments.contains { $0.hops.first == term.hop }, "\(term.symbol)") }
  }

  @Test func everyHopOfTheSequencesIsListedWithWhatItIsPaid() throws {
    for facts in HopFacts.keySecrecySequence + HopFacts.serviceSequence {
      let hop = try entry(facts.name)
      #expect(hop.claim == facts.claim && hop.source == facts.source && hop.title == facts.title)
      let bound: Bound = hop.bound(.kms)
      let all = Bound.sum(of: bound.payments.map(\.term))
      #expect(bound.paid(by: facts.name) == all)
    }
  }

  @Test(arguments: [
    ("end-to-end", "secrecy-operators", "2·q_ops·ε_sig"), ("end-to-end", "service-aead", "2·q_dom·ε_aead"),
    ("end-to-end", "odh", "4·ε_odh"), ("end-to-end", "secrecy-encryption", "4·ε_odh + 2·ε_aead-multi"),
    ("end-to-end", "secrecy-policy", "0"), ("key-secrecy", "service-aead", "0"), ("service", "service-aead", "q_dom·ε_aead"),
    ("service", "key-secrecy", "ε_keys"),
  ])
  func aGameSaysWhatEachHopIsPaid(game: String, hop: String, paid: String) throws {
    #expect(try entry(game).bound(.kms).paid(by: hop).description == paid)
  }

  @Test func hopsThatArePaidNothingAreThePerfectOnes() {
    #expect(
      MainTheorem.perfect == [
        "secrecy-policy", "secrecy-wraps", "secrecy-keyless", "secrecy-bit", "service-keys", "service-cipher", "service-ideal",
      ])
  }

  /// From operators to a file: twice what the hops of the theorem are paid, and what the layers below the domain key are.
  @Test func theBoundToAFileIsTheSumOfWhatItsHopsArePaid() throws {
    let whole = MainTheorem.toFiles
    let values = Dictionary(uniqueKeysWithValues: zip(whole.symbols.sorted(), 2...).map { ($0, Double($1)) })
    func sum(_ bounds: [Bound]) -> Double { bounds.reduce(0) { $0 + ($1.value(values) ?? .nan) } }
    let below = sum(try ["envelope-customers", "envelope-files"].map { try entry($0).bound(.kms) })
    let expected = 2 * sum(MainTheorem.hops.map(\.bound)) + below
    #expect(below > 0 && sum([whole]) == expected && sum(whole.defining([:]).payments.map(\.term)) == expected)
    #expect(whole.paid(by: "envelope-files").description == "q_dek·ε_aead")
    #expect(whole.paid(by: "envelope-domain") == 0, "its domain key is the theorem's")
    #expect(whole.paid(by: "service-aead").description == "2·q_dom·ε_aead")
  }

  @Test func onPaperEveryTermWeighsItsFactor() {
    let weights = MainTheorem.weights(["q_ops": 10, "q_hid": 20, "q_dom": 30])
    #expect(weights.map(\.term).contains("4·ε_odh"))
    let total = weights.reduce(0) { $0 + $1.weight }
    #expect(total == Double(2 * (10 + 20 + 30 + 1 + 2 + 1 + 1)))
  }

  private var root: URL { URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..") }

  private func entry(_ name: String) throws -> Entry { try #require(Catalog.registry.entries.first { $0.name == name }) }
}

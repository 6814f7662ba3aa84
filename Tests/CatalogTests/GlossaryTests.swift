import Arena
import Catalog
import Families
import GameKit
import Games
import Primitives
import Testing

@Suite struct GlossaryTests {
  private let parameters = Set(Catalog.registry.entries.flatMap(\.parameters).map(\.name))
  private let words = Dictionary(grouping: Glossary.words, by: \.term)

  /// The symbols in a text: budgets, ε and games of the sequence.
  private func symbols(_ text: String) -> Set<String> {
    Set(text.matches(of: /q_[a-z_]*[a-z]|ε_[a-z]+(-[a-z]+)*|G[₀-₉]′?|UF₁|B₁|B₂/).map { String($0.0) })
  }

  @Test func everySymbolOfTheCatalogueHasAMeaning() {
    var seen: Set<String> = []
    for entry in Catalog.registry.entries {
      let bounds = entry.suites.map { entry.bound($0) }.flatMap { ["\($0)"] + $0.definitions }
      for text in bounds + [entry.claim, entry.title, entry.reduction?.words ?? ""]
        + entry.parameters.flatMap({ [$0.name, $0.meaning] })
      {
        seen.formUnion(symbols(text))
      }
    }
    for adversary in Catalog.registry.adversaries { seen.formUnion(symbols("\(adversary.title) \(adversary.expectation)")) }
    for term in TheoremTerm.all { seen.formUnion(symbols("\(term.symbol) \(term.why)")) }
    #expect(
      seen.isSuperset(of: ["q_ops", "q_net", "ε_sig", "ε_aead-multi", "ε_mrpke", "ε_keys", "G₅′", "UF₁", "B₁"]),
      "the texts were read")
    for symbol in seen { #expect(parameters.contains(symbol) || words[symbol] != nil, "\(symbol)") }
  }

  @Test func everyBudgetHasAMeaning() {
    func check<K: QueryKind>(_ kind: K.Type) {
      for symbol in K.allCases.map(\.symbol) { #expect(parameters.contains(symbol) || words[symbol] != nil, "\(symbol)") }
    }
    check(SignatureQuery<KMSSuite.Signing>.Kind.self)
    check(CipherQuery<KMSSuite.Cipher>.Kind.self)
    check(FreshKeyQuery<KMSSuite.Cipher>.Kind.self)
    check(GenericQuery.Kind.self)
    check(PolicyQuery.Kind.self)
    check(KeySecrecyQuery.Kind.self)
    check(EncryptionServiceQuery.Kind.self)
    check(DerivedKeyQuery<AES256GCM>.Kind.self)
    check(DerivationQuery<AES256GCM>.Kind.self)
    check(ReuseQuery.Kind.self)
    check(CommitmentQuery<AES256GCM>.Kind.self)
    check(EnvelopeQuery<AES256GCM>.Kind.self)
  }

  @Test func everyTwinIsARuleOrHasAMeaning() {
    let twins = Set(Catalog.registry.entries.flatMap(\.twins))
    // Rules have a point in their names.
    for twin in twins where !twin.contains(".") { #expect(Catalog.registry.twins.contains { $0.name == twin }, "\(twin)") }
    for twin in Catalog.registry.twins { #expect(twins.contains(twin.name), "\(twin.name) is planted somewhere") }
  }

  @Test func aWordStandsOnceAndSaysOneSentence() {
    for (term, entries) in words {
      #expect(entries.count == 1 && !parameters.contains(term), "\(term)")
      #expect(entries.allSatisfy { !$0.meaning.isEmpty && !$0.meaning.hasSuffix(".") && !$0.place.isEmpty }, "\(term)")
    }
    let plain = Glossary.words.map { Word.plain($0.term) }
    #expect(Set(plain).count == plain.count, "no two are spellings of each other")
  }

  @Test(arguments: [
    ("ε_sig", ["eps_sig", "epsilon_sig", "EPSILON-SIG", "ε sig"]), ("G₅′", ["G5'", "g5prime", "G_5′", "G5’"]),
    ("noAdvantageShown", ["noadvantageshown", "no advantage shown"]),
    ("token.signer-is-member", ["token signer is member", "Token.Signer_Is_Member"]),
  ]) func spellingsOfOneNameAreOne(_ name: String, _ spellings: [String]) {
    for spelling in spellings { #expect(Word.plain(spelling) == Word.plain(name)) }
  }

  @Test func otherNamesStayOther() {
    #expect(Set(["G₅", "G₅′", "G₆", "ε_aead", "ε_aead-multi", "B", "B₁", "UF", "UF₁"].map(Word.plain)).count == 9)
  }
}

import DomainManagement
import Formulas
import Foundation
import Policy
import PolicySearch
import Records
import Scenarios
import TestSupport
import Testing

/// What a rule says as a formula is what its code does: on every decision that searches, scenarios and random walks meet.
@Suite struct MeaningTests {
  private static let isLong = ProcessInfo.processInfo.environment["LONG_TESTS"] != nil

  /// Decisions of each rule; a hundred thousand in the night.
  #if DEBUG
    static let enough = 200
  #else
    static let enough = isLong ? 100_000 : 1_000
  #endif

  struct Count { var allowed = 0, refused = 0 }

  /// Walks that nobody needs end the test, and are told as what they are.
  static let mostWalks = isLong ? 600_000 : 20_000

  @Test func everyRuleStatesItsMeaning() {
    #expect(RuleCatalogue<SymbolicSuite>.everything.filter { $0.meaning == nil }.map(\.facts.identifier) == [])
  }

  @Test func formulasAndCodeAgree() throws {
    let agreement = Agreement(RuleCatalogue<SymbolicSuite>.everything, enough: Self.enough)
    try agreement.search()
    let transparent = Agreement(RuleCatalogue<TransparentSuite<SymbolicSuite>>.everything, enough: Self.enough)
    try transparent.searchTransparent()
    try agreement.play()
    try agreement.walk(most: Self.mostWalks)
    #expect(agreement.differences == [])
    #expect(transparent.differences == [])
    for (rule, count) in agreement.counts {
      #expect(count.allowed + count.refused >= Self.enough, "\(rule): \(count)")
      let isRefused = count.refused > 0 || (transparent.counts[rule]?.refused ?? 0) > 0
      #expect(isRefused != Agreement<SymbolicSuite>.neverRefuse.contains(rule), "\(rule): \(count)")
      #expect(count.allowed > 0, "\(rule): \(count)")
    }
    if Self.isLong, ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      let file = PackageRoot.url.appending(path: "results/tables/formula-and-code.md")
      try Data(agreement.table(beside: transparent.counts).utf8).write(to: file)
    }
  }

  /// A formula that says something else is found out, and the decision is named.
  @Test(arguments: Planted.all) func aPlantedFormulaIsFound(_ planted: Planted) throws {
    let agreement = Agreement([RuleInForce(PlantedMeaning(planted))], enough: Self.enough)
    try agreement.search()
    try agreement.play()
    let difference = try #require(agreement.differences.first)
    #expect(difference.hasPrefix("\(planted.rule): the code"), "\(difference)")
    #expect(difference.contains(planted.words), "\(difference)")
  }

  /// A host asks whether it may use a token as one that no HSM is asked of, wherever a rule speaks of that.
  @Test(arguments: [
    Asked.byHSM.iff(.truth), .every { (_: Term<Identities>) in Asked.byHSM }, .some { (_: Term<Identities>) in !Asked.byHSM },
    .enough(Quorum([], countsSignersOnce: false)) { _ in Asked.byHSM },
  ]) func whatAHostAsksIsAskedOfNoHSM(_ formula: Formula) {
    let planted = Planted(
      rule: "token.signer-is-member", base: TokenSignerIsMember(), meaning: .says(formula, about: [.use]), words: "use")
    let policy = Policy<SymbolicSuite>([RuleInForce(HostTokenChecked()), RuleInForce(PlantedMeaning(planted))])
    #expect(policy.formula(.use).relations.contains(.byHSM))
    #expect(!policy.formula(.present).relations.contains(.byHSM), "\(policy.formula(.present).mathematics)")
  }
}

/// Wrong formulas beside the code of a rule.
struct Planted: Sendable, CustomTestStringConvertible {
  let rule: String
  let base: any Rule<SymbolicSuite>
  let meaning: Meaning
  /// What the decision is told with.
  let words: String

  var testDescription: String { rule }

  static let all = [
    // One implication turned round.
    Planted(
      rule: "wrap.exactly-the-members", base: WrapExactlyTheMembers(),
      meaning: .says(
        .every { (key: Term<AgreementKeys>) in
          Formula.some { (x: Term<Identities>) in Asked.trust.lists(hsm: x, with: key) }.implies(key.isAskedFor)
        }, about: [.wrap]), words: "wrap"),
    // A quorum in which one signer counts twice.
    Planted(
      rule: "founding.authorised", base: FoundingAuthorised(),
      meaning: .says(
        .enough(Quorum([.way(of: Asked.trust, to: .found)], countsSignersOnce: false)) { endorsement in
          endorsement.authorises(Asked.link) && Asked.trust.lists(operator: endorsement.signer)
            && endorsement.trust.equals(Asked.trust) && endorsement.isOnTrust && endorsement.isValid
        }, about: [.found]), words: "found"),
    // Another trust's fingerprint.
    Planted(
      rule: "token.wrap-bound-to-trust", base: TokenWrapBoundToTrust(),
      meaning: .says(Asked.token.wrap.tag.equals(Asked.token.signedTrust.fingerprint), about: [.use]), words: "use"),
  ]
}

private struct PlantedMeaning: Rule {
  let planted: Planted
  var facts: RuleFacts { planted.base.facts }
  var meaning: Meaning? { planted.meaning }

  init(_ planted: Planted) { self.planted = planted }

  func decide(_ question: Question<SymbolicSuite>, in policy: Policy<SymbolicSuite>, suite: SymbolicSuite) -> Decision {
    planted.base.decide(question, in: policy, suite: suite)
  }
}

/// Puts decisions to rules, as code and as formula.
private final class Agreement<S: DomainSuite> {
  typealias Count = MeaningTests.Count

  /// It refuses nothing, and says so.
  static var neverRefuse: Set<String> { ["planted.never-refuses"] }

  let rules: [RuleInForce<S>]
  let policy = Policy<S>.intact
  let enough: Int
  private(set) var counts: [String: Count] = [:]
  private(set) var differences: [String] = []

  init(_ rules: [RuleInForce<S>], enough: Int) {
    (self.rules, self.enough) = (rules, enough)
    for rule in rules { counts[rule.facts.identifier] = Count() }
  }

  var isDone: Bool { counts.values.allSatisfy { $0.allowed + $0.refused >= enough } }

  /// And what a host asks within.
  func compare(_ question: Question<S>, _ suite: S) {
    compareAsItIs(question, suite)
    switch question {
    case .present(let token, _): compareAsItIs(.use(token, by: nil), suite)
    case .advance(let trust, let path): compareAsItIs(.succeed(trust, path: path), suite)
    default: break
    }
  }

  /// How many decisions were compared, rule by rule, and on a suite with transparent wrapping.
  func table(beside transparent: [String: Count]) -> String {
    let header = ["rule", "allows", "refuses", "allows, transparent wrapping", "refuses"]
    let rows = rules.map { rule in
      let name = rule.facts.identifier
      let counts = [counts[name], transparent[name]].map { $0 ?? Count() }
      return ["`\(name)`"] + counts.flatMap { ["\($0.allowed)", "\($0.refused)"] }
    }
    let lines = ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
    return """
      `RECORD_GOLDEN=1 LONG_TESTS=1 swift test -c release --filter formulasAndCodeAgree`

      Decisions that were evaluated as formula and as code: \(differences.count) differences.

      \(lines.joined(separator: "\n"))

      """
  }

  private func compareAsItIs(_ question: Question<S>, _ suite: S) {
    let open = rules.filter { rule in
      let count = counts[rule.facts.identifier] ?? Count()
      return rule.facts.about.contains(question.kind)
        && (count.allowed + count.refused < enough || min(count.allowed, count.refused) == 0 && count.allowed < 60_000)
    }
    guard !open.isEmpty else { return }
    let structure = QuestionStructure(question, policy: policy, suite: suite)
    for rule in open {
      guard let meaning = rule.meaning else { continue }
      if let link = meaning.link, let functions = rule.link {
        compare(question, rule, link, functions, structure, suite)
      } else if rule.link == nil {
        let code = rule.decide(question, policy, suite).denial == nil
        let formula = meaning.says[question.kind]?.isTrue(in: structure) ?? true
        note(rule, question, code: code, formula: formula)
      }
    }
  }

  /// What a rule about links says of the last one: its objection, each endorsement, and whether they are enough.
  private func compare(
    _ question: Question<S>, _ rule: RuleInForce<S>, _ meaning: Meaning.LinkMeaning, _ functions: RuleInForce<S>.LinkFunctions,
    _ structure: QuestionStructure<S>, _ suite: S
  ) {
    guard let (link, before, place) = structure.lastLink else { return }
    var (code, formula) = (functions.objection(link, before).denial == nil, meaning.demands.isTrue(in: structure))
    var counted: [(code: Bool, formula: Bool)] = []
    for (index, endorsement) in link.authorisation.enumerated() {
      counted.append(
        (
          functions.counts(endorsement, link, before, suite),
          meaning.counts.isTrue(in: structure, Asked.endorsement, .endorsement(place + index))
        ))
    }
    for count in counted where count.code != count.formula { formula = !code }
    code = code && counted.allSatisfy(\.code)
    formula = formula && counted.allSatisfy(\.formula)
    let signers = link.authorisation.map(\.signer)
    if functions.countsSignersOnce != meaning.countsSignersOnce { formula = !code }
    if functions.countsSignersOnce {
      let isOnce = Set(signers).count == signers.count
      (code, formula) = (code && isOnce, formula && isOnce)
    }
    switch (functions.needed(link, before), meaning.needs) {
    case (nil, nil): break
    case (let demand?, let needs?):
      let quorum = Formula.enough(Quorum([needs], countsSignersOnce: false)) { $0.authorises(Asked.link) }
      (code, formula) = (code && demand.isMet(by: signers), formula && quorum.isTrue(in: structure))
    default: formula = !code
    }
    note(rule, question, code: code, formula: formula)
  }

  private func note(_ rule: RuleInForce<S>, _ question: Question<S>, code: Bool, formula: Bool) {
    let name = rule.facts.identifier
    if code { counts[name, default: Count()].allowed += 1 } else { counts[name, default: Count()].refused += 1 }
    guard code != formula, differences.count < 5 else { return }
    differences.append(
      "\(name): the code \(code ? "allows" : "refuses") and the formula does not: \(question.kind): \(question.told([:]))")
  }
}

extension Agreement where S == SymbolicSuite {
  /// The whole policies of searches, too, are what their rules say together.
  func search() throws {
    for scope in [Matrix.smallScope, Matrix.rotationScope, Matrix.roleScope, Matrix.customerKeyScope] {
      try Decisions.met(in: scope, SymbolicSuite(), under: .intact) { self.compare($0, SymbolicSuite()) }
    }
    // Where nothing is refused, the adversary goes further.
    var open = PolicySelection.intact
    open.without = ["successor.every-link", "token.signer-is-member", "host.root-installed-once", "hsm.requester-is-member-host"]
    try Decisions.met(in: Matrix.smallScope, SymbolicSuite(), under: open) { self.compare($0, SymbolicSuite()) }
  }

  func play() throws {
    for scenario in try Folder.files(in: "Adversaries/Scenarios", ending: ".yaml").map(Folder.scenario) {
      var steps = scenario.steps[...]
      _ = try ScenarioRunner.walk(scenario, policy: .intact, asked: { self.compare($0, SymbolicSuite()) }) { _ in
        steps.popFirst()?.command
      }
    }
  }

  func walk(most: Int) throws {
    for seed in 0..<UInt64(most) where !isDone {
      for (rotates, hasCustomerKeys) in [(false, false), (true, false), (false, true)] {
        var adversary = RandomWalk(seed: seed, length: 60, rotates: rotates, hasCustomerKeys: hasCustomerKeys)
        _ = try ScenarioRunner.walk(adversary.scenario, policy: .intact, asked: { self.compare($0, SymbolicSuite()) }) {
          adversary.next(wasAccepted: $0)
        }
      }
    }
  }
}

extension Agreement where S == TransparentSuite<SymbolicSuite> {
  func searchTransparent() throws {
    var scope = Matrix.smallScope
    scope.transparentWrap = true
    let suite = TransparentSuite(SymbolicSuite())
    try Decisions.met(in: scope, suite, under: .intact) { self.compare($0, suite) }
  }
}

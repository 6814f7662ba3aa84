import DomainManagement
import Explorer
import Policy
public import Records
import Scenarios

/// Asks two policies everything that can be asked in a scope where everything happens that either allows.
public struct PolicyDifference {
  private var record: DifferenceRecord

  /// Asked twice, unless the scope says otherwise: on the ideal suite, and where wrapping is transparent, without which no key
  /// ever leaves unwrapped; and if they differ by a rule about rotation, customer keys or roles, in a scope with these besides.
  /// `shouldStop` is told now and then how far it is, and how many witnesses there are; stopping keeps them.
  public static func find(
    _ a: PolicySelection, _ b: PolicySelection, scope: ExplorationScope = Matrix.smallScope,
    limits: SearchLimits = SearchLimits(),
    shouldStop: @escaping (SearchStanding, Int) -> Bool = { _, _ in false }
  ) throws(Exploration.Failure) -> DifferenceRecord {
    try scope.validate(within: limits)
    var difference = PolicyDifference(record: DifferenceRecord(a: a, b: b, scope: scope))
    if !scope.transparentWrap { try difference.ask(SymbolicSuite(), scope, "", shouldStop) }
    if !difference.record.isInterrupted {
      let remark = scope.transparentWrap ? "" : ", where wrapping is transparent"
      try difference.ask(TransparentSuite(SymbolicSuite()), scope, remark, shouldStop)
    }
    if !difference.record.isInterrupted, scope.rotations == 0, try difference.isAboutRotation() {
      try difference.ask(SymbolicSuite(), Matrix.rotationScope, ", where keys are rotated", shouldStop)
    }
    if !difference.record.isInterrupted, scope.customerKeys == 0,
      try difference.changedFacts().contains(where: \.isAboutCustomerKeys)
    {
      try difference.ask(SymbolicSuite(), Matrix.customerKeyScope, ", where customer keys are wrapped", shouldStop)
    }
    if !difference.record.isInterrupted, scope.roles.isEmpty, try difference.changedFacts().contains(where: \.isAboutRoles) {
      try difference.ask(SymbolicSuite(), Matrix.roleScope, ", where operators have roles", shouldStop)
    }
    if !difference.record.isInterrupted {
      difference.record.unseen = try difference.changedRules().filter { rule in
        !difference.record.witnesses.contains { $0.names(rule) || $0.instead == rule }
      }
    }
    return difference.record
  }

  private mutating func ask<S: DomainSuite>(
    _ suite: S, _ scope: ExplorationScope, _ remark: String, _ shouldStop: @escaping (SearchStanding, Int) -> Bool
  ) throws(Exploration.Failure) {
    let finder: DifferenceFinder<S>
    do throws(UnknownRule) { finder = DifferenceFinder(try record.a.policy(), try record.b.policy(), scope, suite) } catch {
      throw .unknownRule(error)
    }
    let known = record.witnesses.count
    let watch = SearchWatch { shouldStop(SearchStanding($0), known + finder.witnesses.count) }
    // What either allows happens.
    let watched = WatchedPolicy(base: finder.common) { finder.ask($0) }
    var deduction = DomainDeduction(scope, suite: suite, policy: watched, reductions: .init(), watch: watch)
    _ = Saturation(&deduction, watch: watch)
    if !watch.isStopped { deduction.askBesides() }
    record.isInterrupted = watch.isStopped
    record.questions += finder.questions
    for var witness in finder.witnesses where !record.witnesses.contains(where: { $0.isAlike(witness) }) {
      witness.words += remark
      record.witnesses.append(witness)
    }
  }

  private func isAboutRotation() throws(Exploration.Failure) -> Bool {
    try changedFacts().contains { !$0.about.filter { [.rotate, .useKey].contains($0) }.isEmpty }
  }

  /// The rules that only one of the two policies has, those left out that are weaker forms of one that is named.
  private func changedRules() throws(Exploration.Failure) -> [String] {
    let changed = try changedFacts()
    return changed.filter { rule in !changed.contains { $0.identifier == rule.weakens } }.map(\.identifier)
  }

  private func changedFacts() throws(Exploration.Failure) -> [RuleFacts] {
    let (first, second): (Policy<SymbolicSuite>, Policy<SymbolicSuite>)
    do throws(UnknownRule) { (first, second) = (try record.a.policy(), try record.b.policy()) } catch {
      throw .unknownRule(error)
    }
    return first.rules.map(\.facts).filter { !second.identifiers.contains($0.identifier) }
      + second.rules.map(\.facts).filter { !first.identifiers.contains($0.identifier) }
  }
}

extension DifferenceRecord.Witness {
  fileprivate func isAlike(_ other: Self) -> Bool {
    question == other.question && allowedBy == other.allowedBy && refusedBy == other.refusedBy
  }
  fileprivate func names(_ rule: String) -> Bool { refusedBy.split(separator: " and ").contains { $0 == rule } }
}

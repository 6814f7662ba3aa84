internal import DomainManagement
internal import Formulas
internal import Policy
internal import PolicySearch
public import Records
internal import Scenarios

/// Whether two policies decide alike, whatever they are asked and of whatever size; where they do not, a decision that shows it.
public struct DifferenceProver: Sendable {
  public var a: PolicySelection
  public var b: PolicySelection
  public var settings: SolverSettings

  public init(_ a: PolicySelection, _ b: PolicySelection, settings: SolverSettings) {
    (self.a, self.b, self.settings) = (a, b, settings)
  }

  public func run(progress: (String) -> Void = { _ in }) throws(Prover.Failure) -> ProvedDifferenceRecord {
    let (first, second): (Policy<SymbolicSuite>, Policy<SymbolicSuite>)
    do throws(UnknownRule) { (first, second) = (try a.policy(), try b.policy()) } catch { throw .unknownRule(error) }
    if let unstated = (first.unstated + second.unstated).first { throw .unstated(unstated) }
    var record = ProvedDifferenceRecord(a: a, b: b, solver: settings.name.rawValue)
    let solver = Solver(settings)
    for kind in QuestionKind.allCases where first.formula(kind) != second.formula(kind) {
      progress("\(kind)")
      if let remark = try whyNotAsked(kind) {
        record.directions += ["A", "B"].map { .init(question: "\(kind)", allowedBy: $0, finding: .unknown, remark: remark) }
        continue
      }
      for (allowing, refusing, name) in [(first, second, "A"), (second, first, "B")] {
        do throws(SolverFailure) {
          record.directions.append(try ask(solver, kind, allowing, refusing, name))
        } catch {
          guard case .lost(_, let remark) = error else { throw .solver(error) }
          var lost = ProvedDifferenceRecord.Direction(question: "\(kind)", allowedBy: name, finding: .unknown)
          lost.remark = remark
          record.directions.append(lost)
        }
      }
    }
    return record
  }

  /// Where no such question can be put, that all answers are alike says nothing: nil if one can.
  private func whyNotAsked(_ kind: QuestionKind) throws(Prover.Failure) -> String? {
    let (solver, asked) = (Solver(settings), Self.possible(kind))
    do throws(SolverFailure) {
      let lines = [Script.header(of: Theory.decisions), Script.constants(asked)] + asked.map(Script.assert)
      solver.assume(lines.joined(separator: "\n"))
      return switch try solver.check() {
      case .sat: nil
      case .unsat: "it says that nothing is ever asked: what is assumed contradicts itself, or the solver errs"
      case .unknown(let remark): remark
      }
    } catch {
      guard case .lost(_, let remark) = error else { throw .solver(error) }
      return remark
    }
  }

  private typealias Rules = Policy<SymbolicSuite>

  /// What one allows and the other refuses.
  private func ask(_ solver: Solver, _ kind: QuestionKind, _ allowing: Rules, _ refusing: Rules, _ name: String)
    throws(SolverFailure) -> ProvedDifferenceRecord.Direction
  {
    let asked = Self.possible(kind) + [allowing.formula(kind) && !refusing.formula(kind)]
    let text = [Script.header(of: Theory.decisions), Script.constants(asked + Self.asWitness)] + asked.map(Script.assert)
    solver.assume(text.joined(separator: "\n"))
    var direction = ProvedDifferenceRecord.Direction(question: "\(kind)", allowedBy: name, finding: .unknown)
    switch try solver.check() {
    case .unsat: direction.finding = .none
    case .unknown(let remark): direction.remark = remark
    case .sat(let any):
      direction.finding = .some
      // First where nobody has a role and few links are skipped: such a decision is the easiest to make, and to read.
      for wishes in [[Self.hasNoRoles, Self.isShort], [Self.isShort]] where direction.witness == nil {
        guard case .sat(let model?) = try solver.check(wishes.map(Script.assert).joined(separator: "\n")) else { continue }
        direction.witness = witness(kind, allowing, refusing, model)
      }
      if direction.witness == nil, let any { direction.witness = witness(kind, allowing, refusing, any) }
    }
    return direction
  }

  /// What a question of a kind is always like.
  private static func possible(_ kind: QuestionKind) -> [Formula] {
    let zero = Term<Counts>(number: 0)
    switch kind {
    case .succeed, .advance:
      return [
        Asked.link.before.equals(Asked.parent), Asked.link.trust.equals(Asked.successor), !Asked.link.isEarlier,
      ]
    case .found: return [Asked.byHSM, Asked.link.trust.equals(Asked.trust)]
    case .use, .present: return [Asked.trust.equals(Asked.token.trust)]
    case .release: return [.every { (key: Term<Secrets>) in key.isHeld }]
    case .rotate:
      return [Asked.active, Asked.deactivated, Asked.kept, Asked.order.version].map { zero.isAtMost($0) }
    default: return []
    }
  }

  private static let hasNoRoles = Formula.every { (trust: Term<Trusts>, x: Term<Identities>) in
    !trust.isByRole && trust.listsInOwnRole(x)
  }
  /// At most one link is skipped, and leads to the last one.
  private static let isShort = Formula.every { (link: Term<Links>) in
    link.equals(Asked.link) || (link.isEarlier && link.trust.equals(Asked.parent))
  }
  private static let asWitness = [isShort]

  /// A decision like the model, which the code of the one allows, and that of the other does not.
  private func witness(_ kind: QuestionKind, _ allowing: Rules, _ refusing: Rules, _ model: Model)
    -> ProvedDifferenceRecord.Witness?
  {
    let (suite, concretiser) = (SymbolicSuite(), Concretiser(model))
    for guess in concretiser.guesses {
      guard let question = concretiser.question(kind, guess), allowing.decide(question, suite: suite).denial == nil,
        let denial = refusing.decide(question, suite: suite).denial
      else { continue }
      let names = concretiser.names
      let (words, trusts) = Self.namingTrusts(question, names)
      return .init(words: words, trusts: trusts, refusedBy: denial.rule, reason: Self.told(denial.reason, names))
    }
    return nil
  }

  /// Several trusts, each written out where it is spoken of, are hard to tell apart.
  private static func namingTrusts(_ question: Question<SymbolicSuite>, _ names: [String: String]) -> (String, trusts: [String]) {
    var trusts: [Trust<SymbolicSuite>] = []
    let words = question.told(names) { trust in
      if !trusts.contains(trust) { trusts.append(trust) }
      return "T\(trusts.firstIndex(of: trust) ?? 0)"
    }
    return trusts.count > 1 ? (words, trusts.map { Question.told($0, names) }) : (question.told(names), [])
  }

  private static func told(_ reason: String, _ names: [String: String]) -> String {
    names.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }.reduce(reason) { $0.replacing($1.key, with: $1.value) }
  }
}

import DomainManagement
import Formulas
import Policy

/// A trust, as what somebody states of it is evaluated: among all that it lists, all that is registered, and strangers, of whom
/// there are more than a formula can tell apart. So a search means by "every" and "some" what a proof means. Of commands, ways
/// and needs there are no strangers: a formula speaks of those alone that a trust or the global rules name.
struct TrustStructure<S: DomainSuite>: Structure {
  enum Element: Hashable {
    case known(QuestionStructure<S>.Element)
    /// Neither listed nor registered.
    case stranger(Sort, Int)
  }

  private let known: QuestionStructure<S>
  private let setting: DomainSetting<S>
  private let formula: Formula

  init(_ trust: Trust<S>, _ setting: DomainSetting<S>, of formula: Formula) {
    (self.setting, self.formula) = (setting, formula)
    known = QuestionStructure(trust, registry: setting.registry, globalQuorum: setting.globalQuorum)
  }

  func elements(of sort: Sort) -> [Element] {
    let registered: [QuestionStructure<S>.Element]
    switch sort {
    case .identity: registered = setting.registry.identities.map { .identity($0) }
    case .agreementKey: registered = setting.registry.agreementKeys.map { .agreementKey($0) }
    default: return known.elements(of: sort).map { .known($0) }
    }
    return Set(known.elements(of: sort) + registered).map { .known($0) }
      + (0..<formula.depth(of: sort)).map { .stranger(sort, $0) }
  }

  /// Nobody lists or has registered a stranger: it has no role, and that is the one which is registered.
  func holds(_ relation: Relation, _ arguments: [Element]) -> Bool {
    guard let arguments = known(arguments) else { return relation == .isInOwnRole }
    // Nobody who decides knows who is honest; whoever judges does.
    if relation == .honest, case .identity(let x)? = arguments.first { return setting.honest.contains(x) }
    return known.holds(relation, arguments)
  }

  func element(named name: String) -> Element? { known.element(named: name).map { .known($0) } }
  func number(_ number: Int) -> Element { .known(known.number(number)) }

  func value(of function: Function, _ arguments: [Element]) -> Element {
    guard let arguments = known(arguments) else { preconditionFailure("`\(function)` is no function of strangers") }
    return .known(known.value(of: function, arguments))
  }

  func isEnough(_ endorsements: [Element], _ demand: Quorum.Demand, trust: Element, command: Element, once: Bool) -> Bool {
    preconditionFailure("nobody endorses what is stated of a trust")
  }

  func judge(_ judgement: Judgement, _ arguments: [Element]) -> Bool { false }

  /// Nil if one of them is a stranger.
  private func known(_ arguments: [Element]) -> [QuestionStructure<S>.Element]? {
    var known: [QuestionStructure<S>.Element] = []
    for case .known(let element) in arguments { known.append(element) }
    return known.count == arguments.count ? known : nil
  }
}

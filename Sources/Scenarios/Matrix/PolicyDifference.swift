import DomainManagement
public import Explorer
import Policy
public import Records
import Words

/// The commands that two policies decide differently, over all that can be asked in a scope where everything happens that either allows.
public struct PolicyDifference: Codable, Hashable, Sendable {
  public struct Witness: Codable, Hashable, Sendable {
    /// What is asked, as a kind of question.
    public var question: String
    /// The command, in the names of the scope.
    public var words: String
    /// The policy that allows it: `A` or `B`.
    public var allowedBy: String
    /// The rule by which the other refuses, and its reason.
    public var refusedBy: String
    public var reason: String
    /// How many questions of this kind differ in this way.
    public var count: Int

    func isAlike(_ other: Witness) -> Bool { question == other.question && allowedBy == other.allowedBy && refusedBy == other.refusedBy }
  }

  public var a: PolicySelection
  public var b: PolicySelection
  public var scope: ExplorationScope
  public var questions: Int
  public var witnesses: [Witness]
  /// Whether it was stopped before everything was asked: the witnesses stand, that there are no others is not known.
  public var isInterrupted = false

  public var verdict: String {
    let more = (witnesses.contains { $0.allowedBy == "A" }, witnesses.contains { $0.allowedBy == "B" })
    let words =
      switch more {
      case (false, false): "no difference \(isInterrupted ? "was seen" : "in this scope: \(questions) questions")"
      case (true, false): "A is more permissive than B"
      case (false, true): "B is more permissive than A"
      case (true, true): "neither is more permissive than the other"
      }
    return isInterrupted ? "interrupted after \(questions) questions; so far: \(words)" : words
  }

  public var text: String {
    var out = "A: \(a.words)\nB: \(b.words)\nscope: \(scope.words)\n\n"
    for witness in witnesses {
      out += "\(witness.allowedBy) allows, the other refuses by \(witness.refusedBy) (\(witness.count) × \(witness.question))\n"
      out += "  for example: \(witness.words)\n  \(witness.reason)\n"
    }
    return Escape.terminal(out + "\n\(verdict)\n", keepsLines: true)
  }

  public var exitStatus: RunStatus { isInterrupted ? .interrupted : witnesses.isEmpty ? .met : .notMet }

  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }

  /// Asked twice, unless the scope says otherwise: on the ideal suite, and where wrapping is transparent, without which no key ever leaves unwrapped. `shouldStop` is told now and then how far
  /// it is, and how many witnesses there are; stopping keeps them.
  public static func find(
    _ a: PolicySelection, _ b: PolicySelection, scope: ExplorationScope = Matrix.smallScope, shouldStop: (SearchProgress, Int) -> Bool = { _, _ in false }
  ) throws(Exploration.Failure) -> PolicyDifference {
    try scope.validate()
    if scope.transparentWrap { return try ask(a, b, scope, TransparentSuite(SymbolicSuite()), shouldStop) }
    var difference = try ask(a, b, scope, SymbolicSuite(), shouldStop)
    if difference.isInterrupted { return difference }
    let transparent = try ask(a, b, scope, TransparentSuite(SymbolicSuite()), shouldStop)
    difference.questions += transparent.questions
    difference.isInterrupted = transparent.isInterrupted
    for var witness in transparent.witnesses where !difference.witnesses.contains(where: { $0.isAlike(witness) }) {
      witness.words += ", where wrapping is transparent"
      difference.witnesses.append(witness)
    }
    return difference
  }

  private static func ask<S: DomainSuite>(
    _ a: PolicySelection, _ b: PolicySelection, _ scope: ExplorationScope, _ suite: S, _ shouldStop: (SearchProgress, Int) -> Bool
  ) throws(Exploration.Failure) -> PolicyDifference {
    let (first, second): (Policy<S>, Policy<S>)
    do throws(UnknownRule) { (first, second) = (try a.policy(for: S.self), try b.policy(for: S.self)) } catch { throw .unknownRule(error) }
    // What either allows happens: the rules that both have.
    let common = Policy<S>(first.rules.filter { rule in second.identifiers.contains(rule.facts.identifier) })
    var difference = PolicyDifference(a: a, b: b, scope: scope, questions: 0, witnesses: [])
    let names = Universe(scope, suite: suite).names
    /// Witnesses whose example can happen as it is told.
    var natural: Set<Int> = []
    func isNatural(_ question: Question<S>) -> Bool {
      switch question {
      case .succeed(let trust, let path), .advance(let trust, let path): !trust.hsms.isEmpty && path.allSatisfy { !$0.trust.hsms.isEmpty }
      case .authorise(let trust, _, _): !trust.hsms.isEmpty
      default: true
      }
    }
    let watched = WatchedPolicy(base: common) { question in
      difference.questions += 1
      let (left, right) = (first.decide(question, suite: suite).denial, second.decide(question, suite: suite).denial)
      guard (left == nil) != (right == nil), let denial = left ?? right else { return }
      let (rule, reason) = (denial.rule, denial.reason)
      let allowedBy = left == nil ? "A" : "B"
      let kind = "\(question.kind)"
      if let index = difference.witnesses.firstIndex(where: { $0.question == kind && $0.allowedBy == allowedBy && $0.refusedBy == rule }) {
        difference.witnesses[index].count += 1
        // A question about trusts that can hold keys is a better example than one about others.
        if isNatural(question), !natural.contains(index) { (difference.witnesses[index].words, _) = (question.told(names), natural.insert(index)) }
      } else {
        if isNatural(question) { natural.insert(difference.witnesses.count) }
        difference.witnesses.append(
          .init(
            question: kind, words: question.told(names), allowedBy: allowedBy, refusedBy: rule,
            reason: names.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }.reduce(reason) { $0.replacing($1.key, with: $1.value) }, count: 1))
      }
    }
    var deduction = DomainDeduction(scope, suite: suite, policy: watched, reductions: .init())
    difference.isInterrupted = Saturation(&deduction, shouldStop: { shouldStop($0, difference.witnesses.count) }).end == .stopped
    return difference
  }
}

extension Universe {
  /// Names for keys, as `Decision.name` writes them.
  var names: [String: String] {
    var names: [String: String] = [:]
    let modules = entities.filter { $0.kind == .hsm }
    for (index, member) in (hsms.map(\.member) + rogueHSMs.map(\.member)).enumerated() {
      names[Decision.name(member.agreementKey)] = "the agreement key of \(modules[index].name)"
      names[Decision.name(member.identity)] = modules[index].name
    }
    for (index, entity) in entities.filter({ $0.kind == .operator }).enumerated() {
      names[Decision.name(operators[index].identity)] = entity.name + (entity.sharesKeyWith.map { "=\($0)" } ?? "")
    }
    for (index, entity) in entities.filter({ $0.kind == .host }).enumerated() { names[Decision.name(hosts[index].identity)] = entity.name }
    return names
  }
}

extension Question {
  /// The command in words.
  func told(_ names: [String: String]) -> String {
    func name(_ value: some WireValue) -> String { names[Decision.name(value)] ?? Decision.name(value) }
    func list(_ trust: Trust<S>) -> String {
      // On the symbolic suite the two keys of an HSM have one name.
      let hsms = trust.hsms.map { name($0.agreementKey) == name($0.identity) ? name($0.identity) : "\(name($0.identity)) with the agreement key of \(name($0.agreementKey))" }
      let groups = [("operators", trust.operators.map { name($0) }), ("HSMs", hsms), ("hosts", trust.hosts.map { name($0) })]
      let members = groups.map { kind, names in names.isEmpty ? "no \(kind)" : "\(kind) \(names.joined(separator: ", "))" }.joined(separator: "; ")
      return "{\(members); quorum \(trust.quorum)}"
    }
    func endorsed(_ link: Link<S>) -> String {
      var counts: [(words: String, count: Int)] = []
      for endorsement in link.authorisation {
        let isAnother = endorsement.statement.trust != link.trust
        let words = name(endorsement.signer) + (endorsement.statement.context == .token ? " on a token" : isAnother ? " on another trust" : "")
        if let index = counts.firstIndex(where: { $0.words == words }) { counts[index].count += 1 } else { counts.append((words, 1)) }
      }
      return counts.isEmpty ? "nobody" : counts.map { $0.count > 1 ? "\($0.words) (\($0.count) times)" : $0.words }.joined(separator: ", ")
    }
    func chain(_ path: [Link<S>], after trust: Trust<S>? = nil) -> String {
      var (parts, parent): ([String], Trust<S>?) = ([], trust)
      for link in path {
        var remarks = ""
        if let parent, link.trust.parent != parent.fingerprint { remarks += link.trust.parent == nil ? ", a founding trust," : ", which extends another trust," }
        if let parent, link.trust.domain != parent.domainName, link.trust.parent != nil { remarks += " of another domain," }
        parts.append("\(list(link.trust))\(remarks) with endorsements by \(endorsed(link))")
        parent = link.trust
      }
      return parts.joined(separator: ", then ")
    }
    switch self {
    case .authorise(let trust, _, _): return "an honest operator signs \(list(trust))"
    case .found(let link, let member): return "\(name(member.identity)) founds \(chain([link]))"
    case .use(let token, let member): return "\(member.map { name($0.identity) } ?? "a host") uses a token of \(list(token.trust)) signed by \(name(token.signer))"
    case .addKey(let handle, _): return "a key is added under the taken handle `\(handle)`"
    case .succeed(let trust, let path): return "keys move from \(list(trust)) to \(chain(path, after: trust))"
    case .wrap(let trust, let recipients): return "keys of \(list(trust)) are wrapped for \(recipients.map { name($0) }.joined(separator: ", "))"
    case .release: return "an HSM gives out a message that contains a key"
    case .serve(let trust, let requester): return "\(name(requester)) is served under \(list(trust))"
    case .install(let trust, _): return "a host installs the founding trust \(list(trust))"
    case .advance(let trust, let path): return "a host moves from \(list(trust)) to \(chain(path, after: trust))"
    case .present(let token, let current): return "a host with \(list(current)) uses a token of \(list(token.trust))"
    }
  }
}

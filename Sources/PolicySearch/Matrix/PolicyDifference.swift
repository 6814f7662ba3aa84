public import Scenarios
import DomainManagement
public import Explorer
import Policy
public import Records
import Words

/// The commands that two policies decide differently, over all that can be asked in a scope where everything happens that either
/// allows.
public struct PolicyDifference: Codable, Hashable, Sendable {
  public struct Witness: Codable, Hashable, Sendable {
    /// What is asked, as a kind of question.
    public var question: String
    /// The command, in the names of the scope.
    public var words: String
    /// The policy that allows it: `A` or `B`.
    public var allowedBy: String
    /// The rule by which the other refuses, one that the two policies do not share; a few joined by “and” if it takes them all.
    /// And its reason.
    public var refusedBy: String
    public var reason: String
    /// The weaker rule that the policy which allows has in its place; nil if it has none.
    public var instead: String?
    /// How many questions of this kind differ in this way.
    public var count: Int

    func isAlike(_ other: Witness) -> Bool {
      question == other.question && allowedBy == other.allowedBy && refusedBy == other.refusedBy
    }
    func names(_ rule: String) -> Bool { refusedBy.split(separator: " and ").contains { $0 == rule } }
  }

  public var a: PolicySelection
  public var b: PolicySelection
  public var scope: ExplorationScope
  public var questions: Int
  public var witnesses: [Witness]
  /// Changed rules that no witness names: in this scope, what they refuse is refused by others too, or there is nothing that they
  /// refuse.
  public var unseen: [String] = []
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
      out +=
        "\(witness.allowedBy) allows, the other refuses by "
        + "\(witness.refusedBy)\(witness.instead.map { ", for which \(witness.allowedBy) has \($0)" } ?? "") "
        + "(\(witness.count) × \(witness.question))\n"
      out += "  for example: \(witness.words)\n  \(witness.reason)\n"
    }
    for rule in unseen {
      out +=
        "no difference by \(rule): in this scope what it refuses is refused by other rules, too, or there is nothing that it "
        + "refuses\n"
    }
    return Escape.terminal(out + "\n\(verdict)\n", keepsLines: true)
  }

  public var exitStatus: RunStatus { isInterrupted ? .interrupted : witnesses.isEmpty ? .met : .notMet }

  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }

  /// Asked twice, unless the scope says otherwise: on the ideal suite, and where wrapping is transparent, without which no key
  /// ever leaves unwrapped. `shouldStop` is told now and then how far it is, and how many witnesses there are; stopping keeps
  /// them.
  public static func find(
    _ a: PolicySelection, _ b: PolicySelection, scope: ExplorationScope = Matrix.smallScope,
    limits: SearchLimits = SearchLimits(),
    shouldStop: @escaping (SearchProgress, Int) -> Bool = { _, _ in false }
  ) throws(Exploration.Failure) -> PolicyDifference {
    try scope.validate(within: limits)
    var difference = PolicyDifference(a: a, b: b, scope: scope, questions: 0, witnesses: [])
    if !scope.transparentWrap { try difference.ask(SymbolicSuite(), shouldStop) }
    if !difference.isInterrupted { try difference.ask(TransparentSuite(SymbolicSuite()), shouldStop) }
    if !difference.isInterrupted {
      difference.unseen = try difference.changedRules().filter { rule in
        !difference.witnesses.contains { $0.names(rule) || $0.instead == rule }
      }
    }
    return difference
  }

  private mutating func ask<S: DomainSuite>(_ suite: S, _ shouldStop: @escaping (SearchProgress, Int) -> Bool) throws(Exploration
    .Failure)
  {
    let finder: DifferenceFinder<S>
    do throws(UnknownRule) { finder = DifferenceFinder(try a.policy(), try b.policy(), scope, suite) } catch {
      throw .unknownRule(error)
    }
    let known = witnesses.count
    let watch = SearchWatch { shouldStop($0, known + finder.witnesses.count) }
    // What either allows happens.
    let watched = WatchedPolicy(base: finder.common) { finder.ask($0) }
    var deduction = DomainDeduction(scope, suite: suite, policy: watched, reductions: .init(), watch: watch)
    _ = Saturation(&deduction, watch: watch)
    if !watch.isStopped { deduction.askBesides() }
    isInterrupted = watch.isStopped
    questions += finder.questions
    for var witness in finder.witnesses where !witnesses.contains(where: { $0.isAlike(witness) }) {
      if known > 0 || questions > finder.questions { witness.words += ", where wrapping is transparent" }
      witnesses.append(witness)
    }
  }

  /// The rules that only one of the two policies has, those left out that are weaker forms of one that is named.
  private func changedRules() throws(Exploration.Failure) -> [String] {
    let (first, second): (Policy<SymbolicSuite>, Policy<SymbolicSuite>)
    do throws(UnknownRule) { (first, second) = (try a.policy(), try b.policy()) } catch { throw .unknownRule(error) }
    let changed =
      first.rules.map(\.facts).filter { !second.identifiers.contains($0.identifier) }
      + second.rules.map(\.facts).filter { !first.identifiers.contains($0.identifier) }
    return changed.filter { rule in !changed.contains { $0.identifier == rule.weakens } }.map(\.identifier)
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
    for (index, entity) in entities.filter({ $0.kind == .host }).enumerated() {
      names[Decision.name(hosts[index].identity)] = entity.name
    }
    return names
  }
}

extension Question {
  /// The command in words.
  func told(_ names: [String: String]) -> String {
    func name(_ value: some WireValue) -> String { names[Decision.name(value)] ?? Decision.name(value) }
    func list(_ trust: Trust<S>) -> String {
      // On the symbolic suite the two keys of an HSM have one name.
      let hsms = trust.hsms.map {
        name($0.agreementKey) == name($0.identity)
          ? name($0.identity) : "\(name($0.identity)) with the agreement key of \(name($0.agreementKey))"
      }
      let groups = [("operators", trust.operators.map { name($0) }), ("HSMs", hsms), ("hosts", trust.hosts.map { name($0) })]
      let members = groups.map { kind, names in names.isEmpty ? "no \(kind)" : "\(kind) \(names.joined(separator: ", "))" }
        .joined(separator: "; ")
      return "{\(members); quorum \(trust.quorum)}"
    }
    func endorsed(_ link: Link<S>) -> String {
      var counts: [(words: String, count: Int)] = []
      for endorsement in link.authorisation {
        let isAnother = endorsement.statement.trust != link.trust
        let words =
          name(endorsement.signer)
          + (endorsement.statement.context == .token ? " on a token" : isAnother ? " on another trust" : "")
        if let index = counts.firstIndex(where: { $0.words == words }) {
          counts[index].count += 1
        } else {
          counts.append((words, 1))
        }
      }
      return counts.isEmpty
        ? "nobody" : counts.map { $0.count > 1 ? "\($0.words) (\($0.count) times)" : $0.words }.joined(separator: ", ")
    }
    func chain(_ path: [Link<S>], after trust: Trust<S>? = nil) -> String {
      var (parts, parent): ([String], Trust<S>?) = ([], trust)
      for link in path {
        var remarks = ""
        if let parent, link.trust.parent != parent.fingerprint {
          remarks += link.trust.parent == nil ? ", a founding trust," : ", which extends another trust,"
        }
        if let parent, link.trust.domain != parent.domainName, link.trust.parent != nil { remarks += " of another domain," }
        parts.append("\(list(link.trust))\(remarks) with endorsements by \(endorsed(link))")
        parent = link.trust
      }
      return parts.joined(separator: ", then ")
    }
    switch self {
    case .authorise(let trust, _, _): return "an honest operator signs \(list(trust))"
    case .found(let link, let member): return "\(name(member.identity)) founds \(chain([link]))"
    case .use(let token, let member):
      return
        "\(member.map { name($0.identity) } ?? "a host") uses a token of \(list(token.trust)) signed by \(name(token.signer))"
    case .addKey(let handle, _): return "a key is added under the taken handle `\(handle)`"
    case .succeed(let trust, let path): return "keys move from \(list(trust)) to \(chain(path, after: trust))"
    case .wrap(let trust, let recipients):
      return "keys of \(list(trust)) are wrapped for \(recipients.map { name($0) }.joined(separator: ", "))"
    case .release: return "an HSM gives out a message that contains a key"
    case .serve(let trust, let requester): return "\(name(requester)) is served under \(list(trust))"
    case .install(let trust, _): return "a host installs the founding trust \(list(trust))"
    case .advance(let trust, let path): return "a host moves from \(list(trust)) to \(chain(path, after: trust))"
    case .present(let token, let current): return "a host with \(list(current)) uses a token of \(list(token.trust))"
    }
  }
}

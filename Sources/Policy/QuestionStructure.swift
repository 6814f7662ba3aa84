public import DomainManagement
public import Formulas

/// A question as a finite structure: the meaning of a rule is evaluated in it, beside the rule's code, and the two must agree.
///
/// Nothing in it asks a rule: it reads trusts, endorsements and tokens, and counts.
public final class QuestionStructure<S: DomainSuite>: Structure {
  public enum Element: Hashable {
    case trust(Trust<S>), identity(S.Identity), agreementKey(S.AgreementKey)
    case digest(S.Digest?)
    case endorsement(Int), link(Int), domainKey(Int), token
    case way(QuorumRule), need(QuorumRule.Need), command(QuorumCommand), handle(Handle), wrap(Wrapped<S>?)
    case order(RotationOrder<S>?), count(Int)
  }

  /// Of an authorisation of a trust, or of an order.
  struct Entry {
    let signer: S.Identity
    let link: Int?
    let statement: Statement<S>?
    let order: RotationOrder<S>?
    let isValid: () -> Bool
  }

  let question: Question<S>
  /// Nil where no rule is asked, and no signature is looked at.
  private let policy: Policy<S>?
  private let suite: S?
  /// By name: those of `Asked`.
  private(set) var named: [String: Element] = [:]
  private(set) var entries: [Entry] = []
  /// The trusts of a path with those before them.
  private(set) var links: [(link: Link<S>, before: Trust<S>)] = []
  private(set) var token: Token<S>?
  private(set) var registry = Registry<S>()
  private(set) var global = QuorumRules(0)
  private var trusts: [Trust<S>] = []
  private var byHSM = false
  private lazy var all: [Sort: [Element]] = [:]

  public convenience init(_ question: Question<S>, policy: Policy<S>, suite: S) {
    self.init(question, policy, suite)
  }

  /// A trust as it stands, for whoever states something of trusts.
  public convenience init(_ trust: Trust<S>, registry: Registry<S>, globalQuorum: QuorumRules) {
    self.init(.authorise(trust, registry: registry, globalQuorum: globalQuorum), nil, nil)
  }

  private init(_ question: Question<S>, _ policy: Policy<S>?, _ suite: S?) {
    (self.question, self.policy, self.suite) = (question, policy, suite)
    switch question {
    case .authorise(let trust, let registry, let globalQuorum):
      (self.registry, global) = (registry, globalQuorum)
      name(.trust(trust), Asked.trust)
    case .found(let founding, let member):
      add([founding], after: founding.trust)
      name(.trust(founding.trust), Asked.trust)
      name(.link(0), Asked.link)
      name(member)
    case .use(let token, let member):
      present(token)
      if let member { name(member) }
    case .addKey(let handle, _): name(.handle(handle), Asked.handle)
    case .succeed(let trust, let path): move(trust, path)
    case .advance(let current, let path):
      name(.trust(current), Asked.current)
      move(current, path)
    case .wrap(let trust, _): name(.trust(trust), Asked.trust)
    case .release, .useKey: break
    case .serve(let trust, let requester):
      name(.trust(trust), Asked.trust)
      name(.identity(requester), Asked.requester)
    case .install(let trust, _): name(.trust(trust), Asked.trust)
    case .present(let token, let current):
      present(token)
      name(.trust(current), Asked.current)
    case .rotate(let rotation):
      name(.trust(rotation.trust), Asked.trust)
      name(.order(rotation.order), Asked.order)
      for (term, number) in [
        (Asked.active, rotation.activeVersion), (Asked.deactivated, rotation.deactivated), (Asked.kept, rotation.kept),
      ] { name(.count(number), term) }
      entries = rotation.authorisation.map { endorsement in
        Entry(signer: endorsement.signer, link: nil, statement: nil, order: endorsement.order) {
          suite?.verify(endorsement.signature, of: endorsement.order.signedBytes, by: endorsement.signer) == .valid
        }
      }
    }
    trusts += entries.compactMap { $0.statement?.trust }
  }

  private func name<K: Kind>(_ element: Element, _ term: Term<K>) {
    if case .variable(let variable) = term.expression { named[variable.name] = element }
    if case .trust(let trust) = element { trusts.append(trust) }
  }

  private func name(_ member: Member<S>) {
    byHSM = true
    name(.identity(member.identity), Asked.member)
    name(.agreementKey(member.agreementKey), Asked.memberKey)
  }

  private func present(_ token: Token<S>) {
    self.token = token
    name(.token, Asked.token)
    name(.trust(token.trust), Asked.trust)
  }

  private func add(_ path: [Link<S>], after first: Trust<S>) {
    var before = first
    for link in path {
      for endorsement in link.authorisation {
        let (suite, statement) = (suite, endorsement.statement)
        entries.append(
          Entry(signer: endorsement.signer, link: links.count, statement: statement, order: nil) {
            suite?.verify(endorsement.signature, of: statement.signedBytes, by: endorsement.signer) == .valid
          })
      }
      links.append((link, before))
      trusts.append(link.trust)
      before = link.trust
    }
  }

  private func move(_ trust: Trust<S>, _ path: [Link<S>]) {
    trusts.append(trust)
    add(path, after: trust)
    guard let last = links.last else { return }
    name(.link(links.count - 1), Asked.link)
    name(.trust(last.before), Asked.parent)
    name(.trust(last.link.trust), Asked.successor)
  }

  /// The last link of a path, the trust before it, and the place of its first endorsement.
  public var lastLink: (link: Link<S>, before: Trust<S>, place: Int)? {
    links.last.map { ($0.link, $0.before, entries.count - $0.link.authorisation.count) }
  }

  public func element(named name: String) -> Element? { named[name] }
  public func number(_ number: Int) -> Element { .count(number) }

  public func elements(of sort: Sort) -> [Element] {
    if let known = all[sort] { return known }
    let made = made(sort)
    all[sort] = made
    return made
  }

  private func made(_ sort: Sort) -> [Element] {
    switch sort {
    case .trust: Array(Set(trusts)).map { .trust($0) }
    case .identity:
      Set(trusts.flatMap { $0.operators + $0.hsms.map(\.identity) + $0.hosts } + entries.map(\.signer)).map { .identity($0) }
    case .agreementKey:
      Set(trusts.flatMap(\.agreementKeys) + recipients + [memberKey].compactMap(\.self)).map { .agreementKey($0) }
    case .endorsement: entries.indices.map { .endorsement($0) }
    case .link: links.indices.map { .link($0) }
    case .command: QuorumCommand.allCases.map { .command($0) }
    case .way: Array(ways).map { .way($0) }
    case .need: Set(ways.flatMap(\.needs)).map { .need($0) }
    case .domainKey: keys.map { .domainKey($0) }
    case .handle: taken.map { .handle($0) }
    case .token: token.map { _ in [.token] } ?? []
    case .wrap, .order, .count, .digest, .ballot: []
    }
  }

  private var ways: Set<QuorumRule> {
    Set((trusts.map(\.rules) + [global]).flatMap { rules in QuorumCommand.allCases.flatMap { rules.rules(for: $0) } })
  }
  private var recipients: [S.AgreementKey] { if case .wrap(_, let recipients) = question { recipients } else { [] } }
  private var taken: [Handle] { if case .addKey(let handle, let taken) = question { taken + [handle] } else { [] } }
  private var keys: Range<Int> { if case .release(let outgoing) = question { 0..<outgoing.keyCount } else { 0..<0 } }
  private var memberKey: S.AgreementKey? {
    if case .agreementKey(let key)? = named["memberKey"] { key } else { nil }
  }

  public func value(of function: Function, _ arguments: [Element]) -> Element {
    switch (function, arguments.first) {
    case (.fingerprint, .trust(let trust)): .digest(trust.fingerprint)
    case (.parent, .trust(let trust)): .digest(trust.parent)
    case (.domain, .trust(let trust)): .digest(trust.domain)
    case (.domainName, .trust(let trust)): .digest(trust.domainName)
    case (.none, _): .digest(nil)
    case (.found, _): .command(.found)
    case (.update, _): .command(.update)
    case (.rotateKey, _): .command(.rotateKey)
    case (.signer, .endorsement(let index)): .identity(entries[index].signer)
    case (.about, .endorsement(let index)): entries[index].statement.map { .trust($0.trust) } ?? .token
    case (.orderSigned, .endorsement(let index)): .order(entries[index].order)
    case (.wrapSigned, .endorsement(let index)): .wrap(entries[index].statement?.wrapped)
    case (.orderTrust, .order(let order)): .digest(order?.trust)
    case (.orderVersion, .order(let order)): .count(order?.version ?? 0)
    case (.tag, .wrap(let wrapped)): .digest(wrapped?.tag)
    case (.linkTrust, .link(let index)): .trust(links[index].link.trust)
    case (.linkParent, .link(let index)): .trust(links[index].before)
    case (_, .token): tokenValue(of: function)
    default: preconditionFailure("`\(function)` is not a function of \(arguments)")
    }
  }

  private func tokenValue(of function: Function) -> Element {
    guard let token else { preconditionFailure("the question is about no token") }
    switch function {
    case .trustOfToken: return .trust(token.trust)
    case .wrapOfToken: return .wrap(token.wrapped)
    case .signerOfToken: return .identity(token.signer)
    case .trustSignedInToken: return .trust(token.statement.trust)
    case .wrapSignedInToken: return .wrap(token.statement.wrapped)
    default: preconditionFailure("`\(function)` is not a function of tokens")
    }
  }

  public func holds(_ relation: Relation, _ arguments: [Element]) -> Bool {
    switch (relation, arguments.first, arguments.last) {
    case (.isOperator, .identity(let x), .trust(let trust)): trust.operators.contains(x)
    case (.isHSM, .identity(let x), .trust(let trust)): trust.listsHSM(x)
    case (.isHost, .identity(let x), .trust(let trust)): trust.hosts.contains(x)
    case (.isPair, .identity(let x), .trust(let trust)):
      if case .agreementKey(let key) = arguments[1] { trust.lists(Member(identity: x, agreementKey: key)) } else { false }
    case (.isInOwnRole, .identity(let x), .trust(let trust)): trust.role(of: x) == registry.role(of: x)
    case (.isByRole, .trust(let trust), _): trust.isByRole
    case (.genuineOperator, .identity(let x), _): registry.lists(operator: x)
    case (.genuineHSM, .identity(let x), _): registry.agreementKey(of: x) != nil
    case (.genuineHost, .identity(let x), _): registry.lists(host: x)
    case (.ownKey, .identity(let x), .agreementKey(let key)): registry.agreementKey(of: x) == key
    case (.way, .way(let way), .command(let command)):
      if case .trust(let trust) = arguments[1] { trust.rules.rules(for: command).contains(way) } else { false }
    case (.globalWay, .way(let way), .command(let command)): global.rules(for: command).contains(way)
    case (.need, .need(let need), .way(let way)): way.needs.contains(need)
    case (.covers, .way(let way), .need(let need)): (need.role == nil ? way.total : way.count(of: need.role)) >= need.count
    case (.asksNobody, .need(let need), _): need.count < 1
    case (.isManned, .need(let need), .trust(let trust)):
      trust.roles.count { need.role == nil || $0 == need.role } >= need.count
    case (.isEntry, .endorsement(let index), .link(let link)): entries[index].link == link
    case (.isSubmitted, .endorsement(let index), _): entries[index].order != nil
    case (.isOnTrust, .endorsement(let index), _): entries[index].statement?.context == .trust
    case (.isValid, .endorsement(let index), _): entries[index].isValid()
    case (.isEarlier, .link(let index), _): index < links.count - 1
    case (.isTaken, .handle(let handle), _):
      if case .addKey(_, let taken) = question { taken.contains(handle) } else { false }
    case (.isAskedFor, .agreementKey(let key), _): recipients.contains(key)
    case (.isHeld, .domainKey, _): true
    case (.isInClear, .domainKey(let index), _):
      if case .release(let outgoing) = question { outgoing.containsKey(index) } else { false }
    case (.atMost, .count(let a), .count(let b)): a <= b
    default: holdsOfToken(relation)
    }
  }

  private func holdsOfToken(_ relation: Relation) -> Bool {
    switch relation {
    case .isOnToken: return token?.statement.context == .token
    case .isTokenValid:
      return token.map { suite?.verify($0.signature, of: $0.statement.signedBytes, by: $0.signer) == .valid } ?? false
    case .byHSM: return byHSM
    case .isInstalled: if case .install(_, .some) = question { return true }
    case .isActive: if case .useKey(.active, _) = question { return true }
    case .encrypts: if case .useKey(_, let use) = question { return use.encrypts }
    case .isOfCustomerKey: if case .useKey(_, let use) = question { return use.isOfCustomerKey }
    case .confuses: if case .useKey(_, let use) = question { return use.confuses }
    default: preconditionFailure("nobody who decides sees whether something is `\(relation)`")
    }
    return false
  }

  public func isEnough(_ endorsements: [Element], _ demand: Quorum.Demand, trust: Element, command: Element, once: Bool) -> Bool {
    guard case .trust(let trust) = trust, case .command(let command) = command else { return false }
    var signers = endorsements.compactMap { if case .endorsement(let index) = $0 { entries[index].signer } else { nil } }
    if once { signers = Array(Set(signers)) }
    return trust.rules.rules(for: command).contains { way in
      if case .number = demand { return signers.count >= way.needs.reduce(0) { $0 + $1.count } }
      return way.needs.allSatisfy { need in
        signers.count { need.role == nil || trust.role(of: $0) == need.role } >= need.count
      }
    }
  }

  public func judge(_ judgement: Judgement, _ arguments: [Element]) -> Bool {
    guard let policy, let suite else { return false }
    switch (judgement, arguments.first) {
    case (.link, .link(let index)):
      let inner = QuestionStructure(
        .succeed(links[index].before, path: [links[index].link]), policy: policy, suite: suite)
      return policy.linkFormula.isTrue(in: inner)
    case (.path, _):
      guard case .advance(let current, let path) = question else { return false }
      let inner = QuestionStructure(.succeed(current, path: path), policy: policy, suite: suite)
      return policy.isTrue(.succeed, in: inner)
    case (.token, _):
      guard let token else { return false }
      return policy.isTrue(.use, in: QuestionStructure(.use(token, by: nil), policy: policy, suite: suite))
    default: return false
    }
  }
}

@_spi(Judge) import DomainKeys
import DomainManagement
import Formulas
import Quorums

/// Makes of a model the decision that it is about, with trusts, signatures and tokens of the ideal suite, to be put to the code.
/// A model says which ballots are enough; numbers and roles that say so are tried.
struct Concretiser {
  typealias S = SymbolicSuite

  let model: Model
  private let suite = SymbolicSuite()
  private let signers: [String: Operator<S>]
  private let keys: [String: S.AgreementKey]
  private let spare: S.AgreementKey

  init(_ model: Model) {
    self.model = model
    let suite = suite
    let identities = model.elements(of: .identity).enumerated().map { index, name in
      (name, Operator<S>(isHonest: false, draw: UInt64(1 + index), suite: suite))
    }
    signers = Dictionary(identities) { first, _ in first }
    let agreements = model.elements(of: .agreementKey).enumerated().map { index, name in
      (name, suite.makeAgreement(draw: UInt64(100 + index)).key)
    }
    keys = Dictionary(agreements) { first, _ in first }
    spare = suite.makeAgreement(draw: 200).key
  }

  /// Quorums to try for each trust, and the roles that go with them.
  struct Guess {
    let rules: [String: QuorumRules]
    let global: QuorumRules
    /// Of operators, by their place in the model.
    let roles: [String: String]
    /// The registered roles, where they are others.
    let registered: [String: String]
    /// Whether trusts with roles list an operator more, in the second role, who signs nothing.
    let hasBystander: Bool
  }

  /// Few enough to try all.
  static let mostGuesses = 4_000

  var guesses: [Guess] {
    let trusts = model.elements(of: .trust)
    var rules: [[String: QuorumRules]] = [[:]]
    for trust in trusts {
      let isByRole = model.holds(.isByRole, [trust])
      let candidates = isByRole ? Self.byRole : Self.numbers
      rules = rules.flatMap { known in candidates.map { known.merging([trust: $0]) { $1 } } }
      if rules.count > Self.mostGuesses { rules = Array(rules.prefix(Self.mostGuesses)) }
    }
    let hasRoles = trusts.contains { model.holds(.isByRole, [$0]) }
    let mistaken = model.elements(of: .identity).filter { x in
      trusts.contains { model.holds(.isOperator, [x, $0]) && !model.holds(.isInOwnRole, [x, $0]) }
    }
    let roles = hasRoles || !mistaken.isEmpty ? self.roles : [[:]]
    var guesses: [Guess] = []
    for rule in rules {
      for role in roles {
        for global in hasRoles ? Self.byRole + Self.numbers : Self.numbers {
          var registered = role
          for x in mistaken { registered[x] = "elsewhere" }
          for hasBystander in hasRoles ? [false, true] : [false] {
            guesses.append(
              Guess(rules: rule, global: global, roles: role, registered: registered, hasBystander: hasBystander))
          }
          if guesses.count >= Self.mostGuesses { return guesses }
        }
      }
    }
    return guesses
  }

  private static let numbers = [1, 2, 0, 3, 4].map { QuorumRules($0) }
  private static let byRole = ["a:1,b:1", "b:1", "1|9", "a:1|b:2", "a:0", "update=1;found=1;rotate-key=2"].compactMap {
    QuorumRules($0)
  }

  /// Each operator in one of two roles, or in none.
  private var roles: [[String: String]] {
    model.elements(of: .identity).prefix(4).reduce([[:]]) { known, x in
      known.flatMap { roles in [roles.merging([x: "a"]) { $1 }, roles.merging([x: "b"]) { $1 }] }
    }
  }

  /// For keys, as `Decision.name` writes them.
  var names: [String: String] {
    var names = [
      Decision.name(spare): "a key that is nobody's",
      Decision.name(Operator<S>(isHonest: false, draw: 202, suite: suite).identity): "a bystander",
    ]
    for (place, x) in model.elements(of: .identity).enumerated() {
      if let identity = signers[x]?.identity { names[Decision.name(identity)] = "x\(place + 1)" }
    }
    for (place, key) in model.elements(of: .agreementKey).enumerated() {
      if let made = keys[key] { names[Decision.name(made)] = "agreement key \(place + 1)" }
    }
    return names
  }

  func question(_ kind: QuestionKind, _ guess: Guess) -> Question<S>? {
    var making = Making(self, guess)
    return making.question(kind)
  }

  /// One decision.
  private struct Making {
    let concretiser: Concretiser
    let guess: Guess
    private var model: Model { concretiser.model }
    private var suite: SymbolicSuite { concretiser.suite }
    private var trusts: [String: Trust<S>] = [:]
    /// Whose parents are being made.
    private var open: Set<String> = []

    init(_ concretiser: Concretiser, _ guess: Guess) { (self.concretiser, self.guess) = (concretiser, guess) }

    private func named(_ name: String) -> String { model.element(named: name) ?? "" }
    private func identity(_ x: String) -> S.Identity { signer(x).identity }
    private func signer(_ x: String) -> Operator<S> {
      concretiser.signers[x] ?? Operator(isHonest: false, draw: 201, suite: suite)
    }
    private func key(_ name: String) -> S.AgreementKey { concretiser.keys[name] ?? concretiser.spare }

    private mutating func digest(_ digest: String) -> S.Digest? {
      if digest == model.value(of: .none, []) { return nil }
      if let trust = model.elements(of: .trust).first(where: { model.value(of: .fingerprint, [$0]) == digest }),
        !open.contains(trust)
      {
        return self.trust(trust).fingerprint
      }
      return suite.digest(Array(digest.utf8))
    }

    private mutating func trust(_ name: String) -> Trust<S> {
      if let known = trusts[name] { return known }
      open.insert(name)
      let (parent, domain) = (
        digest(model.value(of: .parent, [name])), digest(model.value(of: .domain, [name]))
      )
      open.remove(name)
      let identities = model.elements(of: .identity)
      let operators = identities.filter { model.holds(.isOperator, [$0, name]) }
      let members = identities.filter { model.holds(.isHSM, [$0, name]) }.map { x in
        let listed = model.elements(of: .agreementKey).first { model.holds(.isPair, [x, $0, name]) }
        return Member<S>(identity: identity(x), agreementKey: listed.map { key($0) } ?? concretiser.spare)
      }
      let hosts = identities.filter { model.holds(.isHost, [$0, name]) }.map { identity($0) }
      var roles: [S.Identity: String] = [:]
      for x in operators { roles[identity(x)] = guess.roles[x] }
      var listed = operators.map { identity($0) }
      if guess.hasBystander, model.holds(.isByRole, [name]) {
        let bystander = Operator<S>(isHonest: false, draw: 202, suite: suite).identity
        listed.append(bystander)
        roles[bystander] = "b"
      }
      let made = Trust<S>(
        parent: parent, domain: domain, operators: listed, roles: roles, hsms: members, hosts: hosts,
        rules: guess.rules[name] ?? 1, suite: suite)
      trusts[name] = made
      return made
    }

    private mutating func wrap(_ name: String) -> Wrapped<S>? {
      let recipients = model.elements(of: .agreementKey).filter { model.holds(.isFor, [name, $0]) }.map { key($0) }
      let tag = digest(model.value(of: .tag, [name])) ?? suite.digest([])
      let place = model.elements(of: .wrap).firstIndex(of: name) ?? 0
      let own = KeyMap.chosen(["k"], draw: UInt64(2_000 + place), suite: suite)
      return Wrapped.made(
        of: own, to: recipients.isEmpty ? [concretiser.spare] : recipients, tag: tag, draw: UInt64(2_000 + place), suite: suite)
    }

    private mutating func endorsement(_ name: String) -> Endorsement<S> {
      let trust = trust(model.value(of: .about, [name]))
      var statement = Statement(authorising: trust)
      if !model.holds(.isOnTrust, [name]), let wrapped = wrap(model.value(of: .wrapSigned, [name])) {
        statement = Statement(issuing: trust, wrapped: wrapped)
      }
      let signer = signer(model.value(of: .signer, [name]))
      let signature = model.holds(.isValid, [name]) ? signer.sign(statement, suite: suite)?.signature : nil
      return Endorsement(
        signer: signer.identity, statement: statement, signature: signature ?? suite.bogusSignature())
    }

    private mutating func link(_ name: String) -> Link<S> {
      let entries = model.elements(of: .endorsement).filter { model.holds(.isEntry, [$0, name]) }
      var endorsements: [Endorsement<S>] = []
      for entry in entries { endorsements.append(endorsement(entry)) }
      return Link(trust(model.value(of: .linkTrust, [name])), authorisation: endorsements)
    }

    /// The path, and the trust before it.
    private mutating func path() -> (first: Trust<S>, path: [Link<S>]) {
      let last = named("link")
      let earlier = model.elements(of: .link).first { $0 != last && model.holds(.isEarlier, [$0]) }
      let links = [earlier, last].compactMap(\.self)
      let first = trust(model.value(of: .linkParent, [links[0]]))
      var path: [Link<S>] = []
      for name in links { path.append(link(name)) }
      return (first, path)
    }

    private mutating func token() -> Token<S>? {
      let name = named("token")
      guard let wrapped = wrap(model.value(of: .wrapOfToken, [name])),
        let signed = wrap(model.value(of: .wrapSignedInToken, [name]))
      else { return nil }
      let about = trust(model.value(of: .trustSignedInToken, [name]))
      let statement =
        model.holds(.isOnToken, [name]) ? Statement(issuing: about, wrapped: signed) : Statement(authorising: about)
      let signer = signer(model.value(of: .signerOfToken, [name]))
      let signature = model.holds(.isTokenValid, [name]) ? signer.sign(statement, suite: suite)?.signature : nil
      return Token(
        trust: trust(model.value(of: .trustOfToken, [name])), wrapped: wrapped, signer: signer.identity, statement: statement,
        signature: signature ?? suite.bogusSignature())
    }

    private var registry: Registry<S> {
      var registry = Registry<S>()
      for x in model.elements(of: .identity) {
        if model.holds(.genuineOperator, [x]) { registry.register(operator: identity(x), role: guess.registered[x]) }
        if model.holds(.genuineHost, [x]) { registry.register(host: identity(x)) }
        if model.holds(.genuineHSM, [x]) {
          let own = model.elements(of: .agreementKey).first { model.holds(.ownKey, [x, $0]) }
          registry.register(hsm: Member(identity: identity(x), agreementKey: own.map { key($0) } ?? concretiser.spare))
        }
      }
      return registry
    }

    private var member: Member<S> { Member(identity: identity(named("member")), agreementKey: key(named("memberKey"))) }
    private func holds(_ relation: Relation) -> Bool { model.holds(relation, []) }
    private func number(_ text: String) -> Int { Int(text) ?? 0 }

    private mutating func rotation() -> Rotation<S> {
      let trust = trust(named("trust"))
      let order = order(named("order"), trust)
      var endorsements: [RotationEndorsement<S>] = []
      for entry in model.elements(of: .endorsement) where model.holds(.isSubmitted, [entry]) {
        let signed = self.order(model.value(of: .orderSigned, [entry]), trust)
        let made = signer(model.value(of: .signer, [entry])).order(signed, suite: suite)
        endorsements.append(
          model.holds(.isValid, [entry])
            ? made : RotationEndorsement(signer: made.signer, order: signed, signature: suite.bogusSignature()))
      }
      return Rotation(
        of: trust, order, authorisation: endorsements, activeVersion: number(named("active")),
        deactivated: number(named("deactivated")), kept: number(named("kept")))
    }

    private mutating func order(_ name: String, _ trust: Trust<S>) -> RotationOrder<S> {
      let isOfTrust = digest(model.value(of: .orderTrust, [name])) == trust.fingerprint
      let other = Trust<S>(operators: [], hsms: [], hosts: [], quorum: 0, suite: suite)
      let place = model.elements(of: .order).firstIndex(of: name) ?? 0
      return RotationOrder(
        under: isOfTrust ? trust : other, handle: place == 0 ? "k" : Handle("k\(place)"),
        version: max(0, number(model.value(of: .orderVersion, [name]))))
    }

    mutating func question(_ kind: QuestionKind) -> Question<S>? {
      switch kind {
      case .authorise: return .authorise(trust(named("trust")), registry: registry, globalQuorum: guess.global)
      case .found: return .found(link(named("link")), by: member)
      case .use: return token().map { .use($0, by: holds(.byHSM) ? member : nil) }
      case .addKey: return .addKey("k", taken: model.holds(.isTaken, [named("handle")]) ? ["k"] : [])
      case .succeed:
        let (first, path) = path()
        return .succeed(first, path: path)
      case .advance:
        let (first, path) = path()
        return .advance(first, path: path)
      case .wrap:
        let asked = model.elements(of: .agreementKey).filter { model.holds(.isAskedFor, [$0]) }
        return .wrap(trust(named("trust")), recipients: asked.map { key($0) }.ascending())
      case .release:
        let held = KeyMap.chosen(["k"], draw: 3_000, suite: suite)
        return .release(.init(message: held.secrets.flatMap(\.secret), keys: held.keys))
      case .serve: return .serve(trust(named("trust")), requester: identity(named("requester")))
      case .install:
        let trust = trust(named("trust"))
        return .install(trust, over: holds(.isInstalled) ? trust : nil)
      case .present:
        let current = trust(named("current"))
        return token().map { .present($0, current: current) }
      case .rotate: return .rotate(rotation())
      case .useKey:
        let use = KeyUse.allCases.first {
          $0.encrypts == holds(.encrypts) && $0.isOfCustomerKey == holds(.isOfCustomerKey) && $0.confuses == holds(.confuses)
        }
        return use.map { .useKey(holds(.isActive) ? .active : .deactivated, for: $0) }
      }
    }
  }
}

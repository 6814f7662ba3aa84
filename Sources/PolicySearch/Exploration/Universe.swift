import DomainManagement
import Records
import Scenarios

/// The entities of a scope on a suite, and everything that can be listed of them.
struct Universe<S: DomainSuite> {
  let scope: ExplorationScope
  let suite: S
  /// Honest ones first, then dishonest, then rogue.
  private(set) var operators: [Operator<S>] = []
  private(set) var hsms: [HSM<S>] = []
  private(set) var rogueHSMs: [RogueHSM<S>] = []
  /// Genuine ones first, then rogue.
  private(set) var hosts: [Host<S>] = []
  let setting: DomainSetting<S>
  /// What a trust can have as its quorum: every number, or a few of each kind where there are rules by role.
  let quorums: [QuorumRules]
  /// Which of them honest operators sign.
  let keepsQuorum: [Bool]
  /// Empty where nobody has a role.
  private let roles: [String]
  /// Operators of one nature and role; who shares a key stands alone.
  private let alikeOperators: [[Int]]
  private let invariants = Property.catalogue
  private(set) var entities: [Entity] = []

  init(_ scope: ExplorationScope, suite: S) {
    self.scope = scope
    self.suite = suite
    var registry = Registry<S>()
    var draw: UInt64 = 0
    func next() -> UInt64 {
      draw += 1
      return draw
    }
    for index in 0..<scope.genuineHSMs {
      hsms.append(HSM(draw: next(), suite: suite))
      registry.register(hsm: hsms[index].member)
      entities.append(Entity("h\(index + 1)", .hsm, .honest))
    }
    for index in 0..<scope.rogueHSMs {
      rogueHSMs.append(RogueHSM(draw: next(), suite: suite))
      entities.append(Entity("r\(index + 1)", .hsm, .rogue))
    }
    for index in 0..<(scope.operators + scope.rogueOperators) {
      let isHonest = index < scope.honest
      let isShared = index < scope.sharedKeys
      operators.append(
        isShared ? hsms[index].asOperator(isHonest: true) : Operator(isHonest: isHonest, draw: next(), suite: suite))
      // A rogue one poses as the first of the roles, unless it is listed with another.
      let role = index < scope.operators ? scope.role(of: index) : scope.roles.first
      if index < scope.operators { registry.register(operator: operators[index].identity, role: role) }
      let name =
        isHonest ? "o\(index + 1)" : index < scope.operators ? "d\(index - scope.honest + 1)" : "e\(index - scope.operators + 1)"
      entities.append(
        Entity(
          name, .operator, isHonest ? .honest : index < scope.operators ? .dishonest : .rogue,
          sharesKeyWith: isShared ? "h\(index + 1)" : nil, role: role))
    }
    for index in 0..<(scope.hosts + scope.rogueHosts) {
      hosts.append(Host(draw: next(), suite: suite))
      if index < scope.hosts { registry.register(host: hosts[index].identity) }
      let isGenuine = index < scope.hosts
      entities.append(Entity(isGenuine ? "w\(index + 1)" : "x\(index - scope.hosts + 1)", .host, isGenuine ? .honest : .rogue))
    }
    setting = DomainSetting(
      registry: registry, globalQuorum: scope.quorum, honest: Set(operators.prefix(scope.honest).map(\.identity)))
    quorums = scope.quorums
    keepsQuorum = quorums.map { $0.keeps(scope.quorum) }
    roles = scope.roleNames
    let natures = [scope.sharedKeys..<scope.honest, scope.honest..<scope.operators, scope.operators..<operators.count]
    alikeOperators =
      (0..<scope.sharedKeys).map { [$0] } + natures.flatMap { Dictionary(grouping: $0, by: scope.role(of:)).values }
  }

  var registry: Registry<S> { setting.registry }

  /// The properties that an event of an honest domain breaks, in their order.
  func broken(by event: DomainEvent<S>) -> [Property] {
    invariants.filter { $0.objection(to: event, in: setting) != nil }.map { $0.property }
  }

  var genuineHosts: Range<Int> { 0..<scope.hosts }
  var rogueHosts: Range<Int> { scope.hosts..<hosts.count }
  func operatorName(_ index: Int) -> String { entities.filter { $0.kind == .operator }[index].name }
  func hostName(_ index: Int) -> String { entities.filter { $0.kind == .host }[index].name }

  /// The key that the adversary puts in place of an HSM's own.
  var adversaryKey: S.AgreementKey? { rogueHSMs.first?.member.agreementKey }

  /// Everything that can be listed, or what founding trusts that are honest can list, until `visit` says no.
  func listings(honestOnly: Bool, _ visit: (TrustContent) -> Bool) {
    var configurations: [UInt32] = [0]
    for index in 0..<hsms.count {
      let listings: [TrustContent.Listing] = honestOnly || rogueHSMs.isEmpty ? [.absent, .own] : [.absent, .own, .swapped]
      configurations = configurations.flatMap { base in listings.map { base | $0.rawValue << UInt32(2 * index) } }
    }
    if !honestOnly {
      for index in hsms.count..<(hsms.count + rogueHSMs.count) {
        configurations = configurations.flatMap { [$0, $0 | 1 << UInt32(2 * index)] }
      }
    }
    for quorum in quorums.indices where !honestOnly || keepsQuorum[quorum] {
      for operators in 0..<(1 << (honestOnly ? scope.operators : self.operators.count)) {
        for roles in honestOnly ? [0] : roleListings(of: operators) {
          for hsms in configurations {
            for hosts in 0..<(1 << (honestOnly ? scope.hosts : self.hosts.count)) {
              let content = TrustContent(
                operators: UInt16(operators), hsms: hsms, hosts: UInt16(hosts), quorum: UInt8(quorum), roles: roles)
              guard visit(content) else { return }
            }
          }
        }
      }
    }
  }

  /// The roles that the operators in the bits of `operators` can be listed with.
  private func roleListings(of operators: Int) -> [UInt32] {
    guard roles.count > 1 else { return [0] }
    return self.operators.indices.filter { operators >> $0 & 1 == 1 }.reduce([0]) { listings, index in
      listings.flatMap { base in roles.indices.map { base | UInt32($0) << UInt32(2 * index) } }
    }
  }

  /// Whether a founding trust of this content would be honest.
  func isHonest(_ content: TrustContent) -> Bool {
    Int(content.operators) < 1 << scope.operators && Int(content.hosts) < 1 << scope.hosts
      && keepsQuorum[Int(content.quorum)] && content.roles == 0 && (0..<hsms.count).allSatisfy { content.listing($0) != .swapped }
      && (0..<rogueHSMs.count).allSatisfy { content.listing(hsms.count + $0) == .absent }
  }

  /// The most permissive trust that the adversary can write: its own operator alone decides, and everybody else is listed.
  var permissive: TrustContent {
    var content = TrustContent(operators: 0, hsms: 0, hosts: UInt16((1 << hosts.count) - 1), quorum: 1)
    content.operators = scope.rogueOperators > 0 ? 1 << UInt16(scope.operators) : UInt16((1 << operators.count) - 1)
    for index in 0..<(hsms.count + rogueHSMs.count) { content.hsms |= TrustContent.Listing.own.rawValue << UInt32(2 * index) }
    return content
  }

  func trust(_ content: TrustContent, parent: S.Digest?, domain: S.Digest?) -> Trust<S> {
    var members: [Member<S>] = []
    for index in 0..<(hsms.count + rogueHSMs.count) {
      let member = index < hsms.count ? hsms[index].member : rogueHSMs[index - hsms.count].member
      switch content.listing(index) {
      case .absent: continue
      case .own: members.append(member)
      case .swapped: members.append(Member(identity: member.identity, agreementKey: adversaryKey ?? member.agreementKey))
      }
    }
    return Trust(
      parent: parent, domain: domain,
      operators: operators.indices.filter { content.operators >> UInt16($0) & 1 == 1 }.map { operators[$0].identity },
      roles: roles.isEmpty ? [:] : listedRoles(content),
      hsms: members, hosts: hosts.indices.filter { content.hosts >> UInt16($0) & 1 == 1 }.map { hosts[$0].identity },
      rules: quorums[Int(content.quorum)], suite: suite)
  }

  private func listedRoles(_ content: TrustContent) -> [S.Identity: String] {
    var listed: [S.Identity: String] = [:]
    for index in operators.indices {
      let own = roles.firstIndex { $0 == scope.role(of: index) } ?? 0
      listed[operators[index].identity] = roles[(own + content.role(index)) % roles.count]
    }
    return listed
  }

  /// The content up to renaming entities of one kind: how many of each class are listed. Entities that share a key stay
  /// themselves.
  func canonical(_ content: TrustContent) -> TrustContent {
    func packed(_ bits: UInt16, _ range: Range<Int>) -> UInt16 {
      let count = range.reduce(0) { $0 + Int(bits >> UInt16($1) & 1) }
      return UInt16((1 << count) - 1) << UInt16(range.lowerBound)
    }
    var result = content
    (result.operators, result.roles) = (0, 0)
    for alike in alikeOperators {
      var next = alike.startIndex
      for role in 0..<max(1, roles.count) {
        for _ in 0..<alike.count(where: { content.operators >> UInt16($0) & 1 == 1 && content.role($0) == role }) {
          result.operators |= 1 << UInt16(alike[next])
          result.roles |= UInt32(role) << UInt32(2 * alike[next])
          next += 1
        }
      }
    }
    result.hosts = packed(content.hosts, genuineHosts) | packed(content.hosts, rogueHosts)
    let listings = (0..<(hsms.count + rogueHSMs.count)).map { content.listing($0).rawValue }
    let sorted =
      Array(listings[..<scope.sharedKeys]) + listings[scope.sharedKeys..<hsms.count].sorted(by: >)
      + listings[hsms.count...].sorted(by: >)
    result.hsms = sorted.enumerated().reduce(0) { $0 | $1.element << UInt32(2 * $1.offset) }
    return result
  }
}

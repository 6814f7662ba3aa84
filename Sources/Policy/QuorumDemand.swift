public import DomainManagement

/// What the signatures that count have to come to.
public enum QuorumDemand<S: DomainSuite>: Sendable, ExpressibleByIntegerLiteral {
  /// So many, whoever gave them.
  case signers(Int)
  /// By the rules of a trust for a command, with the roles that the trust gives to its operators.
  case rules(QuorumCommand, of: Trust<S>)

  public init(integerLiteral count: Int) { self = .signers(count) }

  /// What `trust` says of `command`; as if nobody had a role unless roles are heeded.
  init(_ command: QuorumCommand, of trust: Trust<S>, heedingRoles: Bool = true) {
    if !trust.isByRole {
      self = .signers(trust.quorum)
    } else {
      self = heedingRoles ? .rules(command, of: trust) : .signers(trust.rules.fewest(for: command))
    }
  }

  var isByRole: Bool { if case .rules = self { true } else { false } }

  /// Who stands among `signers` twice counts twice.
  package func isMet(by signers: [S.Identity]) -> Bool {
    switch self {
    case .signers(let count): signers.count >= count
    case .rules(let command, let trust): trust.rules.isMet(command, by: signers.map { trust.role(of: $0) })
    }
  }

  /// The fewest signers that can be enough.
  var fewest: Int {
    switch self {
    case .signers(let count): count
    case .rules(let command, let trust): trust.rules.fewest(for: command)
    }
  }

  /// What there is, and what it should be: `1 signed it and 2 are needed`, where `signed` says what they did.
  func shortage(of signers: [S.Identity], _ signed: String) -> String {
    guard case .rules(let command, let trust) = self else { return "\(signers.count) \(signed) and \(fewest) are needed" }
    let rules = trust.rules.rules(for: command).map { "\($0)" }.joined(separator: " or ")
    return "\(signers.count) \(signed) (\(Self.words(signers.map { trust.role(of: $0) }))), and \(rules) is needed"
  }

  private static func words(_ roles: [String?]) -> String {
    let counts = Dictionary(grouping: roles, by: \.self).mapValues(\.count)
    let words = counts.map { role, count in "\(role ?? "no role"):\(count)" }.sorted()
    return words.isEmpty ? "nobody" : words.joined(separator: ",")
  }
}

/// Which operators authorise which command: for each command its rules, one of which has to be met. One number, so many
/// operators for any command, is the special case.
public struct QuorumRules: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The special case.
  public let number: Int?
  /// Empty where one number says it all. Rules ascend.
  private let byCommand: [QuorumCommand: [QuorumRule]]

  public init(_ number: Int) { (self.number, byCommand) = (number, [:]) }
  public init(integerLiteral number: Int) { self.init(number) }

  /// A command without rules is not to be had.
  public init(_ rules: [QuorumCommand: [QuorumRule]]) {
    let rules = rules.mapValues { Set($0).sorted() }
    let first = rules[.found] ?? []
    let isNumber = first.count == 1 && first[0].needs.map(\.role) == [nil]
    if isNumber, QuorumCommand.allCases.allSatisfy({ rules[$0] == first }) {
      (number, byCommand) = (first[0].total, [:])
    } else {
      (number, byCommand) = (nil, rules)
    }
  }

  /// One rule for every command.
  public init(_ rule: QuorumRule) {
    self.init(Dictionary(uniqueKeysWithValues: QuorumCommand.allCases.map { ($0, [rule]) }))
  }

  /// Of which one has to be met, ascending.
  public func rules(for command: QuorumCommand) -> [QuorumRule] {
    number.map { [QuorumRule(anybody: $0)] } ?? byCommand[command] ?? []
  }

  /// Whether operators with these roles authorise the command; nil stands for one without. Who stands there twice counts twice.
  public func isMet(_ command: QuorumCommand, by roles: [String?]) -> Bool {
    rules(for: command).contains { $0.isMet(by: roles) }
  }

  /// The fewest operators that authorise the command, whatever their roles.
  public func fewest(for command: QuorumCommand) -> Int { rules(for: command).map(\.total).min() ?? .max }

  /// The fewest operators that authorise anything.
  public var fewest: Int { number ?? QuorumCommand.allCases.map { fewest(for: $0) }.min() ?? .max }

  /// How many operators the longest rule takes.
  public var most: Int { number ?? QuorumCommand.allCases.flatMap { rules(for: $0).map(\.total) }.max() ?? 0 }

  /// Whether whoever authorises a command by these rules does so by the `global` ones, too: then an assumption about those holds
  /// for these.
  public func keeps(_ global: QuorumRules) -> Bool {
    if let number, let least = global.number { return number >= least }
    return QuorumCommand.allCases.allSatisfy { command in
      rules(for: command).allSatisfy { rule in global.rules(for: command).contains { rule.implies($0) } }
    }
  }

  /// Which command cannot be had from operators with these roles by one of its rules, and why; nil if all can be.
  public func unmeetable(by roles: [String?]) -> String? {
    for command in QuorumCommand.allCases {
      if rules(for: command).isEmpty { return "nobody can \(command.rawValue)" }
      for rule in rules(for: command) {
        guard let need = rule.unmeetable(by: roles) else { continue }
        let there = roles.count { need.role == nil || $0 == need.role }
        let who = need.role.map { "`\($0)`" } ?? "operators"
        return "to \(command.rawValue) takes \(need.count) of the \(there) \(who)"
      }
    }
    return nil
  }
}

extension QuorumRules: CustomStringConvertible {
  /// As options write them: `2`, `security:1,operations:2`, `3|security:2` where one of several rules is enough, and
  /// `update=security:2;found=2;rotate-key=1` where commands differ.
  public var description: String {
    if let number { return "\(number)" }
    func text(_ command: QuorumCommand) -> String { rules(for: command).map(\.description).joined(separator: "|") }
    let all = QuorumCommand.allCases
    if all.allSatisfy({ rules(for: $0) == rules(for: .update) }) { return text(.update) }
    return all.map { "\($0.rawValue)=\(text($0))" }.joined(separator: ";")
  }

  /// Nil for a text that is not so. A command that is not named has the rules of `update`.
  public init?(_ text: String) {
    func rules(_ text: some StringProtocol) -> [QuorumRule]? {
      let rules = text.split(separator: "|", omittingEmptySubsequences: false).map { QuorumRule($0) }
      return rules.contains(nil) ? nil : rules.compactMap(\.self)
    }
    var byCommand: [QuorumCommand: [QuorumRule]] = [:]
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let words = part.split(separator: "=", omittingEmptySubsequences: false)
      guard let last = words.last, let stated = rules(last), words.count <= 2,
        let command = words.count == 1 ? .update : QuorumCommand(rawValue: String(words[0])), byCommand[command] == nil
      else { return nil }
      byCommand[command] = stated
    }
    guard let update = byCommand[.update] else { return nil }
    self.init(Dictionary(uniqueKeysWithValues: QuorumCommand.allCases.map { ($0, byCommand[$0] ?? update) }))
  }
}

extension QuorumRules: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self.init(number)
    } else {
      self.init(try container.decode([QuorumCommand: [QuorumRule]].self))
    }
  }

  /// A number, or a list of rules for each command.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let number { try container.encode(number) } else { try container.encode(byCommand) }
  }
}

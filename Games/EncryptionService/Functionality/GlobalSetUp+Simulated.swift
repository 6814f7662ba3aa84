import DomainManagement
import GameKit
import Primitives

/// What the set-ups read in a simulator's answers: which keys the new entity has. What it is was asked for.
extension GlobalSetUp {
  /// - Throws: if the simulator answers what no network can.
  mutating func note(_ query: KeySecrecyQuery, _ answer: KeySecrecyAnswer) throws(Forfeit) {
    switch (query, answer) {
    case (.newOperator(let isHonest), .operator(operators.count, let bytes)):
      enter(Operator(part: isHonest ? .honest : .dishonest, identity: try decoded(bytes)))
    case (.rogue(.operator), .operator(operators.count, let bytes)):
      enter(Operator(part: .rogue, identity: try decoded(bytes)))
    case (.sharedOperator(let hsm), .operator(operators.count, let bytes)):
      guard let part = partOfOperator(sharing: hsm) else { throw .impossibleMove }
      enter(Operator(part: part, identity: try decoded(bytes)))
    case (.newHSM, .hsm(hsms.count, let identity, let key)):
      enter(HSM(isGenuine: true, member: Member(identity: try decoded(identity), agreementKey: try decoded(key))))
    case (.rogue(.hsm), .hsm(hsms.count, let identity, let key)):
      enter(HSM(isGenuine: false, member: Member(identity: try decoded(identity), agreementKey: try decoded(key))))
    case (.newHost, .host(hosts.count, let bytes)): enter(Host(part: .honest, identity: try decoded(bytes)))
    case (.newCorruptHost, .host(hosts.count, let bytes)): enter(Host(part: .corrupt, identity: try decoded(bytes)))
    case (.rogue(.host), .host(hosts.count, let bytes)): enter(Host(part: .rogue, identity: try decoded(bytes)))
    default: throw .impossibleMove
    }
  }

  private func decoded<Value: WireValue>(_ bytes: Bytes) throws(Forfeit) -> Value {
    guard let value = Value(bytes: bytes.array) else { throw .impossibleMove }
    return value
  }

  /// Whether all that a trust lists is genuine in its role, with the agreement keys that belong to it: what the registry says of
  /// a trust that is written down. Of two entries for one HSM the first counts.
  func isGenuine(_ lists: Lists) -> Bool {
    lists.operators.allSatisfy { identity in operators.contains { $0.part != .rogue && $0.identity == identity } }
      && lists.hosts.allSatisfy { identity in hosts.contains { $0.part != .rogue && $0.identity == identity } }
      && lists.hsms.enumerated().allSatisfy { index, entry in
        lists.hsms[..<index].contains { $0.identity == entry.identity }
          || hsms.last { $0.isGenuine && $0.member.identity == entry.identity }?.member == entry
      }
  }
}

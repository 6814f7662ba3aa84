import GameKit
import Primitives

/// The global set-ups of the ideal world, which no simulator runs: the registry of genuine entities, and the quorum invariant.
///
/// An entity is genuine or the adversary's own from its making on. Any n genuine operators include an honest one, because n − 1
/// dishonest ones are made at most.
struct GlobalSetUp {
  /// The global n.
  let quorum: Int
  private var dishonest = 0
  private var operators: [Entity] = []
  private var hsms: [HSM] = []
  private var hosts: [Host] = []

  struct Host {
    enum Part { case honest, corrupt, rogue }
    let part: Part
    let identity: Bytes
  }

  private struct Entity: Hashable {
    let isGenuine: Bool
    let identity: Bytes
  }

  private struct HSM {
    let entity: Entity
    let agreementKey: Bytes
  }

  /// - Parameter quorum: the global n.
  init(quorum: Int) { self.quorum = quorum }

  mutating func restart() {
    dishonest = 0
    operators.removeAll(keepingCapacity: true)
    hsms.removeAll(keepingCapacity: true)
    hosts.removeAll(keepingCapacity: true)
  }

  /// An entity is made, with the next number of its kind.
  /// - Throws: if it cannot be.
  mutating func note(_ query: KeySecrecyQuery, _ answer: KeySecrecyAnswer) throws(Forfeit) {
    switch (query, answer) {
    case (.newOperator(let isHonest), .operator(let number, let identity)):
      if !isHonest { dishonest += 1 }
      guard dishonest < max(1, quorum) else { throw .impossibleMove }
      try Self.enter(Entity(isGenuine: true, identity: identity), as: number, in: &operators)
    case (.rogue(.operator), .operator(let number, let identity)):
      try Self.enter(Entity(isGenuine: false, identity: identity), as: number, in: &operators)
    case (.sharedOperator(let hsm), .operator(let number, let identity)):
      try Self.enter(Entity(isGenuine: isGenuine(hsm: hsm), identity: identity), as: number, in: &operators)
    case (.newHSM, .hsm(let number, let identity, let key)):
      try Self.enter(HSM(entity: Entity(isGenuine: true, identity: identity), agreementKey: key), as: number, in: &hsms)
    case (.rogue(.hsm), .hsm(let number, let identity, let key)):
      try Self.enter(HSM(entity: Entity(isGenuine: false, identity: identity), agreementKey: key), as: number, in: &hsms)
    case (.newHost, .host(let number, let identity)):
      try Self.enter(Host(part: .honest, identity: identity), as: number, in: &hosts)
    case (.newCorruptHost, .host(let number, let identity)):
      try Self.enter(Host(part: .corrupt, identity: identity), as: number, in: &hosts)
    case (.rogue(.host), .host(let number, let identity)):
      try Self.enter(Host(part: .rogue, identity: identity), as: number, in: &hosts)
    default: throw .impossibleMove
    }
  }

  private static func enter<Part>(_ part: Part, as number: Int, in parts: inout [Part]) throws(Forfeit) {
    guard number == parts.count else { throw .impossibleMove }
    parts.append(part)
  }

  // MARK: The registry

  /// Nil if there is none of this number.
  func host(_ number: Int) -> Host? { hosts.indices.contains(number) ? hosts[number] : nil }
  func isGenuine(hsm number: Int) -> Bool { hsms.indices.contains(number) && hsms[number].entity.isGenuine }

  /// What a trust lists, by identities and agreement keys; empty for what nobody has.
  struct Lists {
    var operators: [Bytes] = []
    var hsms: [(identity: Bytes, agreementKey: Bytes)] = []
    var hosts: [Bytes] = []
  }

  func lists(of sketch: TrustSketch) -> Lists {
    var lists = Lists(
      operators: sketch.operators.map { identity(.operator($0)) },
      hsms: sketch.hsms.map { (identity(.hsm($0.identity)), agreementKey(.hsm($0.agreement))) },
      hosts: sketch.hosts.map { identity(.host($0)) })
    for other in sketch.others {
      switch other {
      case .operator(let reference): lists.operators.append(identity(reference))
      case .hsm(let reference, let key): lists.hsms.append((identity(reference), agreementKey(key)))
      case .host(let reference): lists.hosts.append(identity(reference))
      }
    }
    return lists
  }

  private func identity(_ reference: IdentityReference) -> Bytes {
    switch reference {
    case .operator(let number) where operators.indices.contains(number): operators[number].identity
    case .hsm(let number) where hsms.indices.contains(number): hsms[number].entity.identity
    case .host(let number) where hosts.indices.contains(number): hosts[number].identity
    case .bytes(let bytes): bytes
    case .operator, .hsm, .host: Bytes([])
    }
  }

  private func agreementKey(_ reference: AgreementReference) -> Bytes {
    switch reference {
    case .hsm(let number): hsms.indices.contains(number) ? hsms[number].agreementKey : Bytes([])
    case .bytes(let bytes): bytes
    }
  }

  /// Whether all that a trust lists is genuine in its role, with the agreement keys that belong to it. Of two entries for one HSM
  /// the first counts.
  func isGenuine(_ lists: Lists) -> Bool {
    lists.operators.allSatisfy { operators.contains(Entity(isGenuine: true, identity: $0)) }
      && lists.hosts.allSatisfy { identity in hosts.contains { $0.part != .rogue && $0.identity == identity } }
      && lists.hsms.enumerated().allSatisfy { index, entry in
        lists.hsms[..<index].contains { $0.identity == entry.identity }
          || hsms.contains {
            $0.entity == Entity(isGenuine: true, identity: entry.identity) && $0.agreementKey == entry.agreementKey
          }
      }
  }
}

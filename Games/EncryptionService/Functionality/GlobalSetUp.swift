import GameKit
import Primitives

/// The global set-ups of the ideal world, which no simulator runs: the registry of genuine entities, and the quorum invariant.
///
/// An entity is known by its number, and from its making on as genuine or the adversary's own. Any n genuine operators include an
/// honest one, because n − 1 dishonest ones are made at most.
struct GlobalSetUp {
  /// The global n.
  let quorum: Int
  private var dishonest = 0
  private var operators: [Bool] = []
  private var hsms: [HSMPart] = []
  private var hosts: [HostPart] = []

  enum HostPart { case honest, corrupt, rogue }

  private struct HSMPart {
    let isGenuine: Bool
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
    case (.newOperator(let isHonest), .operator(let number, identity: _)):
      if !isHonest { dishonest += 1 }
      guard dishonest < max(1, quorum) else { throw .impossibleMove }
      try Self.enter(true, as: number, in: &operators)
    case (.rogue(.operator), .operator(let number, identity: _)): try Self.enter(false, as: number, in: &operators)
    case (.newHSM, .hsm(let number, identity: _, let key)):
      try Self.enter(HSMPart(isGenuine: true, agreementKey: key), as: number, in: &hsms)
    case (.rogue(.hsm), .hsm(let number, identity: _, let key)):
      try Self.enter(HSMPart(isGenuine: false, agreementKey: key), as: number, in: &hsms)
    case (.newHost, .host(let number, identity: _)): try Self.enter(.honest, as: number, in: &hosts)
    case (.newCorruptHost, .host(let number, identity: _)): try Self.enter(.corrupt, as: number, in: &hosts)
    case (.rogue(.host), .host(let number, identity: _)): try Self.enter(.rogue, as: number, in: &hosts)
    default: throw .impossibleMove
    }
  }

  private static func enter<Part>(_ part: Part, as number: Int, in parts: inout [Part]) throws(Forfeit) {
    guard number == parts.count else { throw .impossibleMove }
    parts.append(part)
  }

  // MARK: The registry

  /// Nil if there is none of this number.
  func host(_ number: Int) -> HostPart? { hosts.indices.contains(number) ? hosts[number] : nil }
  func isGenuine(hsm number: Int) -> Bool { hsms.indices.contains(number) && hsms[number].isGenuine }

  /// Whether all that a trust lists is genuine, with the agreement keys that belong to it. Of two entries for one HSM the first
  /// counts.
  func isGenuine(_ sketch: TrustSketch) -> Bool {
    sketch.operators.allSatisfy { operators.indices.contains($0) && operators[$0] }
      && sketch.hosts.allSatisfy { host($0).map { $0 != .rogue } ?? false }
      && sketch.hsms.enumerated().allSatisfy { index, entry in
        sketch.hsms[..<index].contains { $0.identity == entry.identity }
          || isGenuine(hsm: entry.identity) && hsms.indices.contains(entry.agreement)
            && hsms[entry.agreement].agreementKey == hsms[entry.identity].agreementKey
      }
  }
}

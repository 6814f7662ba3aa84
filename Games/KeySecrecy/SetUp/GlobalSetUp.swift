import DomainManagement
import GameKit
import Primitives

/// The global set-ups, beside which the real world and the ideal one stand alike: the registry of genuine entities, and the
/// quorum invariant. Nobody who runs the protocol, or simulates it, runs them.
///
/// An entity is genuine or the adversary's own from its making on. Any n genuine operators include an honest one, because n − 1
/// dishonest ones are made at most. The registry is for honest operators; numbers, identities and agreement keys are public.
struct GlobalSetUp<S: DomainSuite> {
  /// The global n.
  let quorum: Int
  /// Without the assumption any number of genuine operators may be dishonest: outside the theorem.
  let keepsQuorumAssumption: Bool

  /// What operators alone can read.
  private(set) var registry = Registry<S>()
  private(set) var operators: [Operator] = []
  private(set) var hsms: [HSM] = []
  private(set) var hosts: [Host] = []
  private var dishonest = 0

  struct Operator: Hashable {
    enum Part { case honest, dishonest, rogue }
    let part: Part
    let identity: S.Identity
  }

  struct HSM: Hashable {
    let isGenuine: Bool
    let member: Member<S>
  }

  struct Host: Hashable {
    enum Part { case honest, corrupt, rogue }
    let part: Part
    let identity: S.Identity
  }

  /// - Parameter quorum: the global n.
  init(quorum: Int, keepsQuorumAssumption: Bool = true) {
    (self.quorum, self.keepsQuorumAssumption) = (quorum, keepsQuorumAssumption)
  }

  mutating func restart() {
    registry = Registry()
    operators.removeAll(keepingCapacity: true)
    hsms.removeAll(keepingCapacity: true)
    hosts.removeAll(keepingCapacity: true)
    dishonest = 0
  }

  /// Whether there may be another dishonest operator.
  var admitsDishonest: Bool { !keepsQuorumAssumption || dishonest + 1 < quorum }

  // MARK: Entities, each with the next number of its kind

  mutating func enter(_ maker: Operator) {
    if maker.part == .dishonest { dishonest += 1 }
    if maker.part != .rogue { registry.register(operator: maker.identity) }
    operators.append(maker)
  }

  mutating func enter(_ hsm: HSM) {
    if hsm.isGenuine { registry.register(hsm: hsm.member) }
    hsms.append(hsm)
  }

  mutating func enter(_ host: Host) {
    if host.part != .rogue { registry.register(host: host.identity) }
    hosts.append(host)
  }

  /// The part that an operator with an HSM's identity has; nil if there is no such HSM. Honest, as whoever signs for an HSM signs
  /// tokens in its name.
  func partOfOperator(sharing hsm: Int) -> Operator.Part? {
    guard hsms.indices.contains(hsm) else { return nil }
    return hsms[hsm].isGenuine ? .honest : .rogue
  }
}

extension GlobalSetUp: Equatable {
  /// The registry is made of the rest.
  static func == (a: GlobalSetUp, b: GlobalSetUp) -> Bool {
    a.operators == b.operators && a.hsms == b.hsms && a.hosts == b.hosts && a.quorum == b.quorum
      && a.keepsQuorumAssumption == b.keepsQuorumAssumption
  }
}

extension KeySecrecyAnswer {
  /// The set-up makes no nth dishonest operator.
  static let againstQuorumAssumption = Self.refused("the quorum assumption")
}

internal import DomainManagement
internal import Explorer
internal import Policy
public import PolicySearch
public import Primitives
public import Records
internal import Scenarios

/// Hands a counterexample to the explorer: whether it can be brought about from the start, and how it plays.
public struct Pursuer: Sendable {
  public var policy: PolicySelection
  public var suite = SuiteName.kms
  /// Where the assumption is not made, as many operators are dishonest as the quorum takes.
  public var isQuorumAssumed = true

  public init(_ policy: PolicySelection) { self.policy = policy }

  /// In the scopes of the matrix, those first in which the operation occurs, until something falls.
  public func pursue(_ record: ProofRecord, shouldStop: @escaping () -> Bool = { false }) throws(Exploration.Failure)
    -> ProofRecord.Pursuit
  {
    let (own, refuted) = (record.counterexampleProperty, record.refuted.compactMap(\.property))
    var searched: [String] = []
    for scope in scopes(record.counterexample?.operation) {
      var exploration = Exploration(scope: scope, policy: policy)
      (exploration.isForAll, exploration.replaySuite) = (true, suite)
      let found = try exploration.run { _ in shouldStop() }
      searched.append(scope.words)
      guard !found.attacks.isEmpty else { continue }
      // What falls first may be more than what the counterexample is about.
      let attack =
        found.attacks.first { $0.property == own } ?? found.attacks.first { refuted.contains($0.property) } ?? found.attacks[0]
      return .init(
        scopes: searched, broken: found.attacks.map(\.property), attack: attack.replay, scenario: attack.scenario,
        isReached: attack.property == own)
    }
    return .init(scopes: searched, broken: [], attack: nil, scenario: nil)
  }

  private func scopes(_ operation: String?) -> [ExplorationScope] {
    var transparent = Matrix.smallScope
    transparent.transparentWrap = true
    let all = [Matrix.smallScope, transparent, Matrix.rotationScope, Matrix.roleScope, Matrix.customerKeyScope]
    let scopes = operation == "rotate" ? [all[2], all[3], all[4], all[0], all[1]] : all
    if isQuorumAssumed { return scopes }
    return scopes.map { scope in
      var fallen = scope
      (fallen.operators, fallen.dishonest) = (max(3, scope.operators), max(2, scope.dishonest))
      return fallen
    }
  }
}

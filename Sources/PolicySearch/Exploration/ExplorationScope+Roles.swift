import Quorums
import Records

extension ExplorationScope {
  /// The roles that operators have, each once, in the order of the operators.
  var roleNames: [String] { roles.enumerated().filter { !roles[..<$0.offset].contains($0.element) }.map(\.element) }

  /// What a trust can have as its quorum. Where it goes by role: no signer or one, what is assumed, and the same but for one
  /// command, for which one signer is enough.
  var quorums: [QuorumRules] {
    guard quorum.number == nil else { return (0...max(0, operators)).map { QuorumRules($0) } }
    let lowered = QuorumCommand.allCases.map { lowered in
      QuorumRules(
        Dictionary(
          uniqueKeysWithValues: QuorumCommand.allCases.map {
            ($0, $0 == lowered ? [QuorumRule(anybody: 1)] : quorum.rules(for: $0))
          }))
    }
    return [0, 1, quorum] + lowered
  }
}

/// What an adversary works with: the quantities in which concrete security is stated.
public enum Resource: String, CaseIterable, Codable, Sendable {
  /// Of whatever kind: each query is one.
  case queries
  /// Attempts at something that is checked: a signature, a tag, a symmetric key.
  case verifications
  /// Keys that are generated, whoever's they are.
  case keys
  /// Of a search for a discrete logarithm.
  case groupOperations = "group operations"
  /// Of the hash function, and of the key derivation.
  case hashEvaluations = "hash evaluations"
}

/// What a quorum of operators authorises, by the names that scenarios have for it.
public enum QuorumCommand: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
  /// To found a domain.
  case found
  /// To put a successor in the place of a trust.
  case update
  /// To retire a domain key and to draw another one.
  case rotateKey = "rotate-key"
}

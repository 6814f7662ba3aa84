/// What must be *possible*: a search that never saw these says nothing by finding nothing.
public enum Milestone: String, Codable, CaseIterable, Hashable, Sendable {
  case founded
  case keyAdded = "key-added"
  case updated
  case hostAdvanced = "host-advanced"
  case decrypted
  case rotated
  case customerKeyWrapped = "customer-key-wrapped"

  public var words: String {
    switch self {
    case .founded: "an honest domain is founded"
    case .keyAdded: "a key is added in an honest domain"
    case .updated: "an honest domain moves to a successor"
    case .hostAdvanced: "a host moves to a successor"
    case .decrypted: "a host decrypts what it encrypted"
    case .rotated: "a key is rotated in an honest domain"
    case .customerKeyWrapped: "a host has a customer key wrapped in an honest domain"
    }
  }
}

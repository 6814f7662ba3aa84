import DomainManagement

/// In one lineage of tokens a handle keeps its key.
struct HandleKeepsKey: Invariant {
  let name = "handle-keeps-key"
  let words = "in one lineage a handle keeps its key"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    guard case .handleRebound(let handle) = event else { return nil }
    return "the handle `\(handle)` has another key than before"
  }
}

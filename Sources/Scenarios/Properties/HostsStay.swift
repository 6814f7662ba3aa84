import DomainManagement

/// A host of an honest domain stays in it.
struct HostsStay: Invariant {
  let name = "hosts-stay"
  let words = "hosts of honest domains stay in them"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    switch event {
    case .hostReset(let trust, let root) where trust != root: "a host of an honest domain was given another founding trust"
    case .hostMoved(let trust, let domain) where trust.domain != domain:
      "a host of an honest domain installed a trust of another domain"
    default: nil
    }
  }
}

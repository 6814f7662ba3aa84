import DomainManagement

/// No trust in force in an honest domain lists an entity, or a pair of keys, that is not genuine.
struct GenuineMembers: Invariant {
  let name = "genuine-members"
  let words = "no trust in force in an honest domain lists an entity that is not genuine"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    guard case .entered(let trust, _, _) = event, let objection = setting.registry.objection(to: trust) else { return nil }
    let listed =
      switch objection {
      case .operator(let index): "the operator \(Decision.name(trust.operators[index]))"
      case .hsm(let index): "the HSM \(Decision.name(trust.hsms[index].identity))"
      case .host(let index): "the host \(Decision.name(trust.hosts[index]))"
      case .agreementKey(let index):
        "\(Decision.name(trust.hsms[index].identity)) with another agreement key than its own"
      case .role(let index): "\(Decision.name(trust.operators[index])) with another role than its own"
      }
    return "a trust in force lists \(listed)"
  }
}

import DomainManagement

/// What a host of an honest domain encrypts stays unknown to the adversary.
struct DataSecret: Invariant {
  let name = "data-secret"
  let words = "what hosts of honest domains encrypt stays unknown to the adversary"

  func objection<S>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String? {
    switch event {
    case .dataExposed(.keyKnown): "the adversary knows the key under which a host encrypted"
    case .dataExposed(.decrypted): "an HSM decrypted a user's message for a rogue host"
    default: nil
    }
  }
}

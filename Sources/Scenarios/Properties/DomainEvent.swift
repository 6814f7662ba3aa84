public import DomainManagement

/// Something that came about in an honest domain: one whose founding trust lists genuine entities only and has at least the
/// global quorum.
public enum DomainEvent<S: DomainSuite>: Sendable {
  /// Whether an honest operator signed a trust that came into force.
  public enum Consent: Sendable {
    case given
    case missing
    /// It was signed as successor of another trust.
    case elsewhere
  }

  public enum DataExposure: Sendable {
    /// The adversary knows the key that it was encrypted under.
    case keyKnown
    /// An HSM decrypted it for a host of the adversary.
    case decrypted
  }

  /// A trust came into force after another one, or as founding trust.
  case entered(Trust<S>, after: Trust<S>?, consent: Consent)
  /// A genuine HSM gave out a token under a trust in force.
  case issued(Token<S>)
  /// The adversary knows a key that is in use.
  case keyExposed
  /// The adversary knows, or can read, what a host encrypted.
  case dataExposed(DataExposure)
  /// A genuine HSM put another key under a handle that was taken.
  case handleRebound(Handle)
  /// A host was given a founding trust over the one that it had.
  case hostReset(to: Trust<S>, from: Trust<S>)
  /// A host of the domain with this name installed a successor.
  case hostMoved(to: Trust<S>, domain: S.Digest)
  /// An HSM encrypted or decrypted for a host with a token of `trust`, where `current` was the host's.
  case served(by: Member<S>, under: Trust<S>, current: Trust<S>)
  /// A genuine HSM rotated the key under a handle, and lost so many keys that should only be deactivated. The consent is to
  /// retiring the version that was active; it is elsewhere if it was to another one.
  case rotated(Handle, consent: Consent, lost: Int)
  /// A host encrypted, or had a customer key wrapped, under a key in this state, or was served at all with one that is dropped.
  case servedRetired(KeyState)
  /// An HSM gave a customer key out in clear.
  case customerKeyReleased
}

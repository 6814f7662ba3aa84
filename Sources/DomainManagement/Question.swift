public import DomainKeys

/// What the protocol asks its policy before it acts: the named commands of `docs/model.md`, section 1.4. The protocol itself
/// knows no rule.
public enum Question<S: DomainSuite> {
  /// An honest operator is to sign `trust`.
  case authorise(Trust<S>, registry: Registry<S>, globalQuorum: QuorumRules)
  /// An HSM is to found a domain.
  case found(Link<S>, by: Member<S>)
  /// A token is presented to an HSM, or to a host (`by` is nil), which cannot open it.
  case use(Token<S>, by: Member<S>?)
  /// A key is to be added under `handle` to a token that has `taken`.
  case addKey(Handle, taken: [Handle])
  /// An HSM is to move the keys of `trust` along `path`, whose last trust is the new one.
  case succeed(Trust<S>, path: [Link<S>])
  /// An HSM is to wrap keys under `trust` for `recipients`, ascending.
  case wrap(Trust<S>, recipients: [S.AgreementKey])
  /// `message` is to leave an HSM that holds `keys`.
  case release(Outgoing)
  /// A host asks an HSM for a service on a token of `trust`.
  case serve(Trust<S>, requester: S.Identity)
  /// A host is to install a founding trust.
  case install(Trust<S>, over: Trust<S>?)
  /// A host is to move from its installed trust along `path`.
  case advance(Trust<S>, path: [Link<S>])
  /// A host with the installed trust `current` is to use a token.
  case present(Token<S>, current: Trust<S>)
  /// An HSM is to make another key the active one.
  // Seldom asked, and large: a question is copied by every rule that reads it.
  indirect case rotate(Rotation<S>)
  /// A host asks for what takes a key in this state. Of users' data it is asked only where a key was rotated, or a version of it
  /// is asked for, or they are to pass for a customer key.
  case useKey(KeyState, for: KeyUse)

  /// Bytes that are about to leave an HSM, and whether any key it holds stands in them.
  public struct Outgoing {
    public let message: [UInt8]
    let keys: [DomainKey]

    package init(message: [UInt8], keys: [DomainKey]) { (self.message, self.keys) = (message, keys) }

    /// The run-time watch: does `message` contain a domain key's bytes?
    public var containsKey: Bool { keys.occur(in: message) }
    /// How many keys it holds, and whether one of them stands in the bytes.
    package var keyCount: Int { keys.count }
    package func containsKey(_ index: Int) -> Bool { [keys[index]].occur(in: message) }
  }
}

extension Question {
  public var kind: QuestionKind {
    switch self {
    case .authorise: .authorise
    case .found: .found
    case .use: .use
    case .addKey: .addKey
    case .succeed: .succeed
    case .wrap: .wrap
    case .release: .release
    case .serve: .serve
    case .install: .install
    case .advance: .advance
    case .present: .present
    case .rotate: .rotate
    case .useKey: .useKey
    }
  }
}

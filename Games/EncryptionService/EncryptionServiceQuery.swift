public import GameKit
public import Primitives
public import Records

/// What may be asked of the encryption service (docs/model.md, sections 1.5 and 3.7): by the users, and by the adversary. Each
/// has an interface of its own; a distinguisher in universal composability is one of each, who may talk to each other.
public enum EncryptionServiceQuery: GameQuery {
  case environment(UserQuery)
  case adversary(AttackQuery)

  public enum Kind: Int, QueryKind {
    // Those of the game of key secrecy, but for its challenge.
    case operators, hsms, hosts, own, trusts, operatorForgeries, hsmForgeries, openings, network, keys
    case encryptions, decryptions

    /// The kind of the game of key secrecy that is charged to this one; nil for what users alone ask.
    public var underlying: KeySecrecyQuery.Kind? { KeySecrecyQuery.Kind.allCases.first { Self($0) == self } }

    public var symbol: String { underlying?.symbol ?? (self == .encryptions ? "q_enc" : "q_dec") }

    public var resource: Resource? { underlying?.resource ?? (self == .decryptions ? .verifications : nil) }
  }

  public var kind: Kind {
    switch self {
    case .environment(let query): query.kind
    case .adversary(let query): query.kind
    }
  }

  public var description: String {
    switch self {
    case .environment(let query): query.description
    case .adversary(let query): query.description
    }
  }

  public static func new(_ request: KeyRequest) -> Self { .environment(.new(request)) }
  public static func encrypt(_ request: KeyRequest, _ message: Bytes, data: Bytes) -> Self {
    .environment(.encrypt(request, message, data: data))
  }
  public static func decrypt(_ request: KeyRequest, _ ciphertext: Bytes, data: Bytes) -> Self {
    .environment(.decrypt(request, ciphertext, data: data))
  }
  public static func network(_ query: KeySecrecyQuery) -> Self { .adversary(.network(query)) }
  public static func seal(key: Bytes, _ message: Bytes, data: Bytes) -> Self { .adversary(.seal(key: key, message, data: data)) }
  public static func open(key: Bytes, _ ciphertext: Bytes, data: Bytes) -> Self {
    .adversary(.open(key: key, ciphertext, data: data))
  }
}

extension KeySecrecyQuery {
  /// Whether it is about the challenge of the game of key secrecy, and so is no query of the service.
  var isChallenge: Bool { kind == .challenge }
}

extension EncryptionServiceQuery.Kind {
  /// What a query of the network is charged to. Its challenge is no query of the service, and is refused.
  public init(_ kind: KeySecrecyQuery.Kind) {
    self =
      switch kind {
      case .operators: .operators
      case .hsms: .hsms
      case .hosts: .hosts
      case .own: .own
      case .trusts: .trusts
      case .operatorForgeries: .operatorForgeries
      case .hsmForgeries: .hsmForgeries
      case .openings: .openings
      case .keys: .keys
      case .network, .challenge: .network
      }
  }
}

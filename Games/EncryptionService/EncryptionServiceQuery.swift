public import GameKit
public import Primitives

/// What may be asked of the encryption service (docs/model.md, sections 1.5 and 3.7), by the two parts of a distinguisher in
/// universal composability.
///
/// The **environment** is the users: `new`, `encrypt`, `decrypt`, at a host of their choice. The host is `KeyRequest.host`; at a
/// corrupt host it is the adversary who asks. That a token and an HSM are named in a user's request is the adversary's part of
/// it: tokens are stored and HSMs are chosen where it likes. **[ours]** The **adversary** has the network, `network`, with the
/// set-up of entities; and computes, `seal` and `open`, with keys that it knows.
public enum EncryptionServiceQuery: GameQuery {
  // The environment.
  /// Add a key under a handle: `New(hdl)`. The answer is a token, because the adversary stores them.
  case new(KeyRequest)
  /// `Enc(hdl, msg, ad)`.
  case encrypt(KeyRequest, Bytes, data: Bytes)
  /// `Dec(hdl, cph, ad)`.
  case decrypt(KeyRequest, Bytes, data: Bytes)

  // The adversary.
  /// Everything that the game of key secrecy answers, but not its challenge: no key is given out.
  case network(KeySecrecyQuery)
  /// Encryption and decryption under a key that the adversary knows or guesses.
  case seal(key: Bytes, Bytes, data: Bytes)
  case open(key: Bytes, Bytes, data: Bytes)

  public enum Kind: Int, QueryKind {
    // Those of the game of key secrecy, but for its challenge.
    case operators, hsms, hosts, own, trusts, operatorForgeries, hsmForgeries, openings, network, keys
    case encryptions, decryptions

    /// The kind of the game of key secrecy that is charged to this one; nil for what users alone ask.
    public var underlying: KeySecrecyQuery.Kind? { KeySecrecyQuery.Kind.allCases.first { Self($0) == self } }

    public var symbol: String { underlying?.symbol ?? (self == .encryptions ? "q_enc" : "q_dec") }
  }

  public var kind: Kind {
    switch self {
    case .new: .keys
    case .encrypt: .encryptions
    case .decrypt: .decryptions
    case .seal: .network
    case .open: .openings
    case .network(let query): Kind(query.kind)
    }
  }

  public var description: String {
    switch self {
    case .new(let request): "new(\(request))"
    case .encrypt(let request, let message, let data): "encrypt(\(request), \(message), data: \(data))"
    case .decrypt(let request, let ciphertext, let data): "decrypt(\(request), \(ciphertext), data: \(data))"
    case .network(let query): "\(query)"
    case .seal(let key, let message, let data): "seal(key \(key), \(message), data: \(data))"
    case .open(let key, let ciphertext, let data): "open(key \(key), \(ciphertext), data: \(data))"
    }
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

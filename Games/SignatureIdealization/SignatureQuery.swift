public import GameKit
public import Primitives
public import Records

/// What may be asked of a signature service, in every game of this folder.
public enum SignatureQuery<S: SignatureScheme>: GameQuery {
  /// Generate a key pair and register it; after a key collision the first signing key stays.
  case keygen
  /// Sign under a registered key.
  case sign(S.VerificationKey, S.Text)
  /// Verify under any key.
  case verify(S.VerificationKey, S.Text, S.Signature)
  /// The registered keys, in the order of their generation.
  case publicKeys
  /// Generate a key pair of the adversary's own. In a calibrated suite every algorithm is an oracle, so that this work is
  /// counted too. **[ours]**
  case rogueKeygen
  /// Sign under a key pair of the adversary's own. **[ours]**
  case rogueSign(S.VerificationKey, S.Text)
  /// Verify under a key that is not registered: anybody's own computation, and no attempt to forge. **[ours]** Not without limit
  /// where keys are few: what is found under every key that there may be is a forgery under the one that is generated later.
  case rogueVerify(S.VerificationKey, S.Text, S.Signature)

  public enum Kind: Int, QueryKind {
    case keygen, sign, verify, publicKeys, rogueKeygen, rogueSign, rogueVerify

    public var symbol: String {
      switch self {
      case .keygen: "q_gen"
      case .sign: "q_sig"
      case .verify: "q_ver"
      case .publicKeys: "q_keys"
      case .rogueKeygen: "q_own"
      case .rogueSign: "q_own_sig"
      case .rogueVerify: "q_own_ver"
      }
    }

    public var resource: Resource? {
      switch self {
      case .keygen, .rogueKeygen: .keys
      case .verify: .verifications
      case .sign, .publicKeys, .rogueSign, .rogueVerify: nil
      }
    }
  }

  @inlinable
  public var kind: Kind {
    switch self {
    case .keygen: .keygen
    case .sign: .sign
    case .verify: .verify
    case .publicKeys: .publicKeys
    case .rogueKeygen: .rogueKeygen
    case .rogueSign: .rogueSign
    case .rogueVerify: .rogueVerify
    }
  }

  public var description: String {
    switch self {
    case .keygen: "keygen()"
    case .sign(let key, let message): "sign(\(key), \(message))"
    case .verify(let key, let message, let signature): "verify(\(key), \(message), \(signature))"
    case .publicKeys: "publicKeys()"
    case .rogueKeygen: "rogueKeygen()"
    case .rogueSign(let key, let message): "rogueSign(\(key), \(message))"
    case .rogueVerify(let key, let message, let signature): "rogueVerify(\(key), \(message), \(signature))"
    }
  }
}

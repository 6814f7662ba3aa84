public import GameKit
public import Primitives

/// The environment's interface: what users ask at a host of their choice.
///
/// The host is `KeyRequest.host`; at a corrupt host it is the adversary who asks. That a token and an HSM are named in a user's
/// request is the adversary's part of it: tokens are stored and HSMs are chosen where it likes. **[ours]**
public enum UserQuery: GameQuery {
  /// Add a key under a handle: `New(hdl)`. The answer is a token, because the adversary stores them.
  case new(KeyRequest)
  /// `Enc(hdl, msg, ad)`.
  case encrypt(KeyRequest, Bytes, data: Bytes)
  /// `Dec(hdl, cph, ad)`.
  case decrypt(KeyRequest, Bytes, data: Bytes)

  public var kind: EncryptionServiceQuery.Kind {
    switch self {
    case .new: .keys
    case .encrypt: .encryptions
    case .decrypt: .decryptions
    }
  }

  public var request: KeyRequest {
    switch self {
    case .new(let request), .encrypt(let request, _, data: _), .decrypt(let request, _, data: _): request
    }
  }

  public var description: String {
    switch self {
    case .new(let request): "new(\(request))"
    case .encrypt(let request, let message, let data): "encrypt(\(request), \(message), data: \(data))"
    case .decrypt(let request, let ciphertext, let data): "decrypt(\(request), \(ciphertext), data: \(data))"
    }
  }
}

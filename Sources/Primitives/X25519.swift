import CLibcrypto
public import Coins

/// X25519 (RFC 7748): keys and shared secrets of 32 bytes; an all-zero secret is refused (section 6.1).
///
/// As the RFC demands, every 32 bytes are a public key, also those that encode a coordinate twice. Several keys therefore give
/// one secret, and a key derived from the secret alone does not determine X: see `KeyDerivation`.
public struct X25519: KeyAgreement {
  public init() {}

  /// The secret scalar with its public key, computed once; `generateKey` makes one.
  ///
  /// `@unchecked Sendable`: the only stored state is a constant pointer to an `EVP_PKEY` that nobody changes after `init`;
  /// libcrypto lets threads share such a key.
  public final class SecretKey: @unchecked Sendable {
    let pointer: OpaquePointer

    init(scalar: [UInt8]) {
      pointer = checked(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nil, scalar, scalar.count))
    }

    deinit { EVP_PKEY_free(pointer) }
  }

  public func generateKey(for label: Label, coins: Coins) -> (secret: SecretKey, public: Bytes) {
    key(scalar: coins.bytes(32, for: label))
  }

  /// The key pair of a secret scalar of 32 bytes: for published vectors.
  package func key(scalar: [UInt8]) -> (secret: SecretKey, public: Bytes) {
    let key = SecretKey(scalar: scalar)
    return (key, Bytes(rawPublicKey(key.pointer)))
  }

  public func agree(_ secret: SecretKey, with key: Bytes) -> Agreement<Bytes> {
    guard key.array.count == 32 else { return .refused(.malformedKey) }
    let peer = checked(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nil, key.array, 32))
    defer { EVP_PKEY_free(peer) }
    let context = checked(EVP_PKEY_CTX_new(secret.pointer, nil))
    defer { EVP_PKEY_CTX_free(context) }
    checked(EVP_PKEY_derive_init(context))
    checked(EVP_PKEY_derive_set_peer_ex(context, peer, 0))
    var isTrivial = false
    let shared = [UInt8](unsafeUninitializedCapacity: 32) { output, count in
      count = 32
      isTrivial = EVP_PKEY_derive(context, output.baseAddress, &count) != 1
      checked(isTrivial || count == 32)
      if isTrivial { count = 0 }
    }
    guard isTrivial else { return .agreed(Bytes(shared)) }
    // libcrypto refuses the all-zero secret itself, for which it has this one reason.
    checked(ERR_GET_REASON(ERR_peek_last_error()) == PROV_R_FAILED_DURING_DERIVATION)
    ERR_clear_error()
    return .refused(.trivialSecret)
  }
}

extension X25519 {
  /// The highest bit is ignored (RFC 7748, section 5).
  public func equivalent(to key: Bytes) -> Bytes? {
    guard key.array.count == 32 else { return nil }
    var other = key
    other.array[31] ^= 0x80
    return other
  }
}

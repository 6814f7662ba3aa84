public import Coins

/// SHA-256 and SHA-384 (FIPS 180-4).
public enum SHA2: HashFunction {
  case sha256, sha384

  public func digest(_ bytes: [UInt8], coins: Coins) -> Bytes { Bytes(digest(bytes)) }

  /// A byte for whether there is a parent, the parent, the data: all of fixed length.
  public func digest(_ data: Message, after parent: Bytes?, coins: Coins) -> Bytes {
    digest([parent == nil ? 0 : 1] + (parent?.array ?? []) + data.bytes, coins: coins)
  }

  public func digest(_ bytes: [UInt8]) -> [UInt8] { algorithm.digest(bytes) }

  var algorithm: DigestAlgorithm {
    switch self {
    case .sha256: .sha256
    case .sha384: .sha384
    }
  }

  var hmac: HMAC {
    switch self {
    case .sha256: .sha256
    case .sha384: .sha384
    }
  }
}

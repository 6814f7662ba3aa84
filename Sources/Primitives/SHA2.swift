public import Coins

/// SHA-256 and SHA-384 (FIPS 180-4).
public enum SHA2: HashFunction {
  case sha256, sha384

  public func digest(_ bytes: [UInt8], coins: Coins) -> Bytes { Bytes(digest(bytes)) }

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

@_spi(Cryptography) import DomainKeys

/// A key under another one.
extension DomainSuite {
  func seal(_ key: DomainKey, under other: DomainKey, associatedData: [UInt8], draw: UInt64) -> [UInt8]? {
    seal(key.secret, key: other, associatedData: associatedData, draw: draw)
  }

  func openKey(_ ciphertext: [UInt8], under other: DomainKey, associatedData: [UInt8]) -> DomainKey? {
    open(ciphertext, key: other, associatedData: associatedData).map { DomainKey($0) }
  }
}

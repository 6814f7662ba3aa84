internal import ArgumentParser
internal import Records

/// What `describe nonces` can be told.
struct NonceOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "With `nonces`: how often each key is used. (default: 136)") var usesPerSecond: Double?
  @Option(parsing: .unconditional, help: "With `nonces`: how many keys are used so often. (default: 1)") var keys: Int?
  @Option(parsing: .unconditional, help: "With `nonces`: how long a key serves: 12h, 1d, 90d, 1y.") var rotation: String?
  @Option(parsing: .unconditional, help: "With `nonces`: the bits of a nonce. (default: 96)") var nonceBits: Int?
  @Option(parsing: .unconditional, help: "With `nonces`: the random bits from which a key is derived. (default: 128)")
  var contextBits: Int?

  /// The first of them that was given.
  var given: String? {
    [
      ("uses-per-second", usesPerSecond != nil), ("keys", keys != nil), ("rotation", rotation != nil),
      ("nonce-bits", nonceBits != nil), ("context-bits", contextBits != nil),
    ].first { $0.1 }?.0
  }

  func record() throws -> NonceRecord {
    try Name.nonces(
      usesPerSecond: usesPerSecond, keys: keys, rotation: rotation, nonceBits: nonceBits, contextBits: contextBits)
  }
}

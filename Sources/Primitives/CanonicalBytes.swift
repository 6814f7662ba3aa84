/// A value with exactly one encoding: `init(bytes:)` accepts what `bytes` gives, and nothing else.
public protocol CanonicalBytes {
  var bytes: [UInt8] { get }
  init?(bytes: [UInt8])
}

/// A value with exactly one encoding: `init(bytes:)` accepts what `bytes` gives, and nothing else.
public protocol CanonicalBytes {
  var bytes: [UInt8] { get }
  init?(bytes: [UInt8])
  /// Adds `bytes` at the end; types that need not make an array for it do without.
  func append(to message: inout [UInt8])
}

extension CanonicalBytes {
  @inlinable
  public func append(to message: inout [UInt8]) { message.append(contentsOf: bytes) }
}

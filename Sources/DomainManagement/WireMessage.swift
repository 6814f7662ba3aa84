public import DomainKeys

/// What may cross the boundary of an HSM. Tokens, ciphertexts and users' messages conform; `DomainKey` and `KeyMap` must not.
public protocol WireMessage {
  /// The bytes that leave.
  var wire: [UInt8] { get }
}

@available(*, unavailable, message: "a domain key leaves an HSM wrapped or not at all")
extension DomainKey: WireMessage {
  public var wire: [UInt8] { [] }
}

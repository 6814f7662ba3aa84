/// What may cross the boundary of an HSM. Tokens, ciphertexts and users' messages conform; `DomainKey` and `KeyMap` must not.
public protocol WireMessage {
  /// The bytes that leave.
  var wire: [UInt8] { get }
}

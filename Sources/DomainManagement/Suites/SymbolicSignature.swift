import Primitives
public import Wire

/// A signature when cryptography is ideal: the signer's name and the message itself, or nothing at all.
public struct SymbolicSignature: WireValue {
  /// Nil in a signature that nobody made.
  let signer: SymbolicKey?
  /// Shared with whoever signed it: signing copies no bytes, and comparing with the message compares references first.
  let message: [UInt8]

  public var bytes: [UInt8] { (signer?.bytes ?? []) + message }

  init(signer: SymbolicKey?, message: [UInt8]) {
    self.signer = signer
    self.message = message
  }

  public init?(bytes: [UInt8]) { self.init(signer: bytes.first.map { SymbolicKey($0) }, message: Array(bytes.dropFirst())) }
}

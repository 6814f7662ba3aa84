import Primitives
public import Wire

/// A name: what a verification or agreement key is when cryptography is ideal.
public struct SymbolicKey: WireValue, Comparable {
  public let number: UInt8

  public init(_ number: UInt8) { self.number = number }

  public var bytes: [UInt8] { [number] }
  public func append(to message: inout [UInt8]) { message.append(number) }
  public init?(bytes: [UInt8]) {
    guard bytes.count == 1, let number = bytes.first else { return nil }
    self.number = number
  }

  public static func < (a: SymbolicKey, b: SymbolicKey) -> Bool { a.number < b.number }
}

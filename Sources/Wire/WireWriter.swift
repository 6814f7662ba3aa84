import Primitives

/// Appends the canonical encoding of one object: numbers in shortest LEB128 form, byte strings with their length before them.
///
/// Public only so that it can be specialised in other modules: nobody outside the package makes one.
public struct WireWriter {
  public private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 64) { bytes.reserveCapacity(capacity) }

  public mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  public mutating func number(_ number: Int) {
    var rest = UInt64(number)
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  public mutating func string(_ string: some Collection<UInt8>) {
    number(string.count)
    bytes.append(contentsOf: string)
  }

  public mutating func raw(_ raw: some Collection<UInt8>) { bytes.append(contentsOf: raw) }

  /// As a byte string. Most values are short: their length is one byte, filled in afterwards.
  public mutating func value(_ value: some WireValue) {
    let start = bytes.count
    bytes.append(0)
    value.append(to: &bytes)
    let length = bytes.count - start - 1
    if length < 0x80 {
      bytes[start] = UInt8(length)
    } else {
      var prefix = WireWriter(capacity: 8)
      prefix.number(length)
      bytes.replaceSubrange(start...start, with: prefix.bytes)
    }
  }

  public mutating func optional<V: WireValue>(_ value: V?) {
    byte(value == nil ? 0 : 1)
    if let value { self.value(value) }
  }
}

import Primitives

/// Reads canonical encodings, refusing every other form with the place at which it was found.
package struct WireReader {
  package let bytes: [UInt8]
  package private(set) var offset = 0
  private let root: StaticString
  /// The path of fields being read, for errors: it is spelt only if there is one.
  private var path: [Step] = []

  package enum Step {
    case field(StaticString), element(Int)
  }

  package init(_ bytes: [UInt8], root: StaticString) {
    self.bytes = bytes
    self.root = root
  }

  package func failure(_ reason: WireError.Reason, at place: Int? = nil) -> WireError {
    let steps = path.map { step in
      switch step {
      case .field(let name): ".\(name)"
      case .element(let index): "[\(index)]"
      }
    }
    return WireError(reason: reason, offset: place ?? offset, field: "\(root)" + steps.joined())
  }

  /// Runs `body` with `name` as the innermost field.
  package mutating func field<V>(_ name: StaticString, _ body: (inout WireReader) throws(WireError) -> V) throws(WireError) -> V {
    try step(.field(name), body)
  }

  private mutating func step<V>(_ step: Step, _ body: (inout WireReader) throws(WireError) -> V) throws(WireError) -> V {
    path.append(step)
    let value = try body(&self)
    path.removeLast()
    return value
  }

  package mutating func byte() throws(WireError) -> UInt8 {
    guard offset < bytes.count else { throw failure(.truncated) }
    offset += 1
    return bytes[offset - 1]
  }

  package mutating func flag() throws(WireError) -> Bool {
    let start = offset
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw failure(.badFlag, at: start)
    }
  }

  /// A number below 2³¹ in its shortest LEB128 form.
  package mutating func number() throws(WireError) -> Int {
    let start = offset
    var value: UInt64 = 0
    for index in 0..<5 {
      let next = try byte()
      value |= UInt64(next & 0x7f) << (7 * UInt64(index))
      guard next < 0x80 else { continue }
      guard index == 0 || next != 0 else { throw failure(.longNumber, at: start) }
      guard value < 1 << 31 else { throw failure(.hugeNumber, at: start) }
      return Int(value)
    }
    throw failure(.hugeNumber, at: start)
  }

  package mutating func raw(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
    guard count <= bytes.count - offset else { throw failure(.truncated) }
    offset += count
    return bytes[(offset - count)..<offset]
  }

  package mutating func string() throws(WireError) -> ArraySlice<UInt8> { try raw(try number()) }

  package mutating func value<V: WireValue>(_ type: V.Type = V.self) throws(WireError) -> V {
    let start = offset
    guard let value = V(bytes: Array(try string())) else { throw failure(.malformedValue, at: start) }
    return value
  }

  package mutating func optional<V: WireValue>(_ type: V.Type = V.self) throws(WireError) -> V? {
    try flag() ? try value() : nil
  }

  /// A counted list whose keys must strictly ascend, so that a set has one encoding.
  package mutating func ascending<V, K: Comparable>(
    key: (V) -> K, _ element: (inout WireReader) throws(WireError) -> V
  ) throws(WireError) -> [V] {
    let count = try number()
    // Every element takes at least one byte: a count beyond the bytes left is refused before anything is allocated.
    guard count <= bytes.count - offset else { throw failure(.truncated) }
    var values: [V] = []
    values.reserveCapacity(count)
    for index in 0..<count {
      let start = offset
      let next = try step(.element(index), element)
      if let last = values.last, key(last) >= key(next) { throw failure(.notAscending, at: start) }
      values.append(next)
    }
    return values
  }

  package func finish() throws(WireError) {
    guard offset == bytes.count else { throw failure(.trailingBytes) }
  }
}

import Primitives

/// Byte strings beside a good agreement key: what an implementation that does not look is hurt by. Each suite refuses most of
/// them, some when they are written down and some when they are used.
enum MalformedKeys {
  static let count = 7

  /// - Parameter key: a good one, for its length.
  static func key(_ index: Int, beside key: Bytes) -> Bytes {
    var bytes = key.array
    let length = bytes.count
    switch index % count {
    case 0: bytes = []
    case 1: bytes = bytes.dropLast()
    case 2: bytes.append(0)
    // Off the curve, or outside the subgroup, more often than not.
    case 3: if !bytes.isEmpty { bytes[length - 1] ^= 1 }
    // A coordinate, or an element, of small order; the point at infinity of SEC 1 is a single zero.
    case 4: bytes = [UInt8](repeating: 0, count: length)
    case 5: bytes = [UInt8](repeating: 0, count: max(0, length - 1)) + [1]
    default: bytes = [0]
    }
    return Bytes(bytes)
  }
}

import CLibcrypto

/// The sole owner of an `EC_POINT`.
struct CurvePoint: ~Copyable {
  let pointer: OpaquePointer
  let curve: Curve

  /// The point at infinity.
  init(on curve: Curve) {
    pointer = checked(EC_POINT_new(curve.group))
    self.curve = curve
  }

  /// The point that `bytes` encode in the uncompressed form of SEC 1, section 2.3.3; nil unless the coordinates are reduced and
  /// lie on the curve. The NIST curves have prime order, so every such point generates the whole group.
  init?(_ bytes: [UInt8], on curve: Curve) {
    self.init(on: curve)
    guard bytes.count == 1 + 2 * curve.length, bytes[0] == 4 else { return nil }
    guard accepted(EC_POINT_oct2point(curve.group, pointer, bytes, bytes.count, nil)) else { return nil }
  }

  deinit { EC_POINT_clear_free(pointer) }

  /// The uncompressed form of a point other than the one at infinity.
  var bytes: [UInt8] {
    let count = 1 + 2 * curve.length
    return [UInt8](unsafeUninitializedCapacity: count) { output, filled in
      checked(EC_POINT_point2oct(curve.group, pointer, POINT_CONVERSION_UNCOMPRESSED, output.baseAddress, count, nil) == count)
      filled = count
    }
  }

  /// The first coordinate, or nil at infinity.
  func x(_ scratch: borrowing Scratch) -> BigNumber? {
    guard EC_POINT_is_at_infinity(curve.group, pointer) == 0 else { return nil }
    let x = BigNumber()
    checked(EC_POINT_get_affine_coordinates(curve.group, pointer, x.pointer, nil, scratch.pointer))
    return x
  }
}

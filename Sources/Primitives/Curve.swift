import CLibcrypto
import Coins

/// A NIST curve over a prime field (FIPS 186-5, SP 800-186), with the hash function that ECDSA pairs with it by default.
///
/// `@unchecked Sendable`: all state is constant after `init`, and libcrypto takes the `EC_GROUP` and the numbers as `const`
/// wherever they are used.
public final class Curve: @unchecked Sendable {
  public static let p256 = Curve(NID_X9_62_prime256v1, length: 32, hash: .sha256)
  public static let p384 = Curve(NID_secp384r1, length: 48, hash: .sha384)

  let group: OpaquePointer
  /// The bytes of a coordinate, and of a scalar.
  let length: Int
  let hash: SHA2
  /// n, the prime number of points.
  let order = BigNumber()
  /// ⌊n/2⌋, the greatest low s.
  let halfOrder = BigNumber()

  private init(_ identifier: Int32, length: Int, hash: SHA2) {
    group = checked(EC_GROUP_new_by_curve_name(identifier))
    self.length = length
    self.hash = hash
    checked(EC_GROUP_get_order(group, order.pointer, nil))
    checked(BN_rshift1(halfOrder.pointer, order.pointer))
  }

  deinit { EC_GROUP_free(group) }

  /// A secret scalar in 1 … n − 1, by extra random bits (FIPS 186-5, A.2.1): 64 bits more than the order has, modulo n − 1, plus
  /// one.
  func scalar(for label: Label, coins: Coins) -> [UInt8] {
    let scratch = Scratch(), one = BigNumber(1), top = order.minus(one, modulo: order, scratch)
    let draw = BigNumber(coins.bytes(length + 8, for: label)).reduced(modulo: top, scratch)
    return draw.plus(one, modulo: order, scratch).bytes(length)
  }

  /// `scalar` times the generator.
  func multiple(_ scalar: borrowing BigNumber, _ scratch: borrowing Scratch) -> CurvePoint {
    let result = CurvePoint(on: self)
    checked(EC_POINT_mul(group, result.pointer, scalar.pointer, nil, nil, scratch.pointer))
    return result
  }

  /// `scalar` times `point`.
  func multiple(_ scalar: borrowing BigNumber, of point: borrowing CurvePoint, _ scratch: borrowing Scratch) -> CurvePoint {
    let result = CurvePoint(on: self)
    checked(EC_POINT_mul(group, result.pointer, nil, point.pointer, scalar.pointer, scratch.pointer))
    return result
  }

  /// `generatorScalar` times the generator plus `scalar` times `point`.
  func sum(
    _ generatorScalar: borrowing BigNumber, _ scalar: borrowing BigNumber, _ point: borrowing CurvePoint,
    _ scratch: borrowing Scratch
  ) -> CurvePoint {
    let result = CurvePoint(on: self)
    checked(EC_POINT_mul(group, result.pointer, generatorScalar.pointer, point.pointer, scalar.pointer, scratch.pointer))
    return result
  }
}

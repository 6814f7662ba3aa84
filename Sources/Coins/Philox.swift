/// Philox4x64-10: a counter-based generator, a keyed bijection on 256-bit counters.
///
/// Source: Salmon, Moraes, Dror and Shaw, *Parallel random numbers: as easy as 1, 2, 3*, SC 2011. It passes statistical test
/// batteries, but it is **not** a cryptographic PRF; `ChaCha20` is offered for campaigns where that matters.
@usableFromInline
enum Philox {
  /// Ten rounds over `counter` under `key`; word 0 of either is the least significant.
  @inlinable @inline(__always)
  static func block(counter: SIMD4<UInt64>, key: SIMD2<UInt64>) -> SIMD4<UInt64> {
    var (x0, x1, x2, x3) = (counter.x, counter.y, counter.z, counter.w)
    var (k0, k1) = (key.x, key.y)
    for round in 0..<10 {
      if round > 0 {
        k0 &+= 0x9E37_79B9_7F4A_7C15  // the golden ratio
        k1 &+= 0xBB67_AE85_84CA_A73B  // √3 − 1
      }
      let p = (0xD2E7_470E_E14C_6C93 as UInt64).multipliedFullWidth(by: x0)
      let q = (0xCA5A_8263_9512_1157 as UInt64).multipliedFullWidth(by: x2)
      (x0, x1, x2, x3) = (q.high ^ x1 ^ k0, q.low, p.high ^ x3 ^ k1, p.low)
    }
    return SIMD4(x0, x1, x2, x3)
  }
}

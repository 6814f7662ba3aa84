import CLibcrypto

/// The sole owner of a `BIGNUM`; its memory is wiped when it goes.
struct BigNumber: ~Copyable {
  let pointer: OpaquePointer

  /// Zero.
  init() { pointer = checked(BN_new()) }

  init(_ value: UInt) {
    self.init()
    checked(BN_set_word(pointer, value))
  }

  /// The number that `bytes` spell, most significant first.
  init(_ bytes: [UInt8]) { pointer = checked(BN_bin2bn(bytes, Int32(bytes.count), nil)) }

  init(littleEndian bytes: [UInt8]) { pointer = checked(BN_lebin2bn(bytes, Int32(bytes.count), nil)) }

  deinit { BN_clear_free(pointer) }

  var isZero: Bool { BN_is_zero(pointer) == 1 }

  static func < (a: borrowing BigNumber, b: borrowing BigNumber) -> Bool { BN_cmp(a.pointer, b.pointer) < 0 }
  static func == (a: borrowing BigNumber, b: borrowing BigNumber) -> Bool { BN_cmp(a.pointer, b.pointer) == 0 }

  /// Most significant byte first, with as many leading zeros as fill `count` bytes.
  func bytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { output, filled in
      checked(BN_bn2binpad(pointer, output.baseAddress, Int32(count)) == Int32(count))
      filled = count
    }
  }
}

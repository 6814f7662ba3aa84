import CLibcrypto

/// Arithmetic modulo a number; results lie in [0, modulus).
extension BigNumber {
  func reduced(modulo modulus: borrowing BigNumber, _ scratch: borrowing Scratch) -> BigNumber {
    let result = BigNumber()
    checked(BN_nnmod(result.pointer, pointer, modulus.pointer, scratch.pointer))
    return result
  }

  func plus(_ other: borrowing BigNumber, modulo modulus: borrowing BigNumber, _ scratch: borrowing Scratch) -> BigNumber {
    let result = BigNumber()
    checked(BN_mod_add(result.pointer, pointer, other.pointer, modulus.pointer, scratch.pointer))
    return result
  }

  func minus(_ other: borrowing BigNumber, modulo modulus: borrowing BigNumber, _ scratch: borrowing Scratch) -> BigNumber {
    let result = BigNumber()
    checked(BN_mod_sub(result.pointer, pointer, other.pointer, modulus.pointer, scratch.pointer))
    return result
  }

  func times(_ other: borrowing BigNumber, modulo modulus: borrowing BigNumber, _ scratch: borrowing Scratch) -> BigNumber {
    let result = BigNumber()
    checked(BN_mod_mul(result.pointer, pointer, other.pointer, modulus.pointer, scratch.pointer))
    return result
  }

  /// The inverse of a number that has no factor in common with `modulus`.
  func inverse(modulo modulus: borrowing BigNumber, _ scratch: borrowing Scratch) -> BigNumber {
    let result = BigNumber()
    _ = checked(BN_mod_inverse(result.pointer, pointer, modulus.pointer, scratch.pointer))
    return result
  }

  /// Whether the number is a square modulo the odd prime `prime`.
  func isSquare(modulo prime: borrowing BigNumber, _ scratch: borrowing Scratch) -> Bool {
    let symbol = BN_kronecker(pointer, prime.pointer, scratch.pointer)
    checked(symbol >= -1)
    return symbol >= 0
  }
}

import BigInt

/// The sum of the weights of some paths: for each number of siblings, how many paths had it.
struct Weight: Sendable {
  private var paths: [UInt128: Int] = [:]

  mutating func add(pathAmong siblings: UInt128) { paths[siblings, default: 0] += 1 }

  /// The exact sum. It does not depend on the order of the terms.
  var sum: Rational { paths.reduce(0) { $0 + Rational(BigInt($1.value), over: BigInt($1.key)) } }
}

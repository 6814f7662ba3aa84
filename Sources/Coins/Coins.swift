/// Named randomness: the value of a draw is a pseudo-random function of (seed, trial, role, label), never of the order of draws.
///
/// So two games coupled by the same coins agree wherever they draw for the same purpose, and a lazily sampled random function
/// *is* a family of named coins. Asking twice for one label gives the same value twice: whoever wants a fresh one gives it a new
/// name.
public struct Coins {
  /// The key of the draws.
  @usableFromInline let key: SIMD2<UInt64>
  /// The key of the children. Sealed coins do not hold it.
  @usableFromInline let reserve: SIMD2<UInt64>
  @usableFromInline let generator: Generator
  public let role: Role
  @usableFromInline let tape: (any CoinTape)?

  @usableFromInline
  init(keys: SIMD4<UInt64>, generator: Generator, role: Role, tape: (any CoinTape)?) {
    key = keys.lowHalf
    reserve = keys.highHalf
    self.generator = generator
    self.role = role
    self.tape = tape
  }

  /// The key of the draws: what an adversary in another process is told, so that its coins are these. Nobody finds what it was
  /// derived from.
  @_spi(Harness) public var seed: SIMD2<UInt64> { key }

  /// `count` uniform bits, 0 … 64, in the low end of the result.
  @inlinable @inline(__always)
  public func bits(_ count: Int, for label: Label) -> UInt64 {
    precondition(0 <= count && count <= 64, "a draw has at most 64 bits")
    guard count > 0 else { return 0 }
    if let tape { return taped(tape, below: count == 64 ? 0 : 1 << UInt64(count), label) { word(label) >> UInt64(64 - count) } }
    return word(label) >> UInt64(64 - count)
  }

  /// A uniform number below `bound` > 0, exactly uniform: the multiply-and-reject method of Lemire (2019).
  @inlinable
  public func uniform(below bound: UInt64, for label: Label) -> UInt64 {
    precondition(bound > 0, "there is no number below zero")
    if let tape { return taped(tape, below: bound, label) { reject(below: bound, label) } }
    return reject(below: bound, label)
  }

  /// `count` uniform bytes, at most 8,192.
  public func bytes(_ count: Int, for label: Label) -> [UInt8] {
    precondition(0 <= count && count <= 8192, "a draw has at most 8,192 bytes")
    guard count > 0 else { return [] }
    guard let tape else { return drawn(count, label) }
    return tape.choose(bytes: count, for: name(label)) { drawn(count, label) }
  }

  private func drawn(_ count: Int, _ label: Label) -> [UInt8] {
    let blocks = (count + 31) / 32
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32 * blocks)
    for index in 0..<blocks {
      let block = block(UInt8(index), label)
      for i in block.indices { withUnsafeBytes(of: block[i].littleEndian) { bytes.append(contentsOf: $0) } }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// What stands in the name of a draw for the value of another one, such as a key.
  @inlinable @inline(__always)
  public func named(_ value: UInt64) -> UInt64 { tape?.named(value) ?? value }

  @inlinable @inline(__always)
  func block(_ index: UInt8, _ label: Label) -> SIMD4<UInt64> {
    generator.evaluate(key: key, counter: label.counter(block: index))
  }

  @inlinable @inline(__always)
  func word(_ label: Label) -> UInt64 { block(0, label).x }

  @inlinable
  func reject(below bound: UInt64, _ label: Label) -> UInt64 {
    // The threshold is below the bound: nearly every word is accepted before that division is made.
    let product = word(label).multipliedFullWidth(by: bound)
    return product.low >= bound ? product.high : rejectExactly(below: bound, label)
  }

  @inlinable @inline(never)
  func rejectExactly(below bound: UInt64, _ label: Label) -> UInt64 {
    let threshold = (0 &- bound) % bound
    for index in 0...UInt8.max {
      let words = block(index, label)
      for i in 0..<4 {
        if let value = Self.reduce(words[i], below: bound, threshold: threshold) { return value }
      }
    }
    preconditionFailure("1,024 rejections in a row: the generator is broken")
  }

  /// The number below `bound` that `word` stands for, or nil if it must be rejected; `threshold` is 2⁶⁴ mod `bound`.
  @inlinable @inline(__always)
  package static func reduce(_ word: UInt64, below bound: UInt64, threshold: UInt64) -> UInt64? {
    let product = word.multipliedFullWidth(by: bound)
    return product.low >= threshold ? product.high : nil
  }

  func name(_ label: Label) -> DrawName { DrawName(role: role, stream: key.x, label: label) }

  @usableFromInline @inline(never)
  func taped(_ tape: any CoinTape, below bound: UInt64, _ label: Label, live: () -> UInt64) -> UInt64 {
    tape.choose(below: bound, for: name(label), live: live)
  }
}

extension Coins {
  /// Coins of their own for a part of a program, such as a reduction around an adversary: independent of every draw made here.
  public func child(_ purpose: Purpose) -> Coins {
    Coins(keys: reserved(purpose.code), generator: generator, role: .reduction, tape: tape)
  }

  /// The same draws with other children: what a reduction hands to the adversary inside it, so that the adversary plays as it
  /// would by itself and draws none of the reduction's own coins.
  public var sealed: Coins {
    let keys = SIMD4(lowHalf: key, highHalf: reserved(.max).highHalf)
    return Coins(keys: keys, generator: generator, role: role, tape: tape)
  }

  /// No label has a counter with these first words: a purpose is made of seven letters at most.
  private func reserved(_ word: UInt64) -> SIMD4<UInt64> {
    generator.evaluate(key: reserve, counter: SIMD4(.max, word, 0, 0))
  }
}

extension Coins {
  /// What a game holds before its first trial begins; whatever is drawn from it belongs to no trial.
  public static var beforeTheFirstTrial: Coins { CoinSource(seed: 0, campaign: .max - 1).coins(trial: 0, role: .environment) }
}

/// Printing coins prints whose they are, and no key.
extension Coins: CustomStringConvertible, CustomReflectable {
  public var description: String { "coins of the \(role)" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

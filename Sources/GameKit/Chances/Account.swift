// The claim: let move i be a comparison of a sealed coin, cᵢ its chance given all that the adversary knows before it, T the first
// move that succeeds, and A the sum of the cᵢ up to T. Then Pr[T < ∞] = E[A] (Doob's decomposition: the sum of Xᵢ − cᵢ, stopped
// at T, is a martingale). It needs that a move, its place and its chance are functions of what is known before it, and that
// nothing is counted after T.
public import Coins

/// The moves of one trial: every sealed coin with what is known of it, and the chance of each comparison with one.
///
/// It is given no coins, so it cannot look at the one that is decided: only at queries and answers, by a `Ledger`.
public struct Account: Sendable {
  /// Values that a new one may equal.
  public enum Pool: Int, Hashable, Sendable, CaseIterable {
    case honestKeys, ownKeys, digests, nonces
  }

  /// What cannot be: a report of chances that is wrong, or primitives that are not what they are said to be.
  public enum Fault: Hashable, Sendable {
    case succeededWithoutChance(Move.Kind)
    case failedForCertain(Move.Kind)
  }

  /// A wrong way to report chances: planted, to be caught.
  package enum Planted: String, CaseIterable, Sendable {
    case half, double
    /// Misses are forgotten: a coin keeps all its values for ever.
    case stale
    /// Moves after the first success are counted, too, as if it had been a miss.
    case afterSuccess = "after-success"
    /// The coin that a move is decided by is known beforehand: chances are 0, which is no move, or 1. They are right on average.
    case knowsSecret = "knows-secret"
  }

  private struct Refusal: Hashable {
    let coin: Int
    let value: UInt64
  }

  private var coins = AppendLog<SealedCoin>()
  private var isOpen: [Bool] = []
  /// By coin, how many values it is known not to have.
  private var excluded: [Int] = []
  private var refusals = AppendLog<Refusal>()
  private var pools = InlineArray<4, AppendLog<UInt64>> { _ in AppendLog() }

  /// The moves up to the first that succeeds.
  public private(set) var moves: [Move] = []
  /// A: their chances, added up.
  public private(set) var sum = 0.0
  /// By kind, in the order in which they first occurred.
  private var sums: [(kind: Move.Kind, sum: Double)] = []
  /// Whether the last of them has succeeded.
  public private(set) var hasCause = false
  /// Nothing is counted any more, whatever a ledger reports.
  public private(set) var isClosed = false
  public private(set) var fault: Fault?

  private let planted: Planted?

  public init() { planted = nil }
  package init(planted: Planted?) { self.planted = planted }

  public mutating func restart() {
    coins.removeAll()
    isOpen.removeAll(keepingCapacity: true)
    excluded.removeAll(keepingCapacity: true)
    refusals.removeAll()
    for index in pools.indices { pools[index].removeAll() }
    moves.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    (sum, hasCause, isClosed, fault) = (0, false, false, nil)
  }

  // MARK: What a ledger reports

  /// `coin` is compared with a value that somebody names.
  public mutating func guess(_ kind: Move.Kind, _ coin: SealedCoin, _ value: UInt64, succeeds: Bool) {
    guard !isClosed else { return }
    let number = number(of: coin)
    guard !isOpen[number] else { return }
    let refusal = Refusal(coin: number, value: value)
    guard UInt128(value) < coin.values, !refusals.contains(refusal) else {
      if succeeds { fault = fault ?? .succeededWithoutChance(kind) }
      return
    }
    let left = coin.values - UInt128(excluded[number])
    enter(Move(kind: kind, coin: coin, hits: .value(value), chance: Chance(1, of: left), succeeds: succeeds))
    if succeeds, planted != .afterSuccess {
      isOpen[number] = true
    } else {
      excluded[number] += 1
      refusals.append(refusal)
    }
  }

  /// `coin` turns out to be `value`, which may be one of a pool, and joins another.
  public mutating func draw(_ kind: Move.Kind, _ coin: SealedCoin, _ value: UInt64, against pool: Pool, joining own: Pool) {
    guard !isClosed else { return }
    let number = number(of: coin)
    guard !isOpen[number] else { return }
    isOpen[number] = true
    let known = pools[pool.rawValue].count
    let possible = excluded[number] == 0 ? known : known - refused(number, among: pool)
    let hits = pools[pool.rawValue].contains(value)
    if refusals.contains(Refusal(coin: number, value: value)) { fault = fault ?? .succeededWithoutChance(kind) }
    if possible > 0 {
      let left = coin.values - UInt128(excluded[number])
      enter(
        Move(
          kind: kind, coin: coin, hits: .pool(pool, first: known), chance: Chance(UInt128(possible), of: left), succeeds: hits))
    } else if hits {
      fault = fault ?? .succeededWithoutChance(kind)
    }
    if !pools[own.rawValue].contains(value) { pools[own.rawValue].append(value) }
  }

  /// `coin` is known not to have this value, by something that is no move.
  public mutating func exclude(_ coin: SealedCoin, _ value: UInt64) {
    guard !isClosed, UInt128(value) < coin.values else { return }
    let number = number(of: coin), refusal = Refusal(coin: number, value: value)
    guard !isOpen[number], !refusals.contains(refusal) else { return }
    excluded[number] += 1
    refusals.append(refusal)
  }

  /// Everybody knows the coin from now on; to compare it is no move.
  public mutating func open(_ coin: SealedCoin) {
    guard !isClosed else { return }
    isOpen[number(of: coin)] = true
  }

  /// A value that somebody has, whatever coin it comes from.
  public mutating func note(_ value: UInt64, in pool: Pool) {
    guard !isClosed, !pools[pool.rawValue].contains(value) else { return }
    pools[pool.rawValue].append(value)
  }

  /// Whether a value is in a pool.
  public mutating func contains(_ value: UInt64, in pool: Pool) -> Bool { pools[pool.rawValue].contains(value) }

  // MARK: Forcing

  /// The kinds of the moves, in the order in which they first occurred.
  public var kinds: [Move.Kind] { sums.map(\.kind) }

  /// The sum of the chances of this kind's moves.
  public func sum(of kind: Move.Kind) -> Double { sums.first { $0.kind == kind }?.sum ?? 0 }

  /// The move of a kind at a place from 0 to 1 of the line on which each is as long as its chance.
  public func move(at place: Double, of kind: Move.Kind) -> Int {
    var left = place * sum(of: kind), last = 0
    for (number, move) in moves.enumerated() where move.kind == kind {
      (left, last) = (left - move.chance.value, number)
      if left < 0 { break }
    }
    return last
  }

  /// The values of a move's coin that make it a success.
  public func hits(of move: Move) -> [UInt64] {
    switch move.hits {
    case .value(let value): return [value]
    case .pool(let pool, let first):
      let known = pools[pool.rawValue].elements[..<first]
      guard let number = coins.elements.firstIndex(of: move.coin), excluded[number] > 0 else { return Array(known) }
      return known.filter { !refusals.elements.contains(Refusal(coin: number, value: $0)) }
    }
  }

  /// A value of a move's coin that makes it fail, the next one from `start` on; nil where the move is certain.
  public func miss(of move: Move, from start: UInt64) -> UInt64? {
    guard let number = coins.elements.firstIndex(of: move.coin) else { return nil }
    let hits = hits(of: move), last = move.coin.last
    var value = last == .max ? start : start % (last + 1)
    for _ in 0...(hits.count + excluded[number]) {
      if !hits.contains(value), !refusals.elements.contains(Refusal(coin: number, value: value)) { return value }
      value = value == last ? 0 : value + 1
    }
    return nil
  }

  // MARK: Parts

  private mutating func number(of coin: SealedCoin) -> Int {
    // Guesses at one coin follow each other.
    if coins.elements.last == coin { return coins.count - 1 }
    if let number = coins.firstIndex(of: coin) { return number }
    coins.append(coin)
    isOpen.append(false)
    excluded.append(0)
    return coins.count - 1
  }

  private mutating func refused(_ number: Int, among pool: Pool) -> Int {
    var count = 0
    for refusal in refusals.elements where refusal.coin == number && pools[pool.rawValue].contains(refusal.value) { count += 1 }
    return count
  }

  private mutating func enter(_ move: Move) {
    if planted == .knowsSecret, !move.succeeds { return }
    let reported = planted.map(move.reported) ?? move
    moves.append(reported)
    let chance = reported.chance.value
    sum += chance
    if let index = sums.firstIndex(where: { $0.kind == move.kind }) {
      sums[index].sum += chance
    } else {
      sums.append((move.kind, chance))
    }
    hasCause = hasCause || move.succeeds
    isClosed = hasCause && planted != .afterSuccess
    if !move.succeeds, move.chance.numerator == move.chance.denominator { fault = fault ?? .failedForCertain(move.kind) }
  }
}

extension Account.Fault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .succeededWithoutChance(let kind): "a move (\(kind.rawValue)) succeeded that has no chance"
    case .failedForCertain(let kind): "a move (\(kind.rawValue)) failed that is certain"
    }
  }
}

extension Move {
  /// As a planted account reports it.
  fileprivate func reported(_ planted: Account.Planted) -> Move {
    let reported: Chance =
      switch planted {
      case .half: Chance(chance.numerator, of: 2 * chance.denominator)
      case .double: Chance(min(2 * chance.numerator, chance.denominator), of: chance.denominator)
      case .stale: Chance(chance.numerator, of: coin.values)
      case .afterSuccess: chance
      case .knowsSecret: Chance(1, of: 1)
      }
    return Move(kind: kind, coin: coin, hits: hits, chance: reported, succeeds: succeeds)
  }
}

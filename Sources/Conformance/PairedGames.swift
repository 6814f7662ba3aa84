internal import Coins
internal import GameKit
internal import Games

/// Both games of a comparison behind one oracle: every query goes to both, and what is seen is held against what was expected.
///
/// Where the games part without losing step the trial goes on, so that one trial shows many ways to part.
struct PairedGames<C: Comparison>: Oracle {
  typealias Query = C.Query
  typealias Answer = C.Answer

  private var comparison: C
  private var ours: C.Ours
  private var theirs: C.Theirs
  private(set) var budget: Budget<Query.Kind>
  /// What ours still allows.
  private var left: Budget<Query.Kind>
  private var asked = 0
  private var isOver = false
  private let trial: UInt64
  private(set) var sightings: [Sighting] = []

  init(_ comparison: C, trial: UInt64, coins: Coins) {
    self.comparison = comparison
    let (ours, theirs) = self.comparison.begin(coins)
    (self.ours, self.theirs, self.trial) = (ours, theirs, trial)
    self.ours.restart(coins: coins)
    self.theirs.restart(coins: coins)
    left = comparison.budget
    budget = comparison.shown
  }

  mutating func ask(_ query: Query) throws(Forfeit) -> Answer {
    guard !isOver else { throw .resigned("the games have parted") }
    try budget.charge(query.kind)
    asked += 1
    let isSpent = left[query.kind] == 0
    let difference = comparison.difference(in: query, isSpent: isSpent)
    var (oursNext, theirsNext) = (ours, theirs)
    let answer = oursNext.answer(query)
    let published = theirsNext.answer(query)
    let reading = comparison.reading(answer)
    let areEqual = reading == published && comparison.agree(oursNext, theirsNext)

    let isAsExpected: Bool
    var (oursMoves, theirsMoves) = (true, true)
    switch difference?.shape {
    case nil: isAsExpected = areEqual && !isSpent
    case .constant:
      // Ours is not asked, so what the file does may not change its flag either.
      isAsExpected = isSpent && published == comparison.constant(query) && comparison.agree(ours, theirsNext)
      oursMoves = false
    case .unlimited: isAsExpected = areEqual && isSpent
    case .oursAlone: (isAsExpected, oursMoves) = (published == .none && reading != .none, false)
    case .theirsAlone: (isAsExpected, theirsMoves) = (reading == .none && published != .none, false)
    case .oursSilent: isAsExpected = reading == .none
    case .apart: isAsExpected = !areEqual
    }
    // Nothing is to be told where the games agree, as they are to, or would agree without the difference, too.
    if !isAsExpected || !areEqual || isSpent {
      var seen = Sighting(
        query: query.description, number: asked, trial: trial, difference: difference, isAsExpected: isAsExpected,
        ours: isSpent ? "forfeit" : reading == .none ? "None" : answer.description, published: published.description)
      if !comparison.agree(oursMoves ? oursNext : ours, theirsNext) { seen.ours += ", and the flags of the games differ" }
      sightings.append(seen)
    }
    let ends = difference?.shape == .apart || difference?.shape == .oursSilent && reading != published
    isOver = !isAsExpected || ends

    if oursMoves { ours = oursNext }
    if theirsMoves {
      theirs = theirsNext
      if !isSpent { try left.charge(query.kind) }
    }
    guard oursMoves else { return comparison.nothing }
    if theirsMoves { comparison.note(query, answer) }
    return answer
  }

  /// Plays one trial and tells what was seen in each query.
  static func play(_ comparison: C, trial: UInt64, challenger: Coins, adversary: Coins) -> [Sighting] {
    var pair = Self(comparison, trial: trial, coins: challenger)
    // The games part, or the adversary is at its end: either way the trial is over.
    do throws(Forfeit) { try comparison.play(&pair, coins: adversary) } catch {}
    return pair.sightings
  }
}

/// One query, as both games answered it.
struct Sighting {
  let query: String
  /// The number of the query in its trial, from 1.
  let number: Int
  let trial: UInt64
  /// How the games were to part.
  let difference: Difference?
  let isAsExpected: Bool
  var ours: String
  let published: String

  /// The name of what was asked.
  var name: String { String(query.prefix { $0 != "(" }) }
}

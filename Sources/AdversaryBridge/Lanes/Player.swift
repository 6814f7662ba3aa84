@_spi(Harness) package import Coins
package import GameKit
package import Referee

/// A process with the experiment that it plays.
package struct Player: Sendable {
  let conversation: Conversation
  let script: TrialScript
  let experiment: AnyExperiment
  /// Whether the game has two worlds that are compared over many trials only, so that a trial may be played in one of them.
  ///
  /// Whoever keeps something from one play for the next could tell the second world of a trial by having seen the first. Where
  /// the coins are secret one of them draws the world, it is played alone, and the other one is put down as the opposite guess:
  /// right − left is then +1 where the guess is right and −1 where it is wrong, whose mean is the advantage.
  let mayPlayOneWorld: Bool

  /// What a piece of a block of trials showed.
  package struct Piece {
    package var tally: Tally
    /// Of a trial that is compared: its number, and what was said in it.
    package var script: (trial: UInt64, text: [UInt8])?
  }

  /// Lets each piece of the trials be played in a lane of its own, and puts the results in order.
  func together<Result>(_ trials: Range<UInt64>, _ play: @escaping (Range<UInt64>) -> Result) -> [Result] {
    // If it cannot be opened, every trial says why.
    try? conversation.open()
    let pieces = trials.dealt(among: conversation.width)
    var results: [Result?] = Array(repeating: nil, count: pieces.count)
    conversation.together(pieces.enumerated().map { lane, piece in { results[lane] = play(piece) } })
    return results.compactMap { $0 }
  }

  /// So many trials at most are played at a stretch: as many may be lost in each lane when the run is interrupted.
  private static let stretch: UInt64 = 8

  /// Plays these trials, and writes down what is said in those that are compared. What is under way when the run is interrupted
  /// is nobody's forfeit: it was not played. Where forfeits are losses each trial is a piece of its own.
  package func run(
    _ trials: Range<UInt64>, _ source: CoinSource, _ order: WorldOrder, compares: @escaping (UInt64) -> Bool
  ) -> [Piece] {
    conversation.playsOneWorld = mayPlayOneWorld && source.secret != nil
    defer { conversation.playsOneWorld = false }
    return together(trials) { [conversation, script, experiment] trials in
      var pieces: [Piece] = []
      var first = trials.lowerBound
      while first < trials.upperBound {
        let lane = conversation.current
        var next = first + 1
        let isCompared = compares(first)
        if isCompared { script.begin(lane) }
        var order = order
        if conversation.playsOneWorld {
          order = WorldOrder.drawn(for: first, source)
        } else if !isCompared, !conversation.program.isStrict {
          let last = min(trials.upperBound, first + Self.stretch)
          next = (next..<last).first(where: compares) ?? last
        }
        let tally = experiment.run(first..<next, source: source, order: order)
        let text = isCompared ? script.end(lane) : nil
        if conversation.program.isInterrupted() { break }
        pieces.append(Piece(tally: tally, script: text.map { (first, $0) }))
        first = next
      }
      return pieces
    }.flatMap { $0 }
  }
}

extension Range<UInt64> {
  /// So many pieces, as even as they can be, in order; fewer where there are fewer numbers.
  func dealt(among count: Int) -> [Range] {
    let count = Swift.min(UInt64(Swift.max(1, count)), Swift.max(1, upperBound - lowerBound))
    let (size, rest) = (upperBound - lowerBound).quotientAndRemainder(dividingBy: count)
    var first = lowerBound
    return (0..<count).map { index in
      let next = first + size + (index < rest ? 1 : 0)
      defer { first = next }
      return first..<next
    }
  }
}

extension WorldOrder {
  /// The world that a trial is played in comes first: a coin of its own draws it.
  static func drawn(for trial: UInt64, _ source: CoinSource) -> WorldOrder {
    let coins = source.with(campaign: 1).coins(trial: trial, role: .environment)
    return coins.bits(1, for: Label("world")) == 1 ? .rightFirst : .leftFirst
  }
}

// Claim of a planted hop: that of the hop inside it, and false. Lockstep must refute it.
public import Coins
public import GameKit

/// A defect of the right world of a hop of multi-recipient encryption.
public enum RecipientTwin: String, CaseIterable, Sendable {
  /// Refuses every produced ciphertext, under whatever tag; the game refuses it under its own tag only.
  case taglessRecord = "tagless-record"
  /// Gives the parts of two recipients out in the wrong order.
  case swappedParts = "swapped-parts"
}

/// A hop whose right world has a defect.
public struct PlantedRecipientHop<S: HybridScheme, Sound: Hop>: Hop
where Sound.Query == RecipientQuery<S>, Sound.Answer == RecipientAnswer<S> {
  public typealias Query = RecipientQuery<S>
  public typealias Answer = RecipientAnswer<S>
  let sound: Sound
  let twin: RecipientTwin

  public init(_ sound: Sound, twin: RecipientTwin) { (self.sound, self.twin) = (sound, twin) }

  public var left: Sound.Left { sound.left }
  public var right: Planted { Planted(game: sound.right, twin: twin) }
  public func isBad(_ left: borrowing Sound.Left) -> Bool { sound.isBad(left) }
  public func relation(_ left: borrowing Sound.Left, _ right: borrowing Planted) -> Relation {
    sound.relation(left, right.game)
  }

  public struct Planted: Game {
    var game: Sound.Right
    let twin: RecipientTwin
    private var produced: [S.Part] = []

    init(game: Sound.Right, twin: RecipientTwin) { (self.game, self.twin) = (game, twin) }

    public mutating func restart(coins: Coins) {
      game.restart(coins: coins)
      produced.removeAll(keepingCapacity: true)
    }

    public mutating func answer(_ query: RecipientQuery<S>) -> RecipientAnswer<S> {
      switch (query, twin) {
      case (.dec(_, tag: _, let part), .taglessRecord) where produced.contains(part): return .refused(.challengeCiphertext)
      default: break
      }
      let answer = game.answer(query)
      guard case .parts(let parts) = answer else { return answer }
      produced += parts
      return twin == .swappedParts ? .parts(parts.reversed()) : answer
    }
  }
}

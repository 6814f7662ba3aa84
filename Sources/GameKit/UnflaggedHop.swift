/// A planted hop: it claims that the bad event of the hop inside it never occurs. Lockstep must refute it with any adversary that
/// causes the event.
public struct UnflaggedHop<Sound: Hop>: Hop {
  public typealias Query = Sound.Query
  public typealias Answer = Sound.Answer
  let sound: Sound

  public init(_ sound: Sound) { self.sound = sound }

  public var left: Sound.Left { sound.left }
  public var right: Sound.Right { sound.right }
  public func isBad(_ left: borrowing Sound.Left) -> Bool { false }
  public func relation(_ left: borrowing Sound.Left, _ right: borrowing Sound.Right) -> Relation { sound.relation(left, right) }
}

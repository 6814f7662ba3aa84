public import Coins
internal import Words

/// Why an experiment cannot be played over all coins.
public enum EnumerationError: Error, Hashable, Sendable {
  /// One draw has too many values, two ranges, or a path is too long.
  case tape(EnumeratingTape.Problem)
  /// There are more paths than were asked for.
  case tooManyPaths(limit: Int)
  /// It was asked to stop after so many paths of a pass.
  case interrupted(paths: Int)

  private static var smaller: String { "choose smaller parameters with \(CommandWords.option("set"))" }

  /// What to do about it.
  public var hint: String {
    switch self {
    case .tape(.tooWide), .tape(.inconsistent): Self.smaller
    case .tape(.tooDeep): "choose an adversary that draws no coins of its own, or \(Self.smaller)"
    case .tooManyPaths: "\(Self.smaller), or raise \(CommandWords.option("limit"))"
    case .interrupted: "play it to its end: part of the paths has no probability"
    }
  }
}

extension EnumerationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tape(.tooWide(let draw)): "the draw `\(draw)` has too many values to go through"
    case .tape(.tooDeep):
      "a path has more than 2^128 siblings: an adversary with wide coins of its own, such as a fuzzer, cannot be enumerated"
    case .tape(.inconsistent(let draw)): "the draw `\(draw)` is made from two different ranges"
    case .tooManyPaths(let limit): "there are more than \(limit) paths through the coins"
    case .interrupted(let paths): "it was interrupted after \(paths) paths of a pass"
    }
  }
}

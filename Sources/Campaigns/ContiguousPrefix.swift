/// Takes what shards hold in whatever order they come, and passes it on in the order of their numbers only.
///
/// A verdict speaks of what was passed on. Ville's inequality covers every length of one fixed order of the trials; of whatever
/// happened to finish first it says nothing, and where trials that lose take longer such a count raises false alarms nine times
/// in ten.
public struct ContiguousPrefix<Part> {
  /// How many were passed on: the number of the next.
  public private(set) var length = 0
  private var waiting: [Int: Part] = [:]

  public init() {}

  /// Takes the part with this number.
  /// - Returns: what is next in order now, from the first that was not passed on.
  public mutating func add(_ part: Part, at number: Int) -> [Part] {
    guard number >= length, waiting[number] == nil else { return [] }
    waiting[number] = part
    var ready: [Part] = []
    while let next = waiting.removeValue(forKey: length) {
      ready.append(next)
      length += 1
    }
    return ready
  }

  /// The numbers that are missing before the last that came.
  public var gap: [Int] { waiting.keys.max().map { last in (length..<last).filter { waiting[$0] == nil } } ?? [] }
}

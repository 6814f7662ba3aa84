/// How what was asked for ended: the exit status, and why it is not 0.
public struct Outcome: Hashable, Codable, Sendable {
  /// 0 met, 1 not met, 2 inconclusive, 130 interrupted.
  public let status: Int32
  public let why: String?

  private init(_ status: Int32, _ why: String?) { (self.status, self.why) = (status, why) }

  public static let met = Outcome(0, nil)
  public static func notMet(_ why: String) -> Outcome { Outcome(1, why) }
  public static func inconclusive(_ why: String) -> Outcome { Outcome(2, why) }
  public static let interrupted = Outcome(130, "interrupted")

  public var runStatus: RunStatus { RunStatus.allCases.first { $0.code == status } ?? .inconclusive }

  /// The status in a word.
  public var word: String { runStatus.words }

  /// That of a table all of whose rows have to be met: an interrupt, else the first row that is not met, else the first that is
  /// inconclusive.
  public static func all(_ rows: [Outcome]) -> Outcome {
    [Outcome.interrupted.status, 1, 2].lazy.compactMap { status in rows.first { $0.status == status } }.first ?? .met
  }
}

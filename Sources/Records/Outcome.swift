/// How what was asked for ended, and why it is not met.
public struct Outcome: Hashable, Sendable {
  public let status: RunStatus
  public let why: String?

  private init(_ status: RunStatus, _ why: String?) { (self.status, self.why) = (status, why) }

  public static let met = Outcome(.met, nil)
  public static func notMet(_ why: String) -> Outcome { Outcome(.notMet, why) }
  public static func inconclusive(_ why: String) -> Outcome { Outcome(.inconclusive, why) }
  public static let interrupted = Outcome(.interrupted, "interrupted")

  /// For a last line; nil where all is met.
  public var words: String? { why.map { $0 == status.words ? $0 : "\(status.words): \($0)" } }

  /// That of a table all of whose rows have to be met: an interrupt, else the first row that is not met, else the first that is
  /// inconclusive.
  public static func all(_ rows: [Outcome]) -> Outcome {
    [RunStatus.interrupted, .notMet, .inconclusive].lazy.compactMap { status in rows.first { $0.status == status } }.first ?? .met
  }
}

/// As `{"status": 1, "why": "…"}`, with the status as its exit status.
extension Outcome: Codable {
  private enum CodingKeys: CodingKey { case status, why }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let code = try members.decode(Int32.self, forKey: .status)
    guard let status = RunStatus.allCases.first(where: { $0.code == code }) else {
      throw DecodingError.dataCorruptedError(forKey: .status, in: members, debugDescription: "no run ends with status \(code)")
    }
    self.init(status, try members.decodeIfPresent(String.self, forKey: .why))
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(status.code, forKey: .status)
    try members.encodeIfPresent(why, forKey: .why)
  }
}
